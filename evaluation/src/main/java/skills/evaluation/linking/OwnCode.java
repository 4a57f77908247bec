package skills.evaluation.linking;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A code out of answers to small questions that only the person herself can put together, such as
 * the first letter of a first name and a day of birth. Not an identity: two may have the same.
 *
 * @param parts in the order of the questions; compared without case and accents; an empty one was
 *     not answered and agrees with nothing
 */
public record OwnCode(List<String> parts) {

    public OwnCode {
        parts = parts.stream().map(OwnCode::plain).toList();
    }

    private static String plain(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("^0+(?=\\d)", "");
    }

    /**
     * In how many parts two codes differ, 0 to all.
     *
     * @throws IllegalArgumentException when they answer a different number of questions
     */
    public int differences(OwnCode other) {
        if (parts.size() != other.parts.size())
            throw new IllegalArgumentException("codes of different length");
        int differ = 0;
        for (int i = 0; i < parts.size(); i++)
            if (parts.get(i).isEmpty() || !parts.get(i).equals(other.parts.get(i))) differ++;
        return differ;
    }
}
