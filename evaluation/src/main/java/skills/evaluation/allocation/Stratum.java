package skills.evaluation.allocation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of strata, such as "level=4;school=Zuid". */
public final class Stratum {

    /** Whoever is in no other stratum: a study without strata, or a fact that is not known. */
    public static final String REST = "";

    private Stratum() {}

    /**
     * @param columns of the plan, in any order
     * @param fact the value of a column; null when it is not known
     * @return {@link #REST} without columns, and when one of them is not known
     */
    public static String name(List<String> columns, Function<String, @Nullable String> fact) {
        for (String column : columns) if (fact.apply(column) == null) return REST;
        return columns.stream()
                .sorted()
                .distinct()
                .map(column -> plain(column) + "=" + plain(String.valueOf(fact.apply(column))))
                .collect(Collectors.joining(";"));
    }

    /** Without the characters that part one value from the next. */
    static String plain(String value) {
        StringBuilder out = new StringBuilder();
        for (char c : value.toCharArray())
            if (c == '%' || c == ';' || c == '=' || c < ' ')
                out.append("%%%02X".formatted((int) c));
            else out.append(c);
        return out.toString();
    }
}
