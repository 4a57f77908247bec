package skills.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import skills.evaluation.allocation.Unit;
import skills.evaluation.plan.Arm;
import skills.platform.CsvTable;

/**
 * Classes from a list in CSV: a column class, and if known school, size, arm and any facts.
 *
 * @param wrong rows that were left out
 */
record UnitsCsv(List<StudyUnit> units, List<Wrong> wrong) {

    private static final int MOST_ROWS = 5000;
    private static final int LONGEST_CLASS = 60;
    private static final int LONGEST = 120;

    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "class", List.of("class", "klas", "groep", "group"),
                    "school", List.of("school", "organisatie", "organization", "organisation"),
                    "size",
                            List.of(
                                    "size",
                                    "grootte",
                                    "aantal",
                                    "studenten",
                                    "students",
                                    "persons"),
                    "arm", List.of("arm"));

    /**
     * @param line of the list, from 1
     * @param why key of a message
     */
    record Wrong(long line, String why) {}

    static UnitsCsv read(String text, List<Arm> arms) {
        CsvTable table = CsvTable.of(text);
        List<StudyUnit> units = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        if (table.rows().isEmpty()) return new UnitsCsv(units, wrong);
        Map<String, Integer> at = new LinkedHashMap<>();
        Map<Integer, String> facts = new TreeMap<>();
        List<String> heading = table.rows().getFirst().cells();
        for (int c = 0; c < heading.size(); c++) {
            String name = clean(heading.get(c)).toLowerCase(Locale.ROOT);
            String known =
                    COLUMNS.entrySet().stream()
                            .filter(e -> e.getValue().contains(name))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
            if (!known.isEmpty()) at.putIfAbsent(known, c);
            else if (!name.isEmpty() && name.length() <= LONGEST_CLASS) facts.put(c, name);
        }
        if (!at.containsKey("class")) return new UnitsCsv(units, wrong);
        Set<String> seen = new HashSet<>();
        Set<String> armIds = new HashSet<>(arms.stream().map(Arm::id).toList());
        for (CsvTable.Row row : table.rows().subList(1, table.rows().size())) {
            String name = cell(row, at, "class");
            String school = cell(row, at, "school");
            String size = cell(row, at, "size");
            String arm = cell(row, at, "arm");
            String why =
                    name.isEmpty()
                            ? "noname"
                            : name.length() > LONGEST_CLASS || school.length() > LONGEST
                                    ? "long"
                                    : !size.matches("\\d{0,5}")
                                            ? "size"
                                            : !arm.isEmpty() && !armIds.contains(arm)
                                                    ? "arm"
                                                    : !seen.add(school + "\t" + name)
                                                            ? "twice"
                                                            : units.size() >= MOST_ROWS
                                                                    ? "many"
                                                                    : "";
            if (!why.isEmpty()) {
                wrong.add(new Wrong(row.line(), "plan.list.wrong." + why));
                continue;
            }
            Map<String, String> known = new TreeMap<>();
            facts.forEach(
                    (c, fact) -> {
                        String value = clean(row.cell(c));
                        if (!value.isEmpty()) known.put(fact, Typed.cut(value, LONGEST));
                    });
            units.add(
                    new StudyUnit(
                            new Unit(
                                    name,
                                    school,
                                    known,
                                    size.isEmpty() ? 0 : Integer.parseInt(size)),
                            null,
                            arm.isEmpty() ? null : arm));
        }
        if (table.brokenAt() != null)
            wrong.add(new Wrong(table.brokenAt(), "plan.list.wrong.quote"));
        return new UnitsCsv(List.copyOf(units), List.copyOf(wrong));
    }

    /** A class that is there twice counts once. */
    static List<StudyUnit> once(List<StudyUnit> units) {
        Map<String, StudyUnit> byName = new LinkedHashMap<>();
        units.forEach(u -> byName.putIfAbsent(u.unit().school() + "\t" + u.unit().id(), u));
        return List.copyOf(byName.values());
    }

    private static String cell(CsvTable.Row row, Map<String, Integer> at, String column) {
        Integer c = at.get(column);
        return c == null ? "" : clean(row.cell(c));
    }

    private static String clean(String cell) {
        return Typed.clean(cell.replaceAll("\\s+", " "));
    }
}
