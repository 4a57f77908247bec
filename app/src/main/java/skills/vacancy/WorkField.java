package skills.vacancy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kinds of work as people speak of them, by the codes of ISCO-08 that belong to each. */
public enum WorkField {
    CARE("22", "32", "53", "2635", "2634", "3412", "134"),
    EDUCATION("23", "5311", "5312", "3423"),
    CONSTRUCTION("71", "931", "3112", "3123", "2161", "2164", "1323", "7522", "7115"),
    TECHNOLOGY("72", "73", "74", "75", "21", "31", "81", "82", "932", "1321"),
    ICT("25", "35", "133", "2166"),
    TRANSPORT("83", "933", "4321", "4322", "4323", "1324", "315", "5111", "5112"),
    TRADE("52", "332", "243", "142", "1221"),
    HOSPITALITY("512", "513", "94", "141", "3434", "515", "9112"),
    OFFICE("41", "42", "43", "44", "334", "242", "12", "11"),
    FINANCE("241", "331", "4311", "4312", "1211", "1346"),
    SAFETY("541", "335", "0"),
    NATURE("6", "92", "131", "213", "314"),
    CLEANING("91", "961"),
    CULTURE("264", "265", "343", "262", "216", "2656"),
    LAW("261", "341", "263", "134"),
    OTHER("");

    private final List<String> codes;

    WorkField(String... codes) {
        this.codes = List.of(codes);
    }

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WorkField> ofKey(String key) {
        return Stream.of(values()).filter(f -> f.key().equals(key)).findFirst();
    }

    /** The field with the longest code that the occupation's code begins with. */
    static WorkField of(@Nullable String isco) {
        if (isco == null) return OTHER;
        WorkField best = OTHER;
        int longest = 0;
        for (WorkField field : values())
            for (String code : field.codes)
                if (code.length() > longest && isco.startsWith(code)) {
                    best = field;
                    longest = code.length();
                }
        return best;
    }
}
