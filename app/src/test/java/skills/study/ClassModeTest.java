package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Wave;
import skills.study.StudyWorlds.World;

/** A teacher's page of a class that takes part. */
class ClassModeTest extends StudyRoomTest {

    @Autowired Lessons lessons;

    @Test
    void theBoardShowsTheCodeAndCountsByFivesWithoutNames() {
        World world = world(Allocation.Unit.CLASS);
        Visitor teacher = teacher(world);
        String at = at(world);
        assertThat(teacher.get("/class/" + world.groups().getFirst().value()).html())
                .contains(at, "Op het bord:");
        var page = teacher.get(at);
        assertThat(page.text())
                .contains(world.codes().getFirst(), "/join", "gaat open op 1 maart 2027, 08:00")
                .doesNotContain("minder dan 5");
        assertThat(page.html()).contains("class=\"qr\"");
        List<Person> all = new ArrayList<>();
        for (int n = 0; n < 6; n++) all.add(enrolled(world, 0));
        Person refuses = person(skills.identity.Account.AgeGroup.ADULT);
        demo.join(refuses.account(), world.groups().getFirst());
        refuses.browser().post("/study/" + world.study().name() + "/no");
        clock.set(DURING_T1);
        for (Person p : all.subList(0, 4)) answer(p.browser(), wave(world, p), 3);
        assertThat(live(teacher, at))
                .contains("In de klas 7", "Begonnen minder dan 5", "Klaar minder dan 5");
        all.get(4).browser().post(wave(world, all.get(4)));
        assertThat(live(teacher, at)).contains("Begonnen zeker 5", "Klaar minder dan 5");
        answer(all.get(5).browser(), wave(world, all.get(5)), 3);
        String before = live(teacher, at);
        assertThat(before)
                .as("six began, five are ready")
                .contains("Begonnen zeker 5", "Klaar zeker 5");
        for (Person p : all) assertThat(teacher.get(at).text()).doesNotContain(p.name());
        all.getFirst()
                .browser()
                .post("/study/" + enrolment(world, all.getFirst()).id() + "/stop", "how", "keep");
        assertThat(live(teacher, at)).as("who stops is not to be seen").isEqualTo(before);
        String mark = teacher.get(at + "/live").find("seen=([0-9a-z-]+)").orElseThrow();
        assertThat(teacher.getOnce(at + "/live?seen=" + mark).status())
                .as("nothing travels while nothing changes")
                .isEqualTo(204);
    }

    @Test
    void aLessonGoesOnFromTheTapUntilTheTapOrEndsByItself() {
        World world = world(Allocation.Unit.CLASS);
        Visitor teacher = teacher(world);
        String at = at(world);
        clock.set(DURING_T1);
        assertThat(teacher.post(at + "/lesson").text())
                .contains("De les loopt sinds 3 maart 2027, 13:00");
        teacher.post(at + "/lesson");
        assertThat(lessons.of(world.study().id())).as("twice is once").hasSize(1);
        clock.advance(Duration.ofMinutes(40));
        assertThat(teacher.post(at + "/lesson/end").text()).contains("Begin de les");
        var first = lessons.of(world.study().id()).getFirst();
        assertThat(first.unit()).isEqualTo("4A");
        assertThat(Duration.between(first.begins(), first.ends()).toMinutes()).isEqualTo(40);
        teacher.post(at + "/lesson");
        clock.advance(ClassMode.LONGEST.plusMinutes(1));
        assertThat(teacher.get(at).text()).contains("Begin de les");
        assertThat(lessons.of(world.study().id())).hasSize(2);
    }

    @Test
    void whoWasNotInTheLessonMakesUpForItAndThatIsKnown() {
        World world = world(Allocation.Unit.CLASS);
        Person early = enrolled(world, 0);
        Person there = enrolled(world, 0);
        Person absent = enrolled(world, 0);
        Person elsewhere = enrolled(world, 1);
        String at = at(world);
        clock.set(DURING_T3);
        answer(early.browser(), enrolment(world, early).wave("T3"), 3);
        teacher(world).post(at + "/lesson");
        answer(there.browser(), enrolment(world, there).wave("T3"), 3);
        clock.advance(ClassMode.LONGEST.plusHours(1));
        assertThat(teacher(world).get(at).text()).contains("blijven open tot en met 7 juni 2027");
        answer(absent.browser(), enrolment(world, absent).wave("T3"), 3);
        answer(elsewhere.browser(), enrolment(world, elsewhere).wave("T3"), 3);
        assertThat(List.of(early, there, absent, elsewhere))
                .extracting(p -> enrolments.answered(enrolment(world, p).id()).get("T3").mode())
                .as("before it, in it, after it; a class that had none is as planned")
                .containsExactly(
                        Wave.Mode.LESSON, Wave.Mode.LESSON, Wave.Mode.ONLINE, Wave.Mode.LESSON);
    }

    @Test
    void aClassOfAnotherTeacherOrOutsideTheStudyHasNoPage() {
        World world = world(Allocation.Unit.CLASS);
        World other = world(Allocation.Unit.CLASS);
        assertThat(teacher(other).get(at(world)).status()).isEqualTo(404);
        String mixed =
                "/class/"
                        + world.groups().getFirst().value()
                        + "/study/"
                        + other.study().id().value();
        assertThat(teacher(world).get(mixed).status()).isEqualTo(404);
    }

    private String live(Visitor teacher, String at) {
        return teacher.get(at + "/live").text();
    }

    private String wave(World world, Person person) {
        return enrolment(world, person).wave("T1");
    }

    private static String at(World world) {
        return ClassMode.address(world.groups().getFirst(), world.study().id());
    }

    private static Visitor teacher(World world) {
        var teacher = new Visitor();
        teacher.post("/demo/" + StudyWorlds.teacherName(world));
        return teacher;
    }
}
