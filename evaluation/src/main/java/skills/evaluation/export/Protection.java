package skills.evaluation.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.Wave;

/**
 * Makes data fit to leave: what others may know of somebody (class, school, gender, age) is made
 * coarser until every combination of it is shared by at least k persons (k-anonymity, Sweeney 2002,
 * doi:10.1142/S0218488502001648). Class goes last, as the analysis rests on it.
 */
final class Protection {

    /** At most this share of the persons loses all of it, so that the others keep more. */
    private static final double MOST_BLANKED = .05;

    /**
     * @param ageBand width in years; 0: no age
     * @param units CLASS, SCHOOL or NONE
     */
    private record Level(Units units, boolean gender, int ageBand) {
        int loss() {
            return AGE_BANDS.indexOf(ageBand) + (gender ? 0 : 2);
        }
    }

    enum Units {
        CLASS,
        SCHOOL,
        NONE
    }

    private static final List<Integer> AGE_BANDS = List.of(1, 2, 5, 10, 0);

    /** What others may know of a person. */
    private record Known(
            @Nullable String unit,
            @Nullable String school,
            @Nullable String gender,
            @Nullable Double age) {
        static final Known NOTHING = new Known(null, null, null, null);
    }

    /**
     * @param data with what was made coarser
     * @param notes what was made coarser, in words
     * @param blanked persons of whom nothing of it is left
     * @param withheld persons whose rows stay behind altogether
     */
    record Protected(StudyData data, List<Text> notes, int blanked, int withheld) {}

    private final StudyData data;
    private final int k;
    private final List<Participant> kept;

    private Protection(StudyData data, int k) {
        this.data = data;
        this.k = k;
        this.kept =
                data.participants().stream()
                        .filter(Participant::consented)
                        .sorted(Comparator.comparing(Participant::id))
                        .toList();
    }

    /**
     * @param k 1 or less: nothing is made coarser
     */
    static Protected of(StudyData data, int k) {
        return new Protection(data, k).protect();
    }

    private Protected protect() {
        if (k <= 1) return made(kept.stream().map(Protection::known).toList(), List.of(), 0, 0);
        if (kept.size() < k)
            return made(
                    List.of(),
                    kept.isEmpty()
                            ? List.of()
                            : List.of(
                                    new Text(
                                            "Er deden minder dan %d mensen mee die hun antwoorden lieten staan. Hun rijen staan er niet in."
                                                    .formatted(k),
                                            "Fewer than %d people took part and left their answers. Their rows are not in it."
                                                    .formatted(k))),
                    0,
                    kept.size());
        for (Level level : levels()) {
            List<Known> coarse = kept.stream().map(p -> coarse(p, level)).toList();
            Set<Known> small = small(coarse);
            long blanked = coarse.stream().filter(small::contains).count();
            if (blanked > 0 && (blanked < k || blanked > MOST_BLANKED * kept.size())) continue;
            List<Known> safe =
                    coarse.stream().map(q -> small.contains(q) ? Known.NOTHING : q).toList();
            if (!small(safe).isEmpty()) continue;
            return made(safe, notes(level, (int) blanked), (int) blanked, 0);
        }
        throw new IllegalStateException("nothing at all is shared by everybody");
    }

