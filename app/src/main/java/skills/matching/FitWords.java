package skills.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.matching.Explanation.Verdict;
import skills.platform.Sentences;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Says in words what counts in a fit beside skills, what is missing and what would change it. */
@Component
class FitWords {

    /** Two occupations that are less alike are called little alike. */
    private static final double ALIKE = .3;

    /** Changes that a page names for each component. */
    private static final int MOST_CHANGES = 3;

    /** A change of less than this is not worth a sentence. */
    private static final double LEAST = .002;

    private final Sentences sentences;
    private final Occupations occupations;
    private final Skills skills;

    FitWords(Sentences sentences, Occupations occupations, Skills skills) {
        this.sentences = sentences;
        this.occupations = occupations;
        this.skills = skills;
    }

    /** The names of everything that a fit mentions, in two questions to the database. */
    FitNames names(Fit fit) {
        Set<OccupationId> work = new HashSet<>();
        Set<SkillId> asked = new HashSet<>();
        for (FitComponent c : fit.components())
            for (FitReason r : c.reasons()) {
                if (r instanceof FitReason.OfWork w) work.add(w.work().occupation());
                if (r instanceof FitReason.OfSkill s) asked.add(s.skill());
            }
        return new FitNames(
                occupations.all(work).values().stream()
                        .collect(Collectors.toMap(Occupation::id, Occupation::name)),
                skills.all(asked).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().name())));
    }

    /** One component that is not skills. */
    Explanation component(FitComponent c, FitNames names) {
        String key = "fitting." + c.factor().key();
        if (!c.isKnown())
            return new Explanation(
                    Verdict.UNKNOWN,
                    sentences.of(key + ".missing." + key(c.missing())),
                    sentences.of("fit.moves.unknown"),
                    List.of());
        FitReason reason = c.reasons().getFirst();
        return switch (reason) {
            case FitReason.OfWork w -> work(w, c, names);
            case FitReason.OfStudy s -> study(s, c);
            case FitReason.OfTravel t ->
                    node(
                            c,
                            t.km() <= t.within() ? Verdict.YES : Verdict.NO,
                            sentences.of(
                                    t.km() <= t.within() ? key + ".within" : key + ".outside",
                                    Math.round(t.km()),
                                    Math.round(t.within())),
                            sentences.of(key + ".source"));
            case FitReason.OfWishes w ->
                    node(
                            c,
                            verdict(c.band().value()),
                            sentences.of(
                                    key
                                            + (w.pay() == null
                                                    ? ".hours."
                                                    : w.hours() == null ? ".pay." : ".both.")
                                            + verdict(c.band().value())
                                                    .name()
                                                    .toLowerCase(java.util.Locale.ROOT)),
                            sentences.of(key + ".source"));
            case FitReason.OfSkill s -> throw new IllegalArgumentException("skills: " + s);
        };
    }

    private Explanation work(FitReason.OfWork w, FitComponent c, FitNames names) {
        String how = w.alike() >= 1 ? "same" : w.alike() >= ALIKE ? "near" : "far";
        return node(
                c,
                w.alike() >= 1 ? Verdict.YES : w.alike() >= ALIKE ? Verdict.PART : Verdict.NO,
                sentences.of("fitting.experience." + how, names.of(w.work().occupation())),
                sentences.of("fitting.experience.source"));
    }

    private Explanation study(FitReason.OfStudy s, FitComponent c) {
        int under = s.study().eqf() == null ? 0 : s.asked() - s.study().eqf();
        String how = under <= 0 ? "enough" : under == 1 ? "one" : "low";
        return node(
                c,
                under <= 0 ? Verdict.YES : under == 1 ? Verdict.PART : Verdict.NO,
                sentences.of("fitting.education." + how, sentences.of("fitting.eqf." + s.asked())),
                sentences.of("fitting.education.source." + (s.told() ? "text" : "onet")));
    }

    private Explanation node(
            FitComponent c, Verdict verdict, LocalizedText reason, LocalizedText source) {
        String weight = c.weight() >= .15 ? "some" : "little";
        return new Explanation(
                verdict, reason, sentences.of("fitting.weight." + weight), List.of(), source);
    }

    private static Verdict verdict(double value) {
        return value >= .8 ? Verdict.YES : value >= .4 ? Verdict.PART : Verdict.NO;
    }

    /** What the words of a component stand for. */
    Explanation.Numbers numbers(FitComponent c, Fit fit, List<FitChange> changes, FitNames names) {
        double all =
                fit.components().stream()
                        .filter(o -> o.factor().isShare())
                        .mapToDouble(FitComponent::weight)
                        .sum();
        double now = Fit.cautious(fit.components());
        List<Explanation.Change> said = new ArrayList<>();
        for (FitChange change : changes)
            if (change.factor() == c.factor()
                    // A missing skill is named by itself, above, with how many one then has.
                    && !(change.step() instanceof FitChange.Step.AddSkill)
                    && said.size() < MOST_CHANGES
                    && change.cautious() - now > LEAST)
                said.add(new Explanation.Change(words(change, names), change));
        return new Explanation.Numbers(
                c.factor().isShare() ? c.weight() / all : c.weight(), c.band(), said);
    }

    private LocalizedText words(FitChange change, FitNames names) {
        return switch (change.step()) {
            case FitChange.Step.AddSkill s -> throw new IllegalArgumentException("named above");
            case FitChange.Step.RaiseLevel s ->
                    sentences.of(
                            "fitting.change.level",
                            names.of(s.skill()),
                            sentences.of("fitting.level." + key(s.to())));
            case FitChange.Step.AddProof s ->
                    sentences.of("fitting.change.proof." + key(s.to()), names.of(s.skill()));
            case FitChange.Step.MoveNearer m ->
                    sentences.of("fitting.change.nearer", Math.round(m.km()));
            case FitChange.Step.LookFurther l ->
                    sentences.of("fitting.change.further", Math.round(l.km()));
        };
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
