package skills.assessment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.assessment.ReportText.Said;
import skills.assessment.ReportText.Suggestion;
import skills.assessment.ReportText.Zone;
import skills.kernel.LocalizedText;

/**
 * What can be said of one scale.
 *
 * @param band for drawing; null where the method tells no error
 * @param zone part of the line; null in an order
 * @param place in an order; null on a line
 * @param head headline; empty where nothing was written, or nothing may be said
 * @param say what follows the headline; empty likewise
 * @param ask what a coach could ask; empty likewise
 */
public record Finding(
        Instrument.Scale scale,
        ScaleScore score,
        Sure sure,
        @Nullable Band band,
        @Nullable Zone zone,
        @Nullable Place place,
        Words head,
        Words say,
        Words ask,
        List<Suggestion> suggestions) {

    /** Half widths above this, in standard deviations, are called wide. */
    static final double WIDE = .8;

    private static final int MOST_TIED = 3;

    /** How sure it is; in words under the messages {@code results.sure.*}. */
    public enum Sure {
        /** The whole band lies on one side of the middle. */
        CLEAR,
        /** The estimate lies on one side, the band on both. */
        UNSURE,
        /** Around the middle. */
        MIDDLE,
        /** Around the middle, with a band so wide that it may be elsewhere. */
        OPEN,
        /** The whole band lies above the person's own mean. */
        ABOVE,
        /** The whole band lies below the person's own mean. */
        BELOW,
        /** The band holds the person's own mean: nothing is said of it alone. */
        BETWEEN,
        /** The method tells no error. */
        UNKNOWN;

        public String key() {
            return "results.sure." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A text, or none. */
    public record Words(@Nullable LocalizedText text) {

        static final Words NONE = new Words(null);

        static Words of(@Nullable LocalizedText text) {
            return text == null || text.nl().isBlank() ? NONE : new Words(text);
        }

        public boolean isEmpty() {
            return text == null;
        }
    }

    /**
     * The 90% band on a line from 0 to 100.
     *
     * @param at the estimate
     */
    public record Band(double from, double at, double to) {

        /** Standard deviations, or log worths, from the middle to either end of the line. */
        static final double REACH = 3;

        static @Nullable Band of(ScaleScore score) {
            if (score.lower() == null || score.upper() == null) return null;
            return new Band(
                    percent(score.lower()), percent(score.estimate()), percent(score.upper()));
        }

        /** Where a point of the line is drawn, in a picture 340 wide; 2 decimals. */
        static double x(double percent) {
            return Math.round((6 + percent * 3.28) * 100) / 100.0;
        }

        private static double percent(double value) {
            return Math.clamp((value + REACH) / (2 * REACH) * 100, 0, 100);
        }
    }

    /**
     * @param from first of the places that are shared; @param to the last, the same when alone
     */
    public record Place(int from, int to) {

        public boolean isAlone() {
            return from == to;
        }
    }

    /** The headline as firm as the band allows; {@link #head} must not be empty. */
    public String headline(skills.platform.Words words) {
        String plain = words.t(head.text());
        if (sure != Sure.UNSURE) return plain;
        String inSentence =
                plain.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + plain.substring(1);
        return words.t("results.probably", inSentence);
    }

    /** Whether {@link #sure} has words of its own. */
    public boolean isSure() {
        return sure != Sure.BETWEEN && sure != Sure.UNKNOWN;
    }

    /** Whether something can be said in words alone, without place or band. */
    public boolean isSaid() {
        return !head.isEmpty() || !say.isEmpty() || zone != null;
    }

    /** Whether the two ends of the line have names. */
    public boolean hasEnds() {
        return place == null && !(scale.low().nl().isBlank() && scale.high().nl().isBlank());
    }

    /** Name of the low end, or the scale's own. */
    public LocalizedText low() {
        return scale.low().nl().isBlank() ? scale.name() : scale.low();
    }

    /** Name of the high end, or the scale's own. */
    public LocalizedText high() {
        return scale.high().nl().isBlank() ? scale.name() : scale.high();
    }

    /** Distance from the middle in standard errors; 0 where the method tells no error. */
    double clarity() {
        return score.standardError() == null
                ? 0
                : Math.abs(score.estimate()) / score.standardError();
    }

    /** On a line with two ends. */
    static Finding onLine(Instrument instrument, ScaleScore score) {
        Instrument.Scale scale = instrument.scale(score.scale()).orElseThrow();
        Zone zone = zone(instrument, score);
        Said said = words(instrument, scale).get(zone.word());
        String direction = zone.direction();
        return new Finding(
                scale,
                score,
                sureOnLine(score, zone),
                Band.of(score),
                zone,
                null,
                Words.of(said == null ? null : said.head()),
                Words.of(said == null ? null : said.say()),
                Words.of(said == null ? null : said.ask()),
                suggestions(instrument, scale, direction));
    }

    /** In an order within one person: words only for what is clearly high or clearly low. */
    static Finding inOrder(Instrument instrument, ScaleScore score, Scores scores) {
        Instrument.Scale scale = instrument.scale(score.scale()).orElseThrow();
        Place place = place(score, scores);
        Sure sure = sureInOrder(score);
        long all = scores.scales().stream().filter(ScaleScore::isKnown).count();
        boolean few = place.to() - place.from() < MOST_TIED;
        boolean top = sure == Sure.ABOVE || sure == Sure.UNKNOWN && place.from() == 1 && few;
        boolean bottom = sure == Sure.BELOW || sure == Sure.UNKNOWN && place.to() == all && few;
        Map<String, Said> words = words(instrument, scale);
        Said said = top ? words.get("top") : bottom ? words.get("bottom") : null;
        return new Finding(
                scale,
                score,
                sure,
                Band.of(score),
                null,
                place,
                Words.of(said == null ? null : said.head()),
                Words.of(said == null ? null : said.say()),
                Words.of(top || bottom ? instrument.report().asks().get(scale.id()) : null),
                top ? suggestions(instrument, scale, "top") : List.of());
    }

    /** A mean of 0 to 4 counts as 1.5 deviations for each step from its middle. */
    private static Zone zone(Instrument instrument, ScaleScore score) {
        return instrument.scoring() instanceof Instrument.Scoring.Mean
                ? Zone.of((score.estimate() - 2) * 1.5)
                : Zone.of(score.estimate());
    }

    private static Sure sureOnLine(ScaleScore score, Zone zone) {
        if (score.lower() == null || score.upper() == null) return Sure.UNKNOWN;
        if (zone == Zone.MIDDLE)
            return (score.upper() - score.lower()) / 2 > WIDE ? Sure.OPEN : Sure.MIDDLE;
        return score.lower() > 0 || score.upper() < 0 ? Sure.CLEAR : Sure.UNSURE;
    }

    private static Sure sureInOrder(ScaleScore score) {
        if (score.lower() == null || score.upper() == null) return Sure.UNKNOWN;
        if (score.lower() > 0) return Sure.ABOVE;
        return score.upper() < 0 ? Sure.BELOW : Sure.BETWEEN;
    }

    private static Place place(ScaleScore score, Scores scores) {
        int from = score.place();
        long tied = scores.scales().stream().filter(s -> score.place().equals(s.place())).count();
        return new Place(from, from + (int) tied - 1);
    }

    private static Map<String, Said> words(Instrument instrument, Instrument.Scale scale) {
        return instrument.report().scales().getOrDefault(scale.id(), Map.of());
    }

    private static List<Suggestion> suggestions(
            Instrument instrument, Instrument.Scale scale, String direction) {
        return instrument
                .report()
                .suggestions()
                .getOrDefault(scale.id(), Map.of())
                .getOrDefault(direction, List.of());
    }
}
