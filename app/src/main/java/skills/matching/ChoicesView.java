package skills.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.matching.OccupationChoices.Choice;
import skills.matching.OccupationChoices.Kind;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;

/**
 * What a person chose about occupations, for the pages that offer the choice.
 *
 * @param wishes what she wants to become, the latest first
 * @param hidden what she hid, the latest first
 * @param just hidden a moment ago, with a way back; null when nothing was
 */
record ChoicesView(List<Row> wishes, List<Row> hidden, @Nullable Row just) {

    record Row(OccupationId occupation, LocalizedText title, Instant at) {}

    /**
     * @param just hidden a moment ago
     */
    static ChoicesView of(
            OccupationChoices choices,
            Occupations occupations,
            AccountId account,
            @Nullable OccupationId just) {
        List<Choice> wishes = choices.of(account, Kind.WISH);
        List<Choice> hidden = choices.of(account, Kind.HIDDEN);
        Map<OccupationId, Occupation> named =
                occupations.all(
                        Stream.concat(wishes.stream(), hidden.stream())
                                .map(Choice::occupation)
                                .distinct()
                                .toList());
        List<Row> rows = rows(hidden, named);
        return new ChoicesView(
                rows(wishes, named),
                rows,
                rows.stream().filter(r -> r.occupation().equals(just)).findFirst().orElse(null));
    }

    private static List<Row> rows(List<Choice> choices, Map<OccupationId, Occupation> named) {
        return choices.stream()
                .filter(c -> named.containsKey(c.occupation()))
                .map(c -> new Row(c.occupation(), named.get(c.occupation()).name(), c.at()))
                .toList();
    }

    boolean isHidden(OccupationId occupation) {
        return hidden.stream().anyMatch(r -> r.occupation().equals(occupation));
    }

    @Nullable Instant wishedAt(OccupationId occupation) {
        return at(wishes, occupation);
    }

    @Nullable Instant hiddenAt(OccupationId occupation) {
        return at(hidden, occupation);
    }

    private static @Nullable Instant at(List<Row> rows, OccupationId occupation) {
        return rows.stream()
                .filter(r -> r.occupation().equals(occupation))
                .map(Row::at)
                .findFirst()
                .orElse(null);
    }
}
