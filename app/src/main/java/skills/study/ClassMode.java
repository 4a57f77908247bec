package skills.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.plan.Wave;
import skills.identity.ClassPages;
import skills.identity.GroupId;
import skills.platform.Problem;

/** A class that is at it in a lesson: what its teacher shows, sees and does. */
@Component
class ClassMode implements ClassPages {

    /** A lesson that nobody ended is over after this long. */
    static final Duration LONGEST = Duration.ofMinutes(100);

    private final Studies studies;
    private final StudyUnits units;
    private final Lessons lessons;
    private final Clock clock;

    ClassMode(Studies studies, StudyUnits units, Lessons lessons, Clock clock) {
        this.studies = studies;
        this.units = units;
        this.lessons = lessons;
        this.clock = clock;
    }

    /**
     * @param open the wave that can be answered now; null when none can
     * @param next the wave that opens next; null when there is none
     * @param lesson that goes on now; null without one
     */
    record State(
            Study study,
            StudyUnit unit,
            @Nullable Wave open,
            @Nullable Wave next,
            Lessons.@Nullable Lesson lesson) {}

    /**
     * @throws Problem when the class does not take part in this study
     */
    State of(StudyId id, GroupId group) {
        Study study = studies.find(id).orElseThrow(Problem::notFound);
        StudyUnit unit = units.of(id, group).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        Wave open =
                study.isFrozen()
                        ? WaveClock.open(study.plan(), now).stream()
                                .filter(w -> !w.instruments().isEmpty())
                                .findFirst()
                                .orElse(null)
                        : null;
        Wave next =
                study.plan().waves().stream()
                        .filter(w -> WaveClock.opens(study.plan(), w).isAfter(now))
                        .min(Comparator.comparing(w -> WaveClock.opens(study.plan(), w)))
                        .orElse(null);
        return new State(study, unit, open, next, lesson(id, unit, now).orElse(null));
    }

    /** From now on use of the passport is use in the lesson; doing it twice is doing it once. */
    @Transactional
    void begin(StudyId id, GroupId group) {
        studies.lock(id);
        State state = of(id, group);
        if (state.lesson() != null || !state.study().isFrozen()) return;
        Instant now = clock.instant();
        lessons.add(
                id,
                new Lessons.Lesson(
                        state.unit().unit().school(),
                        state.unit().unit().id(),
                        now,
                        now.plus(LONGEST)));
    }

    @Transactional
    void end(StudyId id, GroupId group) {
        State state = of(id, group);
        lessons.end(id, state.unit().unit().school(), state.unit().unit().id(), clock.instant());
    }

    private Optional<Lessons.Lesson> lesson(StudyId id, StudyUnit unit, Instant now) {
        return lessons.of(id).stream()
                .filter(l -> l.school().equals(unit.unit().school()))
                .filter(l -> l.unit().equals(unit.unit().id()))
                .filter(l -> l.holds(now))
                .findFirst();
    }

    /** The studies that a class is in and that are not over. */
    @Override
    public List<Link> of(GroupId group) {
        Instant now = clock.instant();
        return units.studiesOf(group).stream()
                .flatMap(id -> studies.find(id).stream())
                .filter(s -> now.isBefore(WaveClock.end(s.plan())))
                .map(
                        s ->
                                new Link(
                                        "classmode.entry",
                                        Texts.of(s.plan().title()),
                                        address(group, s.id())))
                .toList();
    }

    static String address(GroupId group, StudyId study) {
        return "/class/" + group.value() + "/study/" + study.value();
    }
}
