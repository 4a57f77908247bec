package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import skills.evaluation.plan.UseDefinition.Kind;
import skills.evaluation.plan.UseDefinition.Place;
import skills.kernel.AccountId;
import skills.usage.Part;
import skills.usage.Usage;

/** What counts as use, by the definitions that a plan can have. */
class UseMeasureTest {

    private static final AccountId WHO = new AccountId(UUID.randomUUID());
    private static final Instant T0 = Instant.parse("2027-02-01T09:00:00Z");
    private static final Instant END = T0.plus(Duration.ofDays(100));

    private static Usage.Event event(int minute, Part part, Usage.Kind kind, int seconds) {
        return new Usage.Event(WHO, part, kind, seconds, T0.plus(Duration.ofMinutes(minute)));
    }

    private static Usage.Event opened(int minute) {
        return event(minute, Part.PROFILE, Usage.Kind.OPENED, 0);
    }

    private static UseMeasure of(List<Usage.Event> events, Place place, Lessons.Lesson... lessons) {
        return UseMeasure.of(events, T0, END, List.of(lessons), place);
    }

    @Test
    void halfAnHourWithoutAnythingIsTheSameSittingAndAMinuteMoreIsAnother() {
        assertThat(of(List.of(opened(0), opened(30)), Place.ANYWHERE).sittings()).isEqualTo(1);
        assertThat(of(List.of(opened(0), opened(31)), Place.ANYWHERE).sittings()).isEqualTo(2);
    }

    @Test
    void whatWasDoneBeforeTheOfferOrAfterTheLastQuestionsDoesNotCount() {
        var early = new Usage.Event(WHO, Part.SHARE, Usage.Kind.COMPLETED, 0, T0.minusSeconds(1));
        var late = new Usage.Event(WHO, Part.SHARE, Usage.Kind.COMPLETED, 0, END);
        UseMeasure none = of(List.of(early, late), Place.ANYWHERE);
        assertThat(none.opened()).isFalse();
        assertThat(none.parts()).isZero();
    }

    @Test
    void aLessonHoldsItsFirstMinuteAndNotItsEnd() {
        var lesson = new Lessons.Lesson("", "", T0, T0.plus(Duration.ofMinutes(50)));
        var events =
                List.of(
                        event(0, Part.SKILLS, Usage.Kind.COMPLETED, 0),
                        event(50, Part.SHARE, Usage.Kind.COMPLETED, 0));
        assertThat(of(events, Place.IN_LESSON, lesson).parts()).isEqualTo(1);
        assertThat(of(events, Place.OUTSIDE_LESSON, lesson).parts()).isEqualTo(1);
        assertThat(of(events, Place.ANYWHERE, lesson).parts()).isEqualTo(2);
        assertThat(of(events, Place.IN_LESSON).opened()).isFalse();
    }

    @Test
    void theSamePartTwiceIsOnePartAndMinutesAreThoseInView() {
        var measure =
                of(
                        List.of(
                                event(1, Part.SKILLS, Usage.Kind.COMPLETED, 0),
                                event(2, Part.SKILLS, Usage.Kind.COMPLETED, 0),
                                event(3, Part.SKILLS, Usage.Kind.FOCUS, 90)),
                        Place.ANYWHERE);
        assertThat(measure.parts()).isEqualTo(1);
        assertThat(measure.minutes()).isEqualTo(1.5);
        assertThat(measure.meets(Kind.MINUTES, 2)).isFalse();
        assertThat(measure.meets(Kind.PARTS_COMPLETED, 1)).isTrue();
        assertThat(measure.meets(Kind.SITTINGS, 2)).isFalse();
        assertThat(measure.meets(Kind.REPORTED, 1)).isFalse();
    }

    @Test
    void whereNoPageTellsHowLongItWasInViewASittingLastsFromItsFirstToItsLastEvent() {
        var measure =
                of(
                        List.of(
                                event(0, Part.SKILLS, Usage.Kind.OPENED, 0),
                                event(20, Part.SKILLS, Usage.Kind.COMPLETED, 0),
                                event(200, Part.SHARE, Usage.Kind.OPENED, 0),
                                event(205, Part.SHARE, Usage.Kind.COMPLETED, 0)),
                        Place.ANYWHERE);
        assertThat(measure.sittings()).isEqualTo(2);
        assertThat(measure.minutes()).isEqualTo(25);
    }

    /** In and outside the lesson never add up to less than both together. */
    @Property(tries = 500)
    void whatIsInTheLessonAndWhatIsOutsideIsEverything(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 300) Integer> minutes) {
        List<Usage.Event> events = new ArrayList<>();
        minutes.stream()
                .sorted()
                .forEach(m -> events.add(event(m, Part.SKILLS, Usage.Kind.FOCUS, 60)));
        var lesson =
                new Lessons.Lesson(
                        "", "", T0.plus(Duration.ofMinutes(60)), T0.plus(Duration.ofMinutes(110)));
        UseMeasure in = of(events, Place.IN_LESSON, lesson);
        UseMeasure out = of(events, Place.OUTSIDE_LESSON, lesson);
        UseMeasure all = of(events, Place.ANYWHERE, lesson);
        assertThat(in.seconds() + out.seconds()).isEqualTo(all.seconds());
        assertThat(in.sittings() + out.sittings()).isGreaterThanOrEqualTo(all.sittings());
        assertThat(all.opened()).isEqualTo(in.opened() || out.opened());
    }
}
