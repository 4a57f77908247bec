package skills.text;

import java.util.List;

/**
 * Stems that cut more than {@link Stems}: verkoopt, verkopen and verkoop become one, begeleidt and
 * begeleiding too. Too loose for one word alone, right for the words of a phrase that stand
 * together.
 */
final class LooseStems {

    private static final int SHORTEST = 4;
    private static final List<String> ENDINGS =
            List.of(
                    "eringen", "ering", "ingen", "ing", "enden", "ende", "eren", "eer", "end", "en",
                    "e", "s");

    private LooseStems() {}

    /** Of a folded Dutch word. */
    static String dutch(String word) {
        if (word.length() <= 3) return word;
        String stem = word;
        // A verb's -t or -dt first: adviseert, begeleidt.
        if (verbs(stem) && stem.length() > SHORTEST) stem = stem.substring(0, stem.length() - 1);
        for (String ending : ENDINGS)
            if (stem.endsWith(ending)
                    && stem.length() - ending.length()
                            >= SHORTEST - (ending.length() < 3 ? 1 : 0)) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        while (stem.length() > 3 && (verbs(stem) || stem.endsWith("d")))
            stem = stem.substring(0, stem.length() - 1);
        return spelled(stem);
    }

    /** The -t of a verb; -nt is more often a noun: klant, document. */
    private static boolean verbs(String word) {
        return word.endsWith("t") && !word.endsWith("nt");
    }

    /** Long and short vowels alike, double letters once, v as f and z as s at the end. */
    private static String spelled(String stem) {
        var out = new StringBuilder(stem.length());
        for (int i = 0; i < stem.length(); i++)
            if (i == 0 || stem.charAt(i) != stem.charAt(i - 1)) out.append(stem.charAt(i));
        int last = out.length() - 1;
        if (out.charAt(last) == 'v') out.setCharAt(last, 'f');
        if (out.charAt(last) == 'z') out.setCharAt(last, 's');
        return out.toString();
    }
}
