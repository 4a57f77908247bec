package skills.study;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import skills.evaluation.plan.Text;
import skills.platform.Faults;

/** What somebody filled in, read forgivingly; what cannot be read becomes a fault at its field. */
final class Typed {

    static final int LINE = 120;
    static final int TEXT = 3000;

    private static final Pattern DUTCH =
            Pattern.compile(
                    "(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})[ ,T]+(\\d{1,2})[:.](\\d{2})(?: ?uur)?");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})[ ,T]+(\\d{1,2})[:.](\\d{2})(?::00)?");

    private final MultiValueMap<String, String> form;
    private final Faults faults;

    Typed(MultiValueMap<String, String> form, Faults faults) {
        this.form = form;
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    List<String> all(String name) {
        return form.getOrDefault(name, List.of()).stream().map(v -> cut(v, 2 * TEXT)).toList();
    }

    private String first(String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    /** One line that must be there. */
    String line(String name) {
        String line = optionalLine(name);
        faults.addIf(line.isEmpty(), name, "plan.fault.empty");
        return line;
    }

    String optionalLine(String name) {
        String line = clean(first(name).replaceAll("\\s+", " "));
        faults.addIf(line.length() > LINE, name, "plan.fault.line.long");
        return cut(line, LINE);
    }

    /** Some lines that must be there. */
    String text(String name) {
        String text = clean(first(name).replace("\r", ""));
        faults.addIf(text.isEmpty(), name, "plan.fault.empty")
                .addIf(text.length() > TEXT, name, "plan.fault.text.long");
        return cut(text, TEXT);
    }

    /** In both languages, under name.nl and name.en. */
    Text lines(String name) {
        return new Text(line(name + ".nl"), line(name + ".en"));
    }

    Text texts(String name) {
        return new Text(text(name + ".nl"), text(name + ".en"));
    }

    int whole(String name, int least, int most, int otherwise) {
        String typed = first(name).strip().replace(".", "").replace(" ", "");
        if (typed.matches("\\d{1,9}")) {
            int value = Integer.parseInt(typed);
            if (value >= least && value <= most) return value;
        }
        faults.add(name, "plan.fault.number");
        return otherwise;
    }

    /** With a comma or a point. */
    double decimal(String name, double least, double most, double otherwise) {
        String typed = first(name).strip().replace(',', '.').replace("−", "-");
        if (typed.matches("-?\\d{0,6}(\\.\\d{1,6})?") && typed.matches(".*\\d.*")) {
            double value = Double.parseDouble(typed);
            if (value >= least && value <= most) return value;
        }
        faults.add(name, "plan.fault.number");
        return otherwise;
    }

    /** "1-2-2027 9:00" or "2027-02-01 09:00". */
    LocalDateTime moment(String name, LocalDateTime otherwise) {
        String typed = first(name).strip();
        Matcher dutch = DUTCH.matcher(typed);
        Matcher iso = ISO.matcher(typed);
        try {
            if (dutch.matches()) return at(dutch, 3, 2, 1);
            if (iso.matches()) return at(iso, 1, 2, 3);
        } catch (DateTimeException e) {
            // Such as 31 April: told below.
        }
        faults.add(name, "plan.fault.moment");
        return otherwise;
    }

    private static LocalDateTime at(Matcher m, int year, int month, int day) {
        return LocalDateTime.of(
                Integer.parseInt(m.group(year)),
                Integer.parseInt(m.group(month)),
                Integer.parseInt(m.group(day)),
                Integer.parseInt(m.group(4)),
                Integer.parseInt(m.group(5)));
    }

    <E extends Enum<E>> E one(String name, Class<E> of, E otherwise) {
        Optional<E> chosen =
                Arrays.stream(of.getEnumConstants())
                        .filter(e -> e.name().equals(first(name)))
                        .findFirst();
        if (chosen.isEmpty()) faults.add(name, "plan.fault.choose");
        return chosen.orElse(otherwise);
    }

    /** One of these; the first one when it is none, which is told. */
    String one(String name, List<String> among) {
        String chosen = first(name);
        if (among.contains(chosen)) return chosen;
        faults.add(name, "plan.fault.choose");
        return among.isEmpty() ? "" : among.getFirst();
    }

    /** Those of these that were chosen, in the order of these. */
    List<String> many(String name, List<String> among) {
        List<String> chosen = form.getOrDefault(name, List.of());
        return among.stream().filter(chosen::contains).toList();
    }

    /** Words with commas or semicolons between. */
    List<String> words(String name) {
        return Arrays.stream(optionalLine(name).split("[,;]"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }

    /** Lower case letters, digits and hyphens; empty when there are none. */
    static String slug(String words) {
        String plain =
                Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return cut(plain, 50).replaceAll("-+$", "");
    }

    static String clean(String typed) {
        return typed.replaceAll("[\\p{Cc}\\u2028\\u2029&&[^\\n]]+", " ").strip();
    }

    static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most) - 1));
    }
}
