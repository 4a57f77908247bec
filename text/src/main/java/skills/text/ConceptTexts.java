package skills.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much each sort of text counts for a concept. */
public final class ConceptTexts {

    private static final double OTHER = 0.7;
    static final double THIRD = 0.4;
    static final double PHRASES = 0.7;
    static final double DESCRIPTION = 0.3;

    private ConceptTexts() {}

    /**
     * How common a skill is by the number of occupations that ask it: 0 for none, 1 for a thousand
     * or more.
     */
    public static double common(int occupations) {
        return Math.min(1, Math.log1p(occupations) / Math.log1p(1000));
    }

    /**
     * @param labels what is searched, in {@code language}
     * @param common how often it is met, 0 to 1
     * @param known the same concept in the taxonomy, which adds other languages and descriptions
     */
    static ConceptIndex.Entry entry(
            String id,
            List<String> labels,
            String language,
            @Nullable Concept known,
            double common) {
        var texts = new ArrayList<ConceptIndex.Text>();
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            seen.add(Tokens.fold(label));
            texts.add(new ConceptIndex.Text(label, 1, "own", true, true));
        }
        if (known == null) return new ConceptIndex.Entry(id, texts, common);
        for (String added : Taxonomy.LANGUAGES) {
            double weight = added.equals("de") ? THIRD : OTHER;
            for (String label : known.labels(added)) {
                boolean same = added.equals(language);
                if (same && !seen.add(Tokens.fold(label))) continue;
                texts.add(
                        new ConceptIndex.Text(
                                label,
                                same ? OTHER : weight,
                                "label-" + added,
                                !added.equals("de"),
                                false));
            }
            String text = known.descriptions().get(added);
            if (text != null)
                texts.add(new ConceptIndex.Text(text, DESCRIPTION, "description", false, false));
        }
        for (String phrase : known.labels(Taxonomy.OWN))
            texts.add(ConceptIndex.Text.phrase(phrase));
        return new ConceptIndex.Entry(id, texts, common);
    }
}
