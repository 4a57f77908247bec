package skills.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.matching.Explanation.Verdict;
import skills.platform.Sentences;
import skills.taxonomy.SkillId;

/** Says a match in words: what counted, how much, what is missing, what would change it. */
@Component
class Explainer {

    /** Styles and drives that are named of each component. */
    private static final int MOST_PARTS = 3;

    /** A smaller share of what a component can move is called hardly any. */
    private static final double HARDLY = .1;

    /** From here on a skill is called rare, and below the other common: see Skillset.rarity. */
    private static final double RARE = .7;

    private static final double COMMON = .3;

    /** With less than this a skill is not counted as there. */
    private static final double HALF = .5;

    private final Sentences sentences;

    private final FitWords fitting;

    Explainer(Sentences sentences, FitWords fitting) {
        this.sentences = sentences;
        this.fitting = fitting;
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

    /**
     * The whole tree of a fit: skills, then the other components that take a share, known or
     * missing, then what counts in the person's own view; each with its numbers and with what would
     * change it.
     *
     * @param esco the skills are a list of ESCO, of which essential and useful differ little
     * @param names of occupations and skills that the fit mentions
     */
    List<Explanation> explain(
            Match match,
            Fit fit,
            List<FitChange> changes,
            PersonalFit personal,
            boolean known,
            boolean esco,
            FitNames names) {
        boolean alone =
                personal.components().isEmpty()
                        && fit.components().stream().filter(FitComponent::isKnown).count() <= 1;
        List<Explanation> roots = new ArrayList<>();
        for (FitComponent c : fit.components()) {
            Explanation node =
                    c.factor() == FitFactor.SKILLS && c.isKnown()
                            ? skills(
                                    explain(match, sentences.of(alone ? "why.all" : "why.all.own")),
                                    match,
                                    c,
                                    esco)
                            : fitting.component(c, names);
            roots.add(node.with(fitting.numbers(c, fit, changes, names)));
        }
        Fit own = fit.with(personal);
        for (ComponentFit of : personal.components())
            roots.add(
                    component(of, personal.counterpart(), known)
                            .with(
                                    fitting.numbers(
                                            own.of(of.asComponent().factor()),
                                            own,
                                            List.of(),
                                            names)));
        return roots;
    }

    /** The same with, for each skill, what it weighs and what of it is there. */
    private Explanation skills(Explanation root, Match match, FitComponent c, boolean esco) {
        Map<SkillId, FitReason.OfSkill> reasons = new HashMap<>();
        for (FitReason r : c.reasons())
            if (r instanceof FitReason.OfSkill s) reasons.put(s.skill(), s);
        List<Explanation> details = new ArrayList<>();
        for (Hold hold : List.of(Hold.FULL, Hold.HALF, Hold.NONE))
            for (SkillFit fit : match.fits()) {
                if (fit.hold() != hold) continue;
                FitReason.OfSkill of = reasons.remove(fit.skill());
                details.add(of == null ? detail(fit) : weighed(detail(fit), fit, of, esco));
            }
        if (!reasons.isEmpty()) details.add(others(List.copyOf(reasons.values())));
        return new Explanation(
                root.verdict(), root.reason(), root.weight(), details, root.source());
    }

    private Explanation weighed(
            Explanation detail, SkillFit fit, FitReason.OfSkill of, boolean esco) {
        LocalizedText weight =
                esco
                        ? sentences.of(
                                fit.hold() == Hold.HALF
                                        ? "why.weight.single.half"
                                        : "why.weight.single")
                        : detail.weight();
        if (of.rarity() >= RARE) weight = sentences.of("fitting.rare", weight);
        else if (of.rarity() < COMMON) weight = sentences.of("fitting.common", weight);
        return new Explanation(detail.verdict(), detail.reason(), weight, detail.details())
                .with(new Explanation.Numbers(of.share(), of.credit(), List.of()));
    }

    /** Useful skills of a long list, which the page does not name one by one. */
    private Explanation others(List<FitReason.OfSkill> all) {
        long there = all.stream().filter(s -> s.credit().value() >= HALF).count();
        double share = all.stream().mapToDouble(FitReason.OfSkill::share).sum();
        return new Explanation(
                        there * 2 >= all.size() ? Verdict.YES : Verdict.PART,
                        sentences.of("fitting.others", there, all.size()),
                        sentences.of("why.weight.single"),
                        List.of())
                .with(
                        new Explanation.Numbers(
                                share,
                                new Band(
                                        mean(all, share, Band::lower),
                                        mean(all, share, Band::value),
                                        mean(all, share, Band::upper)),
                                List.of()));
    }

    private static double mean(
            List<FitReason.OfSkill> all, double share, ToDoubleFunction<Band> of) {
        return all.stream().mapToDouble(s -> s.share() * of.applyAsDouble(s.credit())).sum()
                / share;
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
    LocalizedText change(Match match, List<FitChange> changes) {
        List<SkillFit> missing = match.missing();
        return changes.stream()
                .filter(c -> c.step() instanceof FitChange.Step.AddSkill)
                .map(c -> ((FitChange.Step.AddSkill) c.step()).skill())
                .flatMap(s -> missing.stream().filter(f -> f.skill().equals(s)))
                .findFirst()
                .map(fit -> sentences.of("why.change", fit.name(), match.full() + 1, match.asked()))
                .orElseGet(() -> sentences.of("why.change.none"));
    }
}
