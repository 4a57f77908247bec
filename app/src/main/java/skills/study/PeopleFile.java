package skills.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skills.evaluation.allocation.Unit;
import skills.identity.TakingPart;
import skills.platform.CsvTable;

/**
 * The list of whom to ask, as a file: columns in any order, under Dutch or English names. A row
 * with a fault is told and left out, the others count.
 *
 * @param rows that can be used, in their order
 * @param faults by line
 */
record PeopleFile(List<Row> rows, List<Fault> faults) {

    static final int MOST_ROWS = 5000;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_NUMBER = 40;
    private static final int YOUNGEST = 10;
    private static final int OLDEST = 99;

    private static final Map<String, String> COLUMNS = new HashMap<>();

    static {
        names("number", "nummer", "studentnummer", "leerlingnummer", "deelnemernummer", "student");
        names("name", "naam", "voornaam");
        names("address", "email", "mail", "emailadres", "mailadres", "e-mail");
        names("unit", "class", "klas", "groep", "group");
        names("school", "schoolnaam", "instelling");
        names("gender", "geslacht", "sex");
        names("age", "leeftijd");
    }

    private static void names(String column, String... others) {
        COLUMNS.put(column, column);
        for (String other : others) COLUMNS.put(folded(other), column);
    }

    /**
     * @param number as the school numbers its students; empty when not given
     * @param address e-mail; empty when not given
     * @param unit empty when not given; @param school empty when there is only one
     */
    record Row(
            long line,
            String number,
            String name,
            String address,
            String school,
            String unit,
            Map<String, String> facts) {}

    /**
     * @param line of the file, from 1; 0 for the file as a whole
     * @param key of the message, whose first argument is the line
     * @param what was found there; empty when nothing was
     */
    record Fault(long line, String key, String what) {}

    /**
     * @param units the classes of the study; empty: any class will do
     */
    static PeopleFile of(CsvTable table, List<Unit> units) {
        List<Fault> faults = new ArrayList<>();
        if (table.rows().isEmpty())
            return new PeopleFile(List.of(), List.of(new Fault(0, "people.fault.empty", "")));
        Map<String, Integer> at = columns(table.rows().getFirst(), faults);
        if (!at.containsKey("number") && !at.containsKey("address"))
            return new PeopleFile(List.of(), List.of(new Fault(1, "people.fault.columns", "")));
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<CsvTable.Row> lines = table.rows().subList(1, table.rows().size());
        for (CsvTable.Row line : lines.subList(0, Math.min(lines.size(), MOST_ROWS))) {
            Row row = row(line, at);
            Fault fault = fault(row, units, seen);
            if (fault == null) rows.add(placed(row, units));
            else faults.add(fault);
        }
        if (lines.size() > MOST_ROWS)
            faults.add(
                    new Fault(
                            lines.get(MOST_ROWS).line(),
                            "people.fault.many",
                            String.valueOf(MOST_ROWS)));
        if (table.brokenAt() != null)
            faults.add(new Fault(table.brokenAt(), "people.fault.broken", ""));
        return new PeopleFile(List.copyOf(rows), List.copyOf(faults));
    }

    private static Map<String, Integer> columns(CsvTable.Row heading, List<Fault> faults) {
        Map<String, Integer> at = new LinkedHashMap<>();
        for (int i = 0; i < heading.cells().size(); i++) {
            String column = COLUMNS.get(folded(heading.cell(i)));
            if (column != null && at.putIfAbsent(column, i) != null)
                faults.add(new Fault(heading.line(), "people.fault.twice.column", heading.cell(i)));
        }
        return at;
    }

    private static Row row(CsvTable.Row line, Map<String, Integer> at) {
        Map<String, String> facts = new TreeMap<>();
        String gender = gender(cell(line, at, "gender"));
        if (!gender.isEmpty()) facts.put(PersonFacts.GENDER, gender);
        String age = cell(line, at, "age");
        if (!age.isEmpty()) facts.put(PersonFacts.AGE, age);
        return new Row(
                line.line(),
                cell(line, at, "number"),
                cell(line, at, "name"),
                cell(line, at, "address"),
                cell(line, at, "school"),
                cell(line, at, "unit"),
                facts);
    }

    private static @Nullable Fault fault(Row row, List<Unit> units, Set<String> seen) {
        if (row.number().isEmpty() && row.address().isEmpty())
            return new Fault(row.line(), "people.fault.nobody", "");
        if (!row.address().isEmpty() && TakingPart.address(row.address()).isEmpty())
            return new Fault(row.line(), "people.fault.address", row.address());
        if (row.number().length() > LONGEST_NUMBER)
            return new Fault(row.line(), "people.fault.number", row.number());
        for (String text : List.of(row.name(), row.school(), row.unit()))
            if (text.length() > LONGEST_NAME)
                return new Fault(row.line(), "people.fault.long", text.substring(0, 40));
        String age = row.facts().get(PersonFacts.AGE);
        if (age != null
                && !(age.matches("\\d{1,2}")
                        && Integer.parseInt(age) >= YOUNGEST
                        && Integer.parseInt(age) <= OLDEST))
            return new Fault(row.line(), "people.fault.age", age);
        if ("?".equals(row.facts().get(PersonFacts.GENDER)))
            return new Fault(row.line(), "people.fault.gender", "");
        long classes = fitting(row, units).size();
        if (!units.isEmpty() && !row.unit().isEmpty() && classes == 0)
            return new Fault(row.line(), "people.fault.class", row.unit());
        if (classes > 1) return new Fault(row.line(), "people.fault.school", row.unit());
        // The same number at another school is another person.
        if (!row.number().isEmpty()
                && !seen.add(
                        "n " + folded(placed(row, units).school()) + " " + folded(row.number())))
            return new Fault(row.line(), "people.fault.twice", row.number());
        if (!row.address().isEmpty() && !seen.add("a " + row.address().toLowerCase(Locale.ROOT)))
            return new Fault(row.line(), "people.fault.twice", row.address());
        return null;
    }

    private static List<Unit> fitting(Row row, List<Unit> units) {
        return units.stream()
                .filter(u -> u.id().equalsIgnoreCase(row.unit()))
                .filter(u -> row.school().isEmpty() || u.school().equalsIgnoreCase(row.school()))
                .toList();
    }

    /** With school and class as the study writes them, and the address as it is written to. */
    private static Row placed(Row row, List<Unit> units) {
        List<Unit> fitting = fitting(row, units);
        return new Row(
                row.line(),
                row.number(),
                row.name(),
                TakingPart.address(row.address()).orElse(""),
                fitting.size() == 1 ? fitting.getFirst().school() : row.school(),
                fitting.size() == 1 ? fitting.getFirst().id() : row.unit(),
                row.facts());
    }

    private static String gender(String typed) {
        return switch (folded(typed)) {
            case "" -> "";
            case "f", "v", "vrouw", "female", "meisje" -> "f";
            case "m", "man", "male", "jongen" -> "m";
            case "x", "anders", "other" -> "x";
            default -> "?";
        };
    }

    private static String cell(CsvTable.Row line, Map<String, Integer> at, String column) {
        Integer place = at.get(column);
        return place == null
                ? ""
                : line.cell(place).replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }
}
