package skills.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How vacancies speak: what is needed, what is welcome, what the employer offers and therefore asks
 * of nobody.
 */
final class SpanCues {

    /**
     * A sentence or item of a list.
     *
     * @param start first char in the text
     * @param words folded, with their place in the sentence
     * @param nice asks for what is welcome
     * @param cues chars of the text where cues such as "ervaring met" end
     */
    record Sentence(int start, List<Tokens.Token> words, boolean nice, List<Integer> cues) {

        /** Whether a cue stands shortly before the word that begins here. */
        boolean cued(int at) {
            for (int cue : cues) if (cue <= at && at - cue < NEAR) return true;
            return false;
        }
    }

    /** A cue counts for so many chars. */
    private static final int NEAR = 60;

    private static final int LONGEST_HEADING = 70;
    private static final String BULLETS = "•●▪■◦✓✔►";

    /** First parts of Dutch verbs that stand apart: stelt … op. */
    static final Set<String> PARTICLES =
            Set.of(
                    "op", "aan", "uit", "af", "mee", "bij", "in", "na", "door", "voor", "over",
                    "om", "toe", "terug", "samen", "vast", "weg");

    static final SpanCues DUTCH =
            new SpanCues(
                    CuePhrases.of(
                            "een pre, is pre, pre is, pluspunt, meegenomen, een plus, grote plus, groot plus, dikke plus,"
                                    + " meerwaarde, bij voorkeur, voordeel, wenselijk, vinden we fijn, geen must, nice to have,"
                                    + " of interesse, affiniteit"),
                    CuePhrases.of(
                            "niet nodig, niet vereist, geen vereiste, hoeft niet, hoef je niet, niet noodzakelijk,"
                                    + " geen ervaring, geen eis"),
                    CuePhrases.of(
                            "kennis van, kennis over, kennis in, op het gebied van, ervaring met, ervaring in, verstand van,"
                                    + " vaardig in, vaardig met, vaardigheid in, bekend met, inzicht in, beheersing van,"
                                    + " beheerst, beheers, affiniteit met, expertise in, opgeleid in, opleiding in,"
                                    + " werken met, overweg met, handig met, interesse in"),
                    CuePhrases.of(
                            "wat bieden, wat krijg, wat hebben wij, wat krijg je, wij bieden, we bieden, bieden wij,"
                                    + " bieden we, ons aanbod, jouw voordelen, aanbod, arbeidsvoorwaarden, what we offer,"
                                    + " wij geven, dit krijg je, wat je krijgt, wat mag je verwachten, wat wij jou, dit bieden,"
                                    + " dat bieden, waarom werken, waarom kiezen, waarom voor, voordelen, salaris"),
                    CuePhrases.of(
                            "over ons, wie zijn, wie is, over het bedrijf, over de organisatie, bedrijfsprofiel, ons verhaal,"
                                    + " bedrijfsomschrijving, solliciteren, sollicitatie, interesse, contact, procedure,"
                                    + " geinteresseerd, meer weten, meer informatie, enthousiast"),
                    CuePhrases.of(
                            "wij zoeken, profiel, wat vragen, wat breng, wat verwachten, wat neem, vereisten, functie eisen,"
                                    + " functie-eisen, functieeisen, eisen, jij bent, wie ben jij, jij hebt, je hebt, taken, functie,"
                                    + " werkzaamheden, wat ga je doen, verantwoordelijkheden, competenties, kwalificaties, jouw rol,"
                                    + " je rol, opdracht, herken jij, dit ben jij, wat je gaat, wat je doet, wat je meebrengt,"
                                    + " vaardigheden"));

    static final SpanCues ENGLISH =
            new SpanCues(
                    CuePhrases.of(
                            "nice to have, desirable, advantage, advantageous, preferred, a plus, a bonus, ideally"),
                    CuePhrases.of("not required, not needed, not necessary, no experience"),
                    CuePhrases.of(
                            "knowledge of, knowledge in, experience with, experience in, experience of, experience using,"
                                    + " skills in, skill in, skilled in, proficient in, proficient with, proficiency in,"
                                    + " proficiency with, familiar with, familiarity with, understanding of, background in,"
                                    + " expertise in, working with, competent in, ability to, trained in, command of"),
                    CuePhrases.of(
                            "what we offer, we offer, benefits, our offer, what you get, whats in it for you, perks,"
                                    + " compensation, salary"),
                    CuePhrases.of(
                            "about us, who we are, about the company, our company, how to apply, contact, equal opportunity,"
                                    + " equal opportunities"),
                    CuePhrases.of(
                            "requirements, qualifications, what you, who you are, about you, your profile, responsibility,"
                                    + " responsibilities, duties, role, skills, experience, job description, you will"));

    private final CuePhrases nice;
    private final CuePhrases not;
    private final CuePhrases cue;
    private final CuePhrases offer;
    private final CuePhrases employer;
    private final CuePhrases asks;

    private SpanCues(
            CuePhrases nice,
            CuePhrases not,
            CuePhrases cue,
            CuePhrases offer,
            CuePhrases employer,
            CuePhrases asks) {
        this.nice = nice;
        this.not = not;
        this.cue = cue;
        this.offer = offer;
        this.employer = employer;
        this.asks = asks;
    }

    /**
     * The sentences that ask something: cut at full stops, line ends and bullets, without what
     * stands under a heading about the employer or its offer.
     */
    List<Sentence> sentences(String text) {
        var all = new ArrayList<Sentence>();
        boolean skipped = false;
        boolean niceBlock = false;
        for (int start = 0; start < text.length(); ) {
            int end = end(text, start);
            String line = text.substring(start, end);
            List<Tokens.Token> words = Tokens.of(line);
            if (!words.isEmpty()) {
                String bare = line.strip();
                boolean heading = heading(bare, words.size());
                if (heading || bare.length() < 2 * LONGEST_HEADING) {
                    boolean asked = asks.isIn(words);
                    boolean off = offer.isIn(words) || heading && employer.isIn(words);
                    if (off && !asked) skipped = true;
                    else if (heading && asked) skipped = false;
                }
                boolean welcome = nice.isIn(words);
                if (heading) niceBlock = welcome;
                if (!skipped && !not.isIn(words)) {
                    int from = start;
                    all.add(
                            new Sentence(
                                    start,
                                    words,
                                    niceBlock || welcome,
                                    cue.endsIn(words).stream().map(e -> from + e).toList()));
                }
            }
            start = end + 1;
        }
        return all;
    }

    private static int end(String text, int start) {
        int n = text.length();
        for (int i = start; i < n; i++) {
            char c = text.charAt(i);
            if (c == '\n' || BULLETS.indexOf(c) >= 0) return i;
            boolean space = i + 1 < n && Character.isWhitespace(text.charAt(i + 1));
            if (space && (c == '.' || c == '!' || c == '?' || c == ';')) return i + 1;
            if (space && c == ' ' && i + 2 < n && text.charAt(i + 2) == ' ') return i;
        }
        return n;
    }

    private static boolean heading(String line, int words) {
        return line.startsWith("# ")
                || line.length() <= LONGEST_HEADING
                        && (line.endsWith(":")
                                || line.endsWith("?")
                                || words <= 5 && !line.endsWith("."));
    }
}
