package skills.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skills.kernel.Language;
import skills.kernel.LocalizedText;

/**
 * A language that a vacancy asks, needed or welcome, as people look for it.
 *
 * @param key ISO 639-1, or {@link #NONE}
 */
public record AskedLanguage(String key) implements Comparable<AskedLanguage> {

    /** The vacancy names no language. */
    public static final String NONE = "none";

    /** All that can be looked for, in their order: a number of each for one bit of the index. */
    static final List<AskedLanguage> ALL = all();

    private static List<AskedLanguage> all() {
        List<AskedLanguage> all = new ArrayList<>();
        all.add(new AskedLanguage(NONE));
        AskedReader.codes().forEach(code -> all.add(new AskedLanguage(code)));
        if (all.size() > 31) throw new IllegalStateException("more languages than bits");
        return List.copyOf(all);
    }

    static Optional<AskedLanguage> of(String key) {
        return ALL.stream().filter(l -> l.key.equals(key)).findFirst();
    }

    int bit() {
        return 1 << ALL.indexOf(this);
    }

    /** Those that are looked for, as bits; 0 for any. */
    static int wanted(Set<AskedLanguage> some) {
        int bits = 0;
        for (AskedLanguage one : some) bits |= one.bit();
        return bits;
    }

    /** Those that a vacancy asks, as bits. */
    static int bits(List<Asked.Language> asked) {
        int bits = 0;
        for (Asked.Language one : asked) bits |= of(one.code()).map(AskedLanguage::bit).orElse(0);
        return bits == 0 ? new AskedLanguage(NONE).bit() : bits;
    }

    /**
     * The name in words.
     *
     * @param none what is said for no language
     */
    public LocalizedText name(LocalizedText none) {
        if (key.equals(NONE)) return none;
        var locale = java.util.Locale.of(key);
        return new LocalizedText(
                locale.getDisplayLanguage(Language.NL.locale()),
                locale.getDisplayLanguage(Language.EN.locale()));
    }

    @Override
    public int compareTo(AskedLanguage other) {
        return Integer.compare(ALL.indexOf(this), ALL.indexOf(other));
    }
}