    private static List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (Units units : Units.values())
            for (boolean gender : new boolean[] {true, false})
                for (int band : AGE_BANDS) levels.add(new Level(units, gender, band));
        levels.sort(
                Comparator.comparing(Level::units)
                        .thenComparingInt(Level::loss)
                        .thenComparing(l -> !l.gender()));
        return levels;
    }

    private Set<Known> small(List<Known> persons) {
        Map<Known, Integer> counts = new HashMap<>();
        persons.forEach(q -> counts.merge(q, 1, Integer::sum));
        Set<Known> small = new HashSet<>();
        counts.forEach(
                (q, n) -> {
                    if (n < k) small.add(q);
                });
        return small;
    }

    private static Known known(Participant p) {
        return new Known(p.unit(), p.school(), p.gender(), p.age());
    }

    private static Known coarse(Participant p, Level level) {
        return new Known(
                level.units == Units.CLASS ? p.unit() : null,
                level.units == Units.NONE ? null : p.school(),
                level.gender ? p.gender() : null,
                p.age() == null || level.ageBand == 0 ? null : middle(p.age(), level.ageBand));
    }

    /** Middle of the whole years in the band: 18.5 for 18 and 19. */
    static double middle(double age, int band) {
        return Math.floor(age / band) * band + (band - 1) / 2.;
    }

    private List<Text> notes(Level level, int blanked) {
        List<Text> notes = new ArrayList<>();
        if (kept.stream().anyMatch(p -> p.age() != null))
            notes.add(
                    level.ageBand == 0
                            ? new Text("Leeftijd is weggelaten.", "Age was left out.")
                            : level.ageBand == 1
                                    ? new Text(
                                            "Leeftijd staat in hele jaren.",
                                            "Age is in whole years.")
                                    : new Text(
                                            "Leeftijd staat in groepen van %d jaar; gegeven is het midden."
                                                    .formatted(level.ageBand),
                                            "Age is in bands of %d years; the middle is given."
                                                    .formatted(level.ageBand)));
        if (!level.gender && kept.stream().anyMatch(p -> p.gender() != null))
            notes.add(new Text("Gender is weggelaten.", "Gender was left out."));
        if (level.units != Units.CLASS && kept.stream().anyMatch(p -> p.unit() != null))
            notes.add(new Text("Klas is weggelaten.", "Class was left out."));
        if (level.units == Units.NONE && kept.stream().anyMatch(p -> p.school() != null))
            notes.add(new Text("School is weggelaten.", "School was left out."));
        if (blanked > 0)
            notes.add(
                    new Text(
                            "Bij %d mensen met een zeldzame combinatie zijn klas, school, gender en leeftijd alle leeg gemaakt."
                                    .formatted(blanked),
                            "Of %d people with a rare combination, class, school, gender and age were all left empty."
                                    .formatted(blanked)));
        return notes;
    }

    private Protected made(List<Known> known, List<Text> notes, int blanked, int withheld) {
        List<Participant> participants = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            Participant p = kept.get(i);
            Known q = known.get(i);
            ids.put(p.id(), harmless(p.id()));
            participants.add(
                    new Participant(
                            harmless(p.id()),
                            p.arm(),
                            harmless(q.unit),
                            harmless(q.school),
                            harmless(q.gender),
                            q.age,
                            p.user(),
                            p.sittings(),
                            p.minutes(),
                            true,
                            p.contaminated(),
                            // Classmates would know who changed class.
                            false,
                            p.uses()));
        }
        int number = 0;
        for (Participant p : data.participants())
            if (!p.consented()) {
                String id = "withdrawn" + ++number;
                while (ids.containsValue(id)) id = "withdrawn" + ++number;
                participants.add(
                        new Participant(
                                id, p.arm(), null, null, null, null, null, null, null, false,
                                false));
            }
        return new Protected(
                new StudyData(data.plan(), participants, answers(ids), data.byLot()),
                List.copyOf(notes),
                blanked,
                withheld);
    }

    private Map<String, Map<String, Map<String, Integer>>> answers(Map<String, String> ids) {
        Plan plan = data.plan();
        Map<String, Map<String, Map<String, Integer>>> answers = new LinkedHashMap<>();
        for (Wave wave : plan.waves()) {
            Map<String, Map<String, Integer>> sheets = new TreeMap<>();
            data.answers()
                    .getOrDefault(wave.id(), Map.of())
                    .forEach(
                            (id, sheet) -> {
                                if (!ids.containsKey(id)) return;
                                Map<String, Integer> own = new LinkedHashMap<>();
                                for (Scale scale : plan.scales())
                                    for (String item : scale.columns())
                                        if (sheet.containsKey(item)) own.put(item, sheet.get(item));
                                sheets.put(ids.get(id), own);
                            });
            answers.put(wave.id(), sheets);
        }
        return answers;
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    static @Nullable String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) return text;
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.isEmpty() || "=+-@|%".indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
    }
}
