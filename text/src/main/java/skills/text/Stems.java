package skills.text;

import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Words without their endings, by the Snowball rules. May be used by many threads. */
public final class Stems {

    private static final ThreadLocal<SnowballStemmer> DUTCH =
            ThreadLocal.withInitial(DutchStemmer::new);
    private static final ThreadLocal<SnowballStemmer> ENGLISH =
            ThreadLocal.withInitial(EnglishStemmer::new);

    private Stems() {}

    /** Of a folded Dutch word. */
    public static String dutch(String word) {
        return stem(DUTCH.get(), word);
    }

    /** Of a folded English word. */
    public static String english(String word) {
        return stem(ENGLISH.get(), word);
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return stem.isEmpty() ? word : stem;
    }
}
