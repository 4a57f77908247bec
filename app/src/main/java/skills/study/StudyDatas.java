package skills.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.assessment.Rounds;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.UseDefinition;
import skills.evaluation.plan.Wave;
import skills.kernel.AccountId;
import skills.platform.Problem;
import skills.usage.Usage;

/**
 * What came of a study, gathered from everything that is kept of its participants, under their
 * pseudonyms.
 */
@Component
class StudyDatas {

    private static final int AGE_MOST = 120;

    private final Studies studies;
    private final Enrolments enrolments;
    private final Agreements agreements;
    private final Reveal reveal;
    private final Lessons lessons;
    private final Rounds rounds;
    private final Usage usage;
    private final Moves moves;

    StudyDatas(
            Studies studies,
            Enrolments enrolments,
            Agreements agreements,
            Reveal reveal,
            Lessons lessons,
            Rounds rounds,
            Usage usage,
            Moves moves) {
        this.moves = moves;
        this.studies = studies;
        this.enrolments = enrolments;
        this.agreements = agreements;
        this.reveal = reveal;
        this.lessons = lessons;
        this.rounds = rounds;
        this.usage = usage;
    }

    /**
     * Everybody who enrolled, without the dry run, by pseudonym; then those of whom only that is
     * known. Whoever was to be allocated as a person and did not get so far has no arm, and is not
     * in it.
     *
     * @throws Problem when there is no such study
     */
    @Transactional(readOnly = true)
    StudyData of(StudyId id) {
        Study study = studies.find(id).orElseThrow(Problem::notFound);
        List<Participant> participants = participants(study);
        Set<String> analysed =
                participants.stream()
                        .filter(Participant::consented)
                        .map(Participant::id)
                        .collect(Collectors.toSet());
        return new StudyData(
                study.plan(),
                participants,
                answers(study.plan(), enrolments.all(id), analysed),
                study.isFrozen() && study.plan().allocation().isByLot());
    }

    /** As {@link #of}, without what anybody answered. */
    @Transactional(readOnly = true)
    List<Participant> participants(Study study) {
        StudyId id = study.id();
        List<Enrolment> all = enrolments.all(id);
        Map<EnrolmentId, Assignment> arms = enrolments.arms(id);
        Map<EnrolmentId, Set<String>> agreed = agreements.standing(id);
        Map<EnrolmentId, Map<String, Enrolments.Answered>> answered = enrolments.answeredIn(id);
        Map<AccountId, List<Usage.Event>> events =
                usage.events(all.stream().map(Enrolment::account).toList()).stream()
                        .collect(Collectors.groupingBy(Usage.Event::account));
        List<Lessons.Lesson> times = lessons.of(id);
        Map<String, String> classes = reveal.ofClasses(study);
        Set<EnrolmentId> moved = moves.of(id);
        List<Participant> participants = new ArrayList<>();
        for (Enrolment e : all) {
            Optional<String> arm = arm(e, arms.get(e.id()), classes);
            if (arm.isEmpty()) continue;
            Set<String> purposes = agreed.getOrDefault(e.id(), Set.of());
            participants.add(
                    participant(
                            study,
                            e,
                            arm.get(),
                            arms.get(e.id()),
                            Joins.suffice(study, purposes),
                            mayMeasure(study, purposes),
                            events.getOrDefault(e.account(), List.of()),
                            times,
                            last(study, answered.getOrDefault(e.id(), Map.of())),
                            moved.contains(e.id())));
        }
        for (Enrolments.Gone g : enrolments.gone(id))
            arm(g, classes).ifPresent(arm -> participants.add(gone(g, arm)));
        return participants;
    }

    /** How each wave was answered, by how many: where modes differ, that is a confound. */
    Map<String, Map<Wave.Mode, Integer>> modes(StudyId id) {
        Map<String, Map<Wave.Mode, Integer>> modes = new TreeMap<>();
        enrolments
                .answeredIn(id)
                .forEach(
                        (enrolment, waves) ->
                                waves.forEach(
                                        (wave, answered) ->
                                                modes.computeIfAbsent(
                                                                wave,
                                                                k -> new EnumMap<>(Wave.Mode.class))
                                                        .merge(answered.mode(), 1, Integer::sum)));
        return modes;
    }

    private static Optional<String> arm(
            Enrolment e, @Nullable Assignment revealed, Map<String, String> classes) {
        return revealed != null
                ? Optional.of(revealed.arm())
                : Optional.ofNullable(classes.get(Reveal.cluster(e.school(), e.unit())));
    }

