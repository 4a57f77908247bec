package skills.text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much each sort of text counts for a concept. */
final class ConceptTexts {

    static double other = 0.7;
    static double third = 0.4;
    static double description = 0.3;

    private ConceptTexts() {}

    /**
     * @param labels what is searched, in {@code language}
     * @param known the same concept in the taxonomy, which adds other languages and descriptions
     */
    static ConceptIndex.Entry entry(
            String id, List<String> labels, String language, @Nullable Concept known) {
        var texts = new ArrayList<ConceptIndex.Text>();
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            seen.add(Tokens.fold(label));
            texts.add(new ConceptIndex.Text(label, 1, "own", true, true));
        }
        if (known == null) return new ConceptIndex.Entry(id, texts);
        for (String added : Taxonomy.LANGUAGES) {
            double weight = added.equals("de") ? third : other;
            for (String label : known.labels(added)) {
                boolean same = added.equals(language);
                if (same && !seen.add(Tokens.fold(label))) continue;
                texts.add(
                        new ConceptIndex.Text(
                                label,
                                same ? 0.7 : weight,
                                "label-" + added,
                                !added.equals("de"),
                                false));
            }
            String text = known.descriptions().get(added);
            if (text != null)
                texts.add(new ConceptIndex.Text(text, description, "description", false, false));
        }
        return new ConceptIndex.Entry(id, texts);
    }
}
