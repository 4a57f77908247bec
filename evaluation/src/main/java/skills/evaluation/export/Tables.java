package skills.evaluation.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.Participant;
import skills.evaluation.data.Scores;
import skills.evaluation.data.StudyData;
import skills.evaluation.export.Column.Kind;
import skills.evaluation.export.Column.Value;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.UseDefinition;
import skills.evaluation.plan.Wave;

/** The tables of an export: who took part, what they answered, and both in one row a person. */
final class Tables {

    private final StudyData data;
    private final Plan plan;
    private final Wording wording;
    private final Scores scores;

    Tables(StudyData data, Wording wording) {
        this.data = data;
        this.plan = data.plan();
        this.wording = wording;
        this.scores = Scores.of(data);
    }

    List<Table> all() {
        return List.of(participants(), responses(), everything());
    }

    private record Fact(Column column, Function<Participant, @Nullable Object> value) {}

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        Column.text(
                                "id",
                                new Text(
                                        "Schuilnaam binnen dit onderzoek",
                                        "Pseudonym within this study")),
                        Participant::id));
        facts.add(
                new Fact(
                        Column.text("arm", new Text("Groep zoals ingedeeld", "Arm as allocated"))
                                .grouped(
                                        plan.arms().stream()
                                                .map(a -> new Value(a.id(), a.name()))
                                                .toList()),
                        Participant::arm));
        facts.add(
                new Fact(
                        Column.yesNo(
                                "offered",
                                new Text(
                                        "Kreeg het paspoort aangeboden",
                                        "Was offered the passport")),
                        p -> plan.arm(p.arm()).offered() ? 1 : 0));
        facts.add(
                new Fact(
                        grouped(
                                "class",
                                new Text("Klas bij de indeling", "Class at allocation"),
                                Participant::unit),
                        Participant::unit));
        facts.add(
                new Fact(
                        grouped("school", new Text("School", "School"), Participant::school),
                        Participant::school));
        facts.add(new Fact(gender(), Participant::gender));
        facts.add(
                new Fact(
                        Column.number("age", new Text("Leeftijd in jaren", "Age in years")),
                        Participant::age));
        facts.add(
                new Fact(
                        Column.yesNo("user", name(plan.mainUse(), "Gebruiker", "User")),
                        p -> flag(p.user())));
        facts.add(
                new Fact(
                        Column.number(
                                "sessions",
                                new Text("Aantal keren gebruikt", "Number of sittings")),
                        Participant::sittings));
        facts.add(
                new Fact(
                        Column.number("minutes", new Text("Minuten in beeld", "Minutes in view")),
                        Participant::minutes));
        facts.add(
                new Fact(
                        Column.yesNo(
                                        "consented",
                                        new Text(
                                                "Antwoorden mogen worden gebruikt",
                                                "Answers may be used"))
                                .noted(
                                        new Text(
                                                "0: liet alles verwijderen en telt alleen nog mee als begonnen.",
                                                "0: had everything deleted and only counts as enrolled.")),
                        p -> p.consented() ? 1 : 0));
        facts.add(
                new Fact(
                        Column.yesNo(
                                "contaminated",
                                new Text(
                                        "Opende het paspoort zonder dat het was aangeboden",
                                        "Opened the passport though it was not offered")),
                        p -> p.contaminated() ? 1 : 0));
        for (UseDefinition use : plan.uses())
            if (!use.id().equals(plan.analysis().mainUse())
                    && data.participants().stream().anyMatch(p -> p.uses().containsKey(use.id())))
                facts.add(
                        new Fact(
                                Column.yesNo(
                                        "use_" + Column.safe(use.id()),
                                        name(use, "Gebruiker", "User")),
                                p -> flag(p.uses().get(use.id()))));
        return facts;
    }

    private static Text name(UseDefinition use, String nl, String en) {
        return new Text(nl + ": " + use.name().nl(), en + ": " + use.name().en());
    }

    private static @Nullable Integer flag(@Nullable Boolean value) {
        return value == null ? null : value ? 1 : 0;
    }

    private Column grouped(String name, Text label, Function<Participant, @Nullable String> value) {
        List<Value> values =
                new TreeSet<>(
                                data.participants().stream()
                                        .map(value)
                                        .filter(Objects::nonNull)
                                        .toList())
                        .stream().map(v -> new Value(v, new Text(v, v))).toList();
        return Column.text(name, label).grouped(values);
    }

    private static Column gender() {
        return Column.text("gender", new Text("Gender", "Gender"))
                .grouped(
                        List.of(
                                new Value("f", new Text("vrouw", "woman")),
                                new Value("m", new Text("man", "man")),
                                new Value("x", new Text("anders", "other"))));
    }

    private Table participants() {
        List<Fact> facts = facts();
        return table(
                "participants",
                new Text("Wie meededen", "Who took part"),
                facts.stream().map(Fact::column).toList(),
                facts,
                null);
    }

    private Table responses() {
        List<Column> columns = new ArrayList<>();
        columns.add(
                Column.text(
                        "id",
                        new Text(
                                "Schuilnaam binnen dit onderzoek", "Pseudonym within this study")));
        columns.add(
                Column.text("wave", new Text("Ronde", "Wave"))
                        .grouped(
                                plan.waves().stream()
                                        .map(w -> new Value(w.id(), w.name()))
                                        .toList()));
        for (Scale scale : plan.scales())
            for (int k = 1; k <= scale.items(); k++) columns.add(item(scale, k));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < scores.participants().size(); i++)
            for (Wave wave : plan.waves()) {
                if (!scores.answered(i, wave.id())) continue;
                List<@Nullable Object> row = new ArrayList<>();
                row.add(scores.participants().get(i).id());
                row.add(wave.id());
                answers(i, wave, row);
                rows.add(row);
            }
        return new Table(
                "responses",
                new Text(
                        "Wat zij antwoordden: een rij per persoon en ronde, zoals gegeven",
                        "What they answered: a row for each person and wave, as given"),
                columns,
                rows);
    }

    private Column item(Scale scale, int number) {
        List<Text> words = wording.answers(scale);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < words.size(); i++)
            values.add(new Value(String.valueOf(scale.lowest() + i), words.get(i)));
        boolean turned = scale.reversed().contains(number);
        return new Column(
                scale.id() + "_" + number,
                Kind.INTEGER,
                wording.item(scale, number),
                turned
                        ? new Text(
                                "Telt omgekeerd in de score: %d min het antwoord."
                                        .formatted(scale.lowest() + scale.highest()),
                                "Counts the other way round in the score: %d minus the answer."
                                        .formatted(scale.lowest() + scale.highest()))
                        : Column.NONE,
                values,
                scale.lowest(),
                scale.highest(),
                false);
    }

    private void answers(int person, Wave wave, List<@Nullable Object> row) {
        for (double v : scores.raw(person, wave.id()))
            row.add(Double.isNaN(v) ? null : (Object) (int) v);
    }

    private Table everything() {
        List<Fact> facts = facts();
        List<Column> columns = new ArrayList<>(facts.stream().map(Fact::column).toList());
        for (Wave wave : plan.waves()) {
            String t = token(wave);
            Text name = wave.name();
            columns.add(
                    Column.yesNo(
                            t + "_answered",
                            new Text(
                                    name.nl() + ": antwoorden ontvangen",
                                    name.en() + ": answers received")));
            for (Scale scale : plan.scales())
                for (int k = 1; k <= scale.items(); k++) {
                    Column c = item(scale, k);
                    columns.add(c.named(t + "_" + c.name(), in(name, c.label())));
                }
            for (Scale scale : plan.scales())
                columns.add(
                        Column.number(t + "_" + scale.id(), in(name, scale.name()))
                                .noted(
                                        new Text(
                                                "Gemiddelde van de antwoorden, omgekeerde vragen omgedraaid; leeg bij minder dan %d antwoorden."
                                                        .formatted(scale.minAnswered()),
                                                "Mean of the answers, reversed items turned; empty with fewer than %d answers."
                                                        .formatted(scale.minAnswered()))));
        }
        return table(
                "data",
                new Text(
                        "Alles in een rij per persoon, met scores",
                        "Everything in a row for each person, with scores"),
                columns,
                facts,
                waves());
    }

    private static Text in(Text wave, Text what) {
        return new Text(wave.nl() + ": " + what.nl(), wave.en() + ": " + what.en());
    }

    /** Everybody's scores are reckoned once, not once a row. */
    private More waves() {
        Map<Wave, List<double[]>> all = new LinkedHashMap<>();
        for (Wave wave : plan.waves())
            all.put(
                    wave,
                    plan.scales().stream().map(s -> scores.score(s.id(), wave.id())).toList());
        return (person, row) ->
                all.forEach(
                        (wave, scored) -> {
                            row.add(scores.answered(person, wave.id()) ? 1 : 0);
                            answers(person, wave, row);
                            for (double[] score : scored)
                                row.add(
                                        Double.isNaN(score[person])
                                                ? null
                                                : (Object) score[person]);
                        });
    }

    private interface More {
        void add(int person, List<@Nullable Object> row);
    }

    private Table table(
            String name, Text title, List<Column> columns, List<Fact> facts, @Nullable More more) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < scores.participants().size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Fact fact : facts) row.add(fact.value.apply(scores.participants().get(i)));
            if (more != null) more.add(i, row);
            rows.add(row);
        }
        return new Table(name, title, columns, rows);
    }

    /** A wave as the start of a name: "t1" for "1" and for "T1". */
    static String token(Wave wave) {
        return wave.id().matches("\\d+") ? "t" + wave.id() : Column.safe(wave.id());
    }
}
