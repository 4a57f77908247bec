package skills.study;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import skills.evaluation.plan.UseDefinition;
import skills.study.Lessons.Lesson;
import skills.usage.Usage.Event;
import skills.usage.Usage.Kind;

/**
 * What one person did with the passport, in so far as it counts.
 *
 * @param parts different parts that were completed
 * @param sittings occasions: whoever did nothing for more than half an hour came back
 * @param seconds in view where a page told it, otherwise from the first to the last event of each
 *     sitting
 */
record UseMeasure(boolean opened, int parts, int sittings, int seconds) {

    static final Duration GAP = Duration.ofMinutes(30);

    private static final double SECONDS_A_MINUTE = 60;

    /**
     * @param events of one person, in the order of time
     * @param from first instant that counts; @param until first that does not
     * @param lessons of the person's class
     */
    static UseMeasure of(
            List<Event> events,
            Instant from,
            Instant until,
            List<Lesson> lessons,
            UseDefinition.Place place) {
        Predicate<Event> inLesson = e -> lessons.stream().anyMatch(l -> l.holds(e.at()));
        List<Event> counting =
                events.stream()
                        .filter(e -> !e.at().isBefore(from) && e.at().isBefore(until))
                        .filter(
                                switch (place) {
                                    case ANYWHERE -> e -> true;
                                    case IN_LESSON -> inLesson;
                                    case OUTSIDE_LESSON -> inLesson.negate();
                                })
                        .toList();
        int sittings = 0;
        long spans = 0;
        Instant before = null;
        for (Event e : counting) {
            if (before == null || Duration.between(before, e.at()).compareTo(GAP) > 0) sittings++;
            else spans += Duration.between(before, e.at()).toSeconds();
            before = e.at();
        }
        int inView = counting.stream().mapToInt(Event::seconds).sum();
        return new UseMeasure(
                !counting.isEmpty(),
                (int)
                        counting.stream()
                                .filter(e -> e.kind() == Kind.COMPLETED)
                                .map(Event::part)
                                .distinct()
                                .count(),
                sittings,
                // Less than it really took: what came after the last thing noted is not known.
                inView > 0 ? inView : (int) spans);
    }

    double minutes() {
        return seconds / SECONDS_A_MINUTE;
    }

    /** Whether it is use; what a column of other data reports is not measured here. */
    boolean meets(UseDefinition.Kind kind, int atLeast) {
        return switch (kind) {
            case OPENED -> opened;
            case PARTS_COMPLETED -> parts >= atLeast;
            case SITTINGS -> sittings >= atLeast;
            case MINUTES -> minutes() >= atLeast;
            case REPORTED -> false;
        };
    }
}
