package skills.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.matching.Explanation.Verdict;
import skills.platform.Sentences;

/** Says a match in words: what counted, how much, what is missing, what would change it. */
@Component
class Explainer {

    /** Styles and drives that are named of each component. */
    private static final int MOST_PARTS = 3;

    /** A smaller share of what a component can move is called hardly any. */
    private static final double HARDLY = .1;

    private final Sentences sentences;

    Explainer(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * Skills first, then what else counts now, each with its source.
     *
     * @param known false when it is not known which occupation a vacancy belongs to
     */
    List<Explanation> explain(Match match, PersonalFit personal, boolean known) {
        boolean alone = personal.components().isEmpty();
        List<Explanation> roots = new ArrayList<>();
        roots.add(explain(match, sentences.of(alone ? "why.all" : "why.all.own")));
        for (ComponentFit fit : personal.components())
            roots.add(component(fit, personal.counterpart(), known));
        return roots;
    }

    private Explanation component(ComponentFit fit, @Nullable String counterpart, boolean known) {
        ComponentFit.Verdict verdict = fit.verdict();
        String key = fit.component().key();
        List<Explanation> details = new ArrayList<>();
        for (FitPart part : fit.telling(MOST_PARTS))
            details.add(part(part, details.isEmpty() ? "fit.most" : "fit.also"));
        if (details.isEmpty() && verdict != ComponentFit.Verdict.UNKNOWN)
            details.add(
                    new Explanation(
                            Verdict.PART,
                            sentences.of("fit.ordinary"),
                            sentences.of("fit.ordinary.weight"),
                            List.of()));
        LocalizedText source =
                counterpart == null || verdict == ComponentFit.Verdict.UNKNOWN
                        ? sentences.of(known ? "fit.source.none" : "fit.source.nooccupation")
                        : sentences.of("fit.source." + key, counterpart);
        return new Explanation(
                switch (verdict) {
                    case FITS -> Verdict.YES;
                    case UNSURE -> Verdict.PART;
                    case FITS_LESS -> Verdict.NO;
                    case UNKNOWN -> Verdict.UNKNOWN;
                },
                sentences.of("fit." + key + "." + verdict.name().toLowerCase(Locale.ROOT)),
                sentences.of("fit.moves." + moves(fit)),
                details,
                source);
    }

    /** Which way the component moves the occupation in the list. */
    static String moves(ComponentFit fit) {
        if (fit.verdict() == ComponentFit.Verdict.UNKNOWN) return "unknown";
        double share = fit.shift() / skills.matching.Component.WEIGHT;
        if (Math.abs(share) < HARDLY) return "none";
        return share > 0 ? "up" : "down";
    }

    private Explanation part(FitPart part, String weight) {
        boolean agree = part.counts() > 0;
        String sentence =
                part.own().isSure()
                        ? agree ? "fit.fits" : "fit.less"
                        : agree ? "fit.maybe" : "fit.maybe.less";
        Verdict verdict = !part.own().isSure() ? Verdict.PART : agree ? Verdict.YES : Verdict.NO;
        return new Explanation(
                verdict,
                sentences.of(sentence, work(part), own(part)),
                sentences.of(weight),
                List.of());
    }

    /** One line for a list: what counts most of what is sure. */
    Optional<LocalizedText> inShort(PersonalFit personal) {
        return personal.clearest()
                .map(
                        p ->
                                sentences.of(
                                        p.counts() > 0 ? "fit.short.fits" : "fit.short.less",
                                        work(p)));
    }

    private LocalizedText work(FitPart part) {
        return sentences.of("fit.work." + part.scale() + end(part.work()));
    }

    private LocalizedText own(FitPart part) {
        return sentences.of("fit.you." + part.scale() + end(part.own().value()));
    }

    private static String end(double value) {
        return value > 0 ? ".high" : ".low";
    }

    private Explanation explain(Match match, LocalizedText weight) {
        List<Explanation> details = new ArrayList<>();
        for (Hold hold : List.of(Hold.FULL, Hold.HALF, Hold.NONE))
            for (SkillFit fit : match.fits()) if (fit.hold() == hold) details.add(detail(fit));
        LocalizedText reason =
                match.half() == 0
                        ? sentences.of("why.have", match.full(), match.asked())
                        : sentences.of("why.have.half", match.full(), match.asked(), match.half());
        Verdict verdict = match.full() * 2 >= match.asked() ? Verdict.YES : Verdict.PART;
        return new Explanation(verdict, reason, weight, details);
    }

    private Explanation detail(SkillFit fit) {
        Verdict verdict =
                switch (fit.hold()) {
                    case FULL -> Verdict.YES;
                    case HALF -> Verdict.PART;
                    case NONE -> Verdict.NO;
                };
        LocalizedText weight =
                sentences.of(
                        "why.weight."
                                + (fit.essential() ? "double" : "single")
                                + (fit.hold() == Hold.HALF ? ".half" : ""));
        LocalizedText reason =
                fit.because() == null
                        ? fit.name()
                        : sentences.of("why.skill", fit.name(), fit.because());
        return new Explanation(verdict, reason, weight, List.of());
    }

    /**
     * What would change a match: the missing skill that counts most, and where that would bring
     * one.
     */
    LocalizedText change(Match match) {
        return match.missing().stream()
                .max(java.util.Comparator.comparingDouble(SkillFit::weight))
                .map(fit -> sentences.of("why.change", fit.name(), match.full() + 1, match.asked()))
                .orElseGet(() -> sentences.of("why.change.none"));
    }
}
