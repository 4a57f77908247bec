package skills.taxonomy;

/** How well a title fits what was typed, from 0 to about 1.1. */
final class TitleLikeness {

    /** Below this two words have nothing to do with each other. */
    private static final double NOTHING = 0.4;

    private final String[] typed;
    private final String[] stems;
    private final String joined;

    TitleLikeness(String folded) {
        typed = TitleText.words(folded);
        stems = java.util.Arrays.stream(typed).map(TitleText::stem).toArray(String[]::new);
        joined = folded.replace(" ", "");
    }

    /**
     * How it fits.
     *
     * @param corrected the typed words as the title spells them, where a word had to be corrected;
     *     else null
     */
    record Fit(double score, @org.jspecify.annotations.Nullable String corrected) {}

    Fit to(String foldedTitle) {
        String[] words = TitleText.words(foldedTitle);
        return to(
                words, java.util.Arrays.stream(words).map(TitleText::stem).toArray(String[]::new));
    }

    Fit to(String[] words, String[] wordStems) {
        double sum = 0;
        double weights = 0;
        int used = 0;
        boolean correctedAny = false;
        var corrected = new StringBuilder();
        var taken = new boolean[words.length];
        for (int i = 0; i < typed.length; i++) {
            boolean open = i == typed.length - 1;
            double best = 0;
            int at = -1;
            for (int j = 0; j < words.length; j++) {
                double like =
                        like(typed[i], stems[i], words[j], wordStems[j], open)
                                - (taken[j] ? 0.3 : 0);
                if (like > best) {
                    best = like;
                    at = j;
                }
            }
            double weight = Math.min(12, typed[i].length()) * (isFiller(typed[i]) ? 0.1 : 1);
            weights += weight;
            String word = typed[i];
            if (best >= NOTHING) {
                sum += weight * best;
                if (!taken[at]) used++;
                taken[at] = true;
                if (isCorrection(typed[i], stems[i], words[at], wordStems[at], open)) {
                    word = words[at];
                    correctedAny = true;
                }
            }
            corrected.append(i == 0 ? "" : " ").append(word);
        }
        double score = weights == 0 ? 0 : sum / weights;
        int extra = words.length - used;
        score -= Math.min(0.16, 0.025 * extra);
        if (words.length > 0 && typed.length > 0 && taken[0]) score += 0.02;
        String titleJoined = String.join("", words);
        if (typed.length > 1 || words.length > 1) {
            // Dutch writes compounds as one word, people do not always.
            if (titleJoined.equals(joined)) score = Math.max(score, 1.0);
            else if (joined.length() >= 5 && titleJoined.startsWith(joined))
                score = Math.max(score, 0.9);
            else if (joined.length() >= 8) {
                int most = TitleText.forgiven(joined.length());
                int errors = TitleText.errors(joined, titleJoined, most, false);
                if (errors <= most) score = Math.max(score, 0.86 - 0.06 * errors);
            }
        }
        return new Fit(score, correctedAny ? corrected.toString() : null);
    }

    private static boolean isFiller(String word) {
        return switch (word) {
            case "de",
                    "het",
                    "een",
                    "in",
                    "van",
                    "voor",
                    "op",
                    "bij",
                    "en",
                    "of",
                    "the",
                    "a",
                    "an",
                    "and",
                    "for" ->
                    true;
            default -> false;
        };
    }

    /**
     * @param open more letters may follow
     */
    static double like(String typed, String stem, String word, String wordStem, boolean open) {
        if (typed.equals(word)) return 1;
        if (open && word.startsWith(typed)) return 0.9 + 0.08 * typed.length() / word.length();
        if (stem.equals(wordStem)) return 0.93;
        if (stem.length() >= 4 && wordStem.startsWith(stem)) return 0.78;
        int most = TitleText.forgiven(typed.length());
        double best = 0;
        if (most > 0 && Math.abs(typed.length() - word.length()) <= most) {
            int errors = TitleText.errors(typed, word, most, false);
            if (errors <= most) best = 0.9 - 0.09 * errors;
        }
        if (open && most > 0 && word.length() > typed.length()) {
            int errors = TitleText.errors(typed, word, most, true);
            if (errors <= most) best = Math.max(best, 0.8 - 0.09 * errors);
        }
        if (typed.length() >= 4 && word.contains(typed))
            best = Math.max(best, word.endsWith(typed) ? 0.74 : 0.68);
        // A compound was typed whose parts the title has as words: each counts for its length.
        if (word.length() >= 5 && typed.contains(word))
            best = Math.max(best, 0.35 + 0.5 * word.length() / typed.length());
        else if (wordStem.length() >= 5 && typed.contains(wordStem))
            best = Math.max(best, 0.3 + 0.5 * wordStem.length() / typed.length());
        int common = commonStart(typed, word);
        if (common >= 6)
            best = Math.max(best, 0.25 + 0.55 * common / Math.max(typed.length(), word.length()));
        return best;
    }

    private static int commonStart(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) i++;
        return i;
    }

    private static boolean sameEnding(String a, String b) {
        int n = 3;
        return a.length() > n
                && b.length() > n
                && a.substring(a.length() - n).equals(b.substring(b.length() - n));
    }

    private static boolean isCorrection(
            String typed, String stem, String word, String wordStem, boolean open) {
        if (typed.equals(word) || open && word.startsWith(typed)) return false;
        // Another form of the same word is no error, but a letter too few in the same form is.
        if (stem.equals(wordStem) && !sameEnding(typed, word)) return false;
        if (word.contains(typed) || typed.contains(word)) return false;
        int most = TitleText.forgiven(typed.length());
        return most > 0
                && (TitleText.errors(typed, word, most, false) <= most
                        || open && TitleText.errors(typed, word, most, true) <= most);
    }
}