    private static Optional<String> arm(Enrolments.Gone g, Map<String, String> classes) {
        return Optional.ofNullable(g.arm())
                .or(() -> Optional.ofNullable(classes.get(Reveal.cluster(g.school(), g.unit()))));
    }

    /** Where the plan asks for it separately, only with that consent. */
    private static boolean mayMeasure(Study study, Set<String> purposes) {
        return study.plan().consents().stream().noneMatch(c -> c.purpose().equals(Agreements.USAGE))
                || purposes.contains(Agreements.USAGE);
    }

    /** Use counts until the questions that decide were answered, at most until they close. */
    private Instant last(Study study, Map<String, Enrolments.Answered> answered) {
        var last = answered.get(study.plan().analysis().last());
        Instant end = WaveClock.end(study.plan());
        return last == null || last.at().isAfter(end) ? end : last.at();
    }

    private static Participant participant(
            Study study,
            Enrolment e,
            String arm,
            @Nullable Assignment assigned,
            boolean consented,
            boolean mayMeasure,
            List<Usage.Event> events,
            List<Lessons.Lesson> times,
            Instant until,
            boolean moved) {
        Plan plan = study.plan();
        String unit = assigned == null ? e.unit() : assigned.unit();
        String school = assigned == null ? e.school() : assigned.school();
        List<Lessons.Lesson> own = times.stream().filter(l -> l.isOf(school, unit)).toList();
        Instant from = assigned == null ? e.at() : assigned.revealedAt();
        UseMeasure anywhere = UseMeasure.of(events, from, until, own, UseDefinition.Place.ANYWHERE);
        UseDefinition main = plan.mainUse();
        boolean measured = consented && mayMeasure;
        return new Participant(
                e.pseudonym(),
                arm,
                unit,
                school,
                consented ? e.facts().get(PersonFacts.GENDER) : null,
                consented ? age(e.facts().get(PersonFacts.AGE)) : null,
                !measured || main.kind() == UseDefinition.Kind.REPORTED
                        ? null
                        : Boolean.valueOf(
                                UseMeasure.of(events, from, until, own, main.place())
                                        .meets(main.kind(), main.atLeast())),
                measured ? Integer.valueOf(anywhere.sittings()) : null,
                measured ? Double.valueOf(anywhere.minutes()) : null,
                consented,
                measured && !plan.arm(arm).offered() && anywhere.opened(),
                moved,
                Map.of());
    }

    private static Participant gone(Enrolments.Gone g, String arm) {
        return new Participant(
                "gone-" + g.id().toString().substring(0, 8),
                arm,
                g.unit(),
                g.school(),
                null,
                null,
                null,
                null,
                null,
                false,
                false);
    }

    private static @Nullable Double age(@Nullable String years) {
        if (years == null || !years.matches("\\d{1,3}")) return null;
        int age = Integer.parseInt(years);
        return age > AGE_MOST ? null : Double.valueOf(age);
    }

    private Map<String, Map<String, Map<String, Integer>>> answers(
            Plan plan, List<Enrolment> all, Set<String> analysed) {
        record Whose(String wave, String pseudonym) {}
        Map<String, Whose> whose = new HashMap<>();
        for (Enrolment e : all)
            if (analysed.contains(e.pseudonym()))
                for (Wave wave : plan.waves())
                    whose.put(e.wave(wave.id()), new Whose(wave.id(), e.pseudonym()));
        Map<String, Map<String, Map<String, Integer>>> answers = new HashMap<>();
        for (Wave wave : plan.waves()) answers.put(wave.id(), new TreeMap<>());
        for (Rounds.Given given : rounds.given(whose.keySet())) {
            Whose of = whose.get(given.round());
            scale(plan, given)
                    .filter(s -> given.number() <= s.items())
                    .ifPresent(
                            s ->
                                    answers.get(of.wave())
                                            .computeIfAbsent(of.pseudonym(), k -> new TreeMap<>())
                                            .put(
                                                    s.columns().get(given.number() - 1),
                                                    s.lowest() + given.value()));
        }
        return answers;
    }

    /** The plan's name of a scale has no signs that a column cannot have. */
    private static Optional<Scale> scale(Plan plan, Rounds.Given given) {
        return plan.scales().stream()
                .filter(s -> s.instrument().equals(given.instrument().name()))
                .filter(s -> bare(s.id()).equals(bare(given.scale())))
                .findFirst();
    }

    private static String bare(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
