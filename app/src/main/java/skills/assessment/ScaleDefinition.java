package skills.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * How a published questionnaire is built, without a word of it: the wording is its authors’.
 *
 * @param name lower case letters, digits and hyphens
 * @param title as its authors call it
 * @param dutch where a Dutch form was published; null when none is known
 * @param licence what is known about permission
 * @param answers how many there are to each item
 * @param scoring how its authors score it
 * @param inTurn the first item of each scale comes first, then the second of each
 * @param unchecked what of this was not read in the publication; null when all was
 */
record ScaleDefinition(
        String name,
        String title,
        LocalizedText about,
        String reference,
        String doi,
        @Nullable String dutch,
        LocalizedText licence,
        int answers,
        Scoring scoring,
        boolean inTurn,
        List<Scale> scales,
        List<Reported> reliability,
        @Nullable LocalizedText unchecked) {

    private static final int OUR_ANSWERS = 5;

    enum Scoring {
        MEAN,
        /** The mean less the person’s own mean over all items. */
        CENTRED
    }

    /** Why a questionnaire cannot be put in here. */
    enum Obstacle {
        ANSWERS,
        SCORING,
        ITEMS
    }

    /**
     * @param items how many; null when that is not known
     * @param reversed numbers of those that count the other way round, from 1; null when that is
     *     not known
     */
    record Scale(
            String id,
            LocalizedText name,
            Instrument.Better better,
            @Nullable Integer items,
            @Nullable List<Integer> reversed) {

        /** "2, 5": those that are reversed, for reading. */
        String numbers() {
            return reversed == null
                    ? ""
                    : String.join(", ", reversed.stream().map(String::valueOf).toList());
        }

        /** Items needed for a score: three quarters of a short scale, four fifths of a longer. */
        int minimum() {
            if (items == null) return 1;
            return (int) Math.ceil((items <= 5 ? .75 : .8) * items);
        }
    }

    /**
     * @param key 1 or −1; null when it is not known
     */
    record Item(String id, String scale, @Nullable Integer key) {}

    /** A reliability as somebody reported it, in whatever form. */
    record Reported(String value, String source) {}

    String link() {
        return "https://doi.org/" + doi;
    }

    /** Reference and address, in one line. */
    String published() {
        return reference + " " + link();
    }

    Optional<Obstacle> obstacle() {
        if (answers != OUR_ANSWERS) return Optional.of(Obstacle.ANSWERS);
        if (scoring != Scoring.MEAN) return Optional.of(Obstacle.SCORING);
        if (scales.stream().anyMatch(s -> s.items() == null)) return Optional.of(Obstacle.ITEMS);
        return Optional.empty();
    }

    boolean isLoadable() {
        return obstacle().isEmpty();
    }

    /** In the order asked; empty as long as the number of any scale is not known. */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        if (scales.stream().anyMatch(s -> s.items() == null)) return items;
        int longest = scales.stream().mapToInt(Scale::items).max().orElse(0);
        if (inTurn)
            for (int number = 1; number <= longest; number++)
                for (Scale scale : scales) add(items, scale, number);
        else
            for (Scale scale : scales)
                for (int number = 1; number <= scale.items(); number++) add(items, scale, number);
        return items;
    }

    private static void add(List<Item> items, Scale scale, int number) {
        if (number > scale.items()) return;
        Integer key = scale.reversed() == null ? null : scale.reversed().contains(number) ? -1 : 1;
        items.add(new Item(scale.id() + "-" + number, scale.id(), key));
    }
}
