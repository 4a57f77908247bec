package skills.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which texts of ESCO and O*NET are said to mean the same, and how often each sort is drawn. */
final class TaxonomyTraining {

    static final int OCCUPATIONS = 0;
    static final int SKILLS = 1;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;:!?])\\s+(?=\\p{Lu})");
    private static final int MOST_SENTENCES = 6;

    /** What the shipped model is trained with. */
    static final EncoderTraining.Settings SETTINGS =
            new EncoderTraining.Settings(
                    128, 512, 5000, 0.05f, 0.07f, 0.2f, new double[] {0.6, 0.4}, 3, 170_000, 7);

    private TaxonomyTraining() {}

    /** Learns the words of which Dutch compounds consist from names and descriptions. */
    static Compounds compounds(Taxonomy esco) {
        var texts = new ArrayList<String>();
        for (Concept concept : esco.concepts().values()) {
            texts.addAll(concept.labels("nl"));
            String description = concept.descriptions().get("nl");
            if (description != null) texts.add(description);
        }
        return Compounds.learn(texts, 2);
    }

    /**
     * @param onet folder with Alternate_Titles.tsv.gz, Task_Statements.tsv.gz and
     *     Occupation_Data.tsv.gz, or null to train without O*NET
     */
    static List<TrainingTexts.Group> groups(Taxonomy esco, @Nullable Path onet) throws IOException {
        var all = new ArrayList<TrainingTexts.Group>();
        Map<String, Concept> byCode = new LinkedHashMap<>();
        for (Concept group : esco.of(Concept.Kind.OCCUPATION_GROUP))
            byCode.put(group.group(), group);
        for (Concept occupation : esco.of(Concept.Kind.OCCUPATION)) {
            var fields = own(occupation);
            Concept group = byCode.get(occupation.group());
            if (group != null) {
                fields.add(new TrainingTexts.Field(0, 0.5, group.labels("nl")));
                fields.add(new TrainingTexts.Field(0, 0.5, group.labels("en")));
            }
            var skillsNl = new ArrayList<String>();
            var skillsEn = new ArrayList<String>();
            for (String uri : esco.essential().getOrDefault(occupation.id(), List.of())) {
                Concept skill = esco.concepts().get(uri);
                if (skill == null) continue;
                skill.labels("nl").stream().limit(1).forEach(skillsNl::add);
                skill.labels("en").stream().limit(1).forEach(skillsEn::add);
            }
            fields.add(new TrainingTexts.Field(0, 0.9, skillsNl));
            fields.add(new TrainingTexts.Field(0, 0.5, skillsEn));
            all.add(new TrainingTexts.Group(OCCUPATIONS, fields));
        }
        for (Concept group : esco.of(Concept.Kind.OCCUPATION_GROUP))
            all.add(new TrainingTexts.Group(OCCUPATIONS, own(group)));
        for (Concept skill : esco.of(Concept.Kind.SKILL))
            all.add(new TrainingTexts.Group(SKILLS, own(skill)));
        if (onet != null) onet(onet, all);
        return all;
    }

    private static List<TrainingTexts.Field> own(Concept concept) {
        var fields = new ArrayList<TrainingTexts.Field>();
        fields.add(new TrainingTexts.Field(5, 3, concept.labels("nl")));
        fields.add(new TrainingTexts.Field(4, 2.5, concept.labels("en")));
        fields.add(new TrainingTexts.Field(2, 1.2, concept.labels("de")));
        fields.add(new TrainingTexts.Field(0, 1.2, sentences(concept.descriptions().get("nl"))));
        fields.add(new TrainingTexts.Field(0, 1.0, sentences(concept.descriptions().get("en"))));
        return fields;
    }

    private static List<String> sentences(@Nullable String text) {
        if (text == null) return List.of();
        return SENTENCE.splitAsStream(text)
                .filter(s -> s.length() > 15)
                .limit(MOST_SENTENCES)
                .toList();
    }

    private static void onet(Path folder, List<TrainingTexts.Group> all) throws IOException {
        Map<String, List<String>> titles =
                column(folder, "Alternate_Titles.tsv", "Alternate Title");
        Map<String, List<String>> tasks = column(folder, "Task_Statements.tsv", "Task");
        Map<String, List<String>> names = column(folder, "Occupation_Data.tsv", "Title");
        names.forEach(
                (code, name) ->
                        all.add(
                                new TrainingTexts.Group(
                                        OCCUPATIONS,
                                        List.of(
                                                new TrainingTexts.Field(1, 1, name),
                                                new TrainingTexts.Field(
                                                        4, 3, titles.getOrDefault(code, List.of())),
                                                new TrainingTexts.Field(
                                                        0,
                                                        2,
                                                        tasks.getOrDefault(code, List.of()))))));
    }

    private static Map<String, List<String>> column(Path folder, String name, String column)
            throws IOException {
        var all = new LinkedHashMap<String, List<String>>();
        Path file = Taxonomy.file(folder, name);
        if (file == null) return all;
        try (BufferedReader reader = Taxonomy.reader(file)) {
            List<String> header = List.of(reader.readLine().split("\t"));
            int at = header.indexOf(column);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length > at && !cells[at].isBlank())
                    all.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(cells[at]);
            }
        }
        return all;
    }
}
