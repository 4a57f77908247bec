package skills.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A handful of concepts, trained in a second. */
class EncoderTest {

    private static final List<List<String>> CONCEPTS =
            List.of(
                    List.of(
                            "lasser",
                            "welder",
                            "Schweißer",
                            "verbindt metalen delen door ze te smelten"),
                    List.of("kapper", "hairdresser", "Friseur", "knipt en verft haar van klanten"),
                    List.of(
                            "verpleegkundige",
                            "nurse",
                            "Krankenpfleger",
                            "verzorgt zieke mensen in het ziekenhuis"),
                    List.of(
                            "vrachtwagenchauffeur",
                            "truck driver",
                            "Lkw-Fahrer",
                            "rijdt goederen over de weg"),
                    List.of("bakker", "baker", "Bäcker", "maakt brood en deeg in de oven"),
                    List.of(
                            "timmerman",
                            "carpenter",
                            "Zimmerer",
                            "maakt kozijnen en deuren van hout"),
                    List.of(
                            "boekhouder",
                            "bookkeeper",
                            "Buchhalter",
                            "houdt de cijfers van een bedrijf bij"),
                    List.of("leraar", "teacher", "Lehrer", "geeft les aan leerlingen op school"),
                    List.of("kok", "cook", "Koch", "bereidt maaltijden in een keuken"),
                    List.of("tuinman", "gardener", "Gärtner", "onderhoudt planten en gras"),
                    List.of("schilder", "painter", "Maler", "brengt verf aan op muren"),
                    List.of(
                            "beveiliger",
                            "security guard",
                            "Wachmann",
                            "bewaakt gebouwen en mensen"));

    private static Encoder train(long seed) {
        var groups = new ArrayList<TrainingTexts.Group>();
        for (List<String> texts : CONCEPTS)
            groups.add(new TrainingTexts.Group(0, List.of(new TrainingTexts.Field(1, 1, texts))));
        Compounds compounds = Compounds.of(Map.of("vrachtwagen", 1, "chauffeur", 2));
        return EncoderTraining.train(
                new EncoderTraining.Settings(
                        32, 8, 400, 0.1f, 0.1f, 0.1f, new double[] {1}, 1, 10_000, seed),
                new TrainingTexts(groups),
                compounds,
                line -> {});
    }

    private static ConceptIndex index(Encoder encoder) {
        var entries = new ArrayList<ConceptIndex.Entry>();
        for (List<String> texts : CONCEPTS)
            entries.add(
                    new ConceptIndex.Entry(
                            texts.getFirst(),
                            List.of(new ConceptIndex.Text(texts.getFirst(), 1, "own", true, true)),
                            0));
        return ConceptIndex.of(encoder, entries, RankWeights.TITLES);
    }

    @Test
    void learnsWhatMeansTheSame() {
        ConceptIndex index = index(train(7));
        // The index holds the Dutch names alone: the rest was learned from pairs.
        for (List<String> texts : CONCEPTS)
            for (String text : texts)
                assertThat(index.search(text, "nl", 1).getFirst().id())
                        .as(text)
                        .isEqualTo(texts.getFirst());
        assertThat(index.search("verplegkundige", "nl", 1).getFirst().id())
                .isEqualTo("verpleegkundige");
        assertThat(index.search("chauffeur vrachtwagen", "nl", 1).getFirst().id())
                .isEqualTo("vrachtwagenchauffeur");
    }

    @Test
    void withoutTrainingTheOtherLanguageSaysNothing() {
        Compounds none = Compounds.of(Map.of());
        var features = new Features(none);
        var vocabulary =
                Vocabulary.of(
                        CONCEPTS.stream().flatMap(List::stream).map(features::of).toList(),
                        1,
                        10_000);
        float[][] table = new float[vocabulary.size()][32];
        var random = new java.util.SplittableRandom(1);
        for (float[] row : table)
            for (int d = 0; d < row.length; d++) row[d] = (float) random.nextGaussian();
        ConceptIndex index = index(Encoder.of(features, vocabulary, 32, table));
        long right =
                CONCEPTS.stream()
                        .filter(
                                c ->
                                        index.search(c.get(1), "nl", 1)
                                                .getFirst()
                                                .id()
                                                .equals(c.getFirst()))
                        .count();
        assertThat(right).isLessThan(CONCEPTS.size());
    }

    @Test
    void theSameSeedGivesTheSameModelAndAnotherAnother() throws IOException {
        byte[] once = bytes(train(7));
        assertThat(bytes(train(7))).isEqualTo(once);
        assertThat(bytes(train(8))).isNotEqualTo(once);
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        Encoder encoder = train(7);
        Encoder read = Encoder.read(new ByteArrayInputStream(bytes(encoder)));
        assertThat(read.new Many().encode("Vrachtwagenchauffeur (m/v)"))
                .isEqualTo(encoder.new Many().encode("Vrachtwagenchauffeur (m/v)"));
        assertThat(read.rows()).isEqualTo(encoder.rows());
        assertThatThrownBy(() -> Encoder.read(new ByteArrayInputStream(new byte[64])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void takesAnyText() {
        Encoder encoder = train(7);
        Encoder.Many many = encoder.new Many();
        assertThat(many.encode("")).containsOnly(0f);
        assertThat(many.encode("\uD83D \u0000 ☃")).hasSize(32);
        float square = 0;
        for (float v : many.encode("kok ".repeat(5000))) square += v * v;
        assertThat(square).isBetween(0.999f, 1.001f);
        ConceptIndex index = index(encoder);
        assertThat(index.search("", "nl", 5))
                .hasSizeLessThanOrEqualTo(5)
                .allMatch(h -> h.score() == 0);
        assertThat(index.search("kok", "nl", 0)).isEmpty();
        assertThat(index.search("kok", "nl", 1000)).hasSize(CONCEPTS.size());
    }

    private static byte[] bytes(Encoder encoder) throws IOException {
        var out = new ByteArrayOutputStream();
        encoder.write(out);
        return out.toByteArray();
    }
}
