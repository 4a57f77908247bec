package skills.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The phrases of a long text that may each name a concept: "experience with Java and a driving
 * licence" holds java and driving licence. A short text is left as it is.
 */
final class Pieces {

    private static final int MOST = 12;
    private static final int WIDEST = 3;

    /** Words that bind, and words that say how well or how long: they name nothing. */
    private static final Set<String> EMPTY =
            words(
                    "a an the of in on for to from by at as is are be will would can could must"
                            + " should may have has had you your yours we our us they their them he she"
                            + " his her it its this that these those who which what when where while if"
                            + " then than so such also very more most all any each every other another"
                            + " some no not only own up out over into within across between about"
                            + " through during using use used etc eg ie per via including include"
                            + " includes e.g i.e year years month months least minimum minimal strong"
                            + " good great excellent solid proven deep broad sound basic advanced"
                            + " extensive working hands relevant previous prior similar experience"
                            + " experienced experiences knowledge understanding familiarity familiar"
                            + " ability able capable capability skill skills skilled proficiency"
                            + " proficient expertise competent competence demonstrated demonstrate"
                            + " demonstrable track record required requirement requirements preferred"
                            + " preferably desirable essential plus advantage ideally ideal candidate"
                            + " successful role position responsible responsibilities looking seeking"
                            + " join company organization location well high highly level new de het"
                            + " een van te in op voor naar uit bij met door om aan als is zijn wordt"
                            + " worden kan kunt kunnen moet moeten heb hebt heeft hebben je jij jouw u"
                            + " uw we wij ons onze ze zij hun die dat deze dit wie wat waar dan zo ook"
                            + " zeer meer meest alle elk elke ander andere geen niet tot tussen over"
                            + " tijdens via per minimaal minstens jaar jaren goede goed sterke sterk"
                            + " ruime ruim ervaring ervaren kennis vaardigheid vaardigheden vaardig"
                            + " bent ben beschikt vereist pre gewenst functie vacature kandidaat"
                            + " bedrijf wat zoek zoeken");

    /** A phrase ends before these. */
    private static final Set<String> BREAKS =
            Set.of(
                    "and", "or", "with", "but", "both", "en", "of", "maar", "zowel", "alsmede",
                    "evenals");

    private Pieces() {}

    /** A word may be said twice: it means something in both languages. */
    private static Set<String> words(String spaced) {
        return new HashSet<>(List.of(spaced.split(" ")));
    }

    /**
     * The phrases, the most telling first; empty when the text as a whole is one. The whole text is
     * not among them.
     */
    static List<String> of(String text) {
        List<Tokens.Token> tokens = Tokens.of(text);
        if (tokens.isEmpty()) return List.of();
        var phrases = new ArrayList<List<String>>();
        var phrase = new ArrayList<String>();
        int before = 0;
        for (Tokens.Token token : tokens) {
            boolean cut = token.start() > before && breaks(text, before, token.start());
            // "of" binds in English and parts in Dutch; there a word of its own seldom stands
            // alone.
            if (cut || BREAKS.contains(token.text())) {
                phrases.add(List.copyOf(phrase));
                phrase.clear();
            }
            if (!EMPTY.contains(token.text()) && !BREAKS.contains(token.text()))
                phrase.add(token.text());
            before = token.end();
        }
        phrases.add(List.copyOf(phrase));
        var all = new LinkedHashSet<String>();
        for (List<String> words : phrases)
            if (!words.isEmpty() && words.size() <= WIDEST) all.add(String.join(" ", words));
        for (int size = WIDEST; size >= 2; size--)
            for (List<String> words : phrases)
                for (int i = 0; words.size() > WIDEST && i + size <= words.size(); i++)
                    all.add(String.join(" ", words.subList(i, i + size)));
        all.remove(Tokens.fold(text));
        return all.stream().limit(MOST).toList();
    }

    private static boolean breaks(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '-' && c != '\u00A0' && c != '"' && c != '\'') return true;
        }
        return false;
    }
}
