package skills.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A set of short phrases, looked for word by word. */
final class CuePhrases {

    private final Map<String, List<List<String>>> byFirst = new HashMap<>();

    private CuePhrases() {}

    /**
     * @param phrases with commas between
     */
    static CuePhrases of(String phrases) {
        var set = new CuePhrases();
        for (String phrase : phrases.split(",")) {
            List<String> words = Tokens.words(phrase);
            set.byFirst.computeIfAbsent(words.getFirst(), k -> new ArrayList<>(1)).add(words);
        }
        return set;
    }

    boolean isIn(List<Tokens.Token> words) {
        return !ends(words, true).isEmpty();
    }

    /** The char after each phrase that was met. */
    List<Integer> endsIn(List<Tokens.Token> words) {
        return ends(words, false);
    }

    private List<Integer> ends(List<Tokens.Token> words, boolean first) {
        List<Integer> ends = List.of();
        for (int i = 0; i < words.size(); i++) {
            List<List<String>> phrases = byFirst.get(words.get(i).text());
            if (phrases == null) continue;
            for (List<String> phrase : phrases)
                if (stands(phrase, words, i)) {
                    if (ends.isEmpty()) ends = new ArrayList<>(2);
                    ends.add(words.get(i + phrase.size() - 1).end());
                    if (first) return ends;
                }
        }
        return ends;
    }

    private static boolean stands(List<String> phrase, List<Tokens.Token> words, int at) {
        if (at + phrase.size() > words.size()) return false;
        for (int i = 0; i < phrase.size(); i++)
            if (!phrase.get(i).equals(words.get(at + i).text())) return false;
        return true;
    }
}
