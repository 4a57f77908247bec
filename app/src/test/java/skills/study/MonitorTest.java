package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.evaluation.advice.Forecast;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Wave;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.study.StudyWorlds.World;
import skills.usage.Part;
import skills.usage.Usage;

/** What the page of a running study tells its researcher. */
class MonitorTest extends StudyRoomTest {

    @Autowired Monitor monitor;
    @Autowired Usage usage;

    @Test
    void theFlowIsToldByArmFromTenInEachAndStoppingIsCounted() {
        World world = world(Allocation.Unit.CLASS);
        Study study = world.study();
        List<Enrolment> all = new ArrayList<>();
        for (int n = 0; n < 18; n++) all.add(enrol(study, n % 2 == 0 ? "4A" : "4B"));
        clock.set(DURING_T1);
        all.forEach(e -> answer(e, "T1", e.unit().equals("4A") ? "now" : "later"));
        Monitor.Now now = monitor.of(study);
        assertThat(now.rows())
                .extracting(Monitor.Row::what, Monitor.Row::all)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Monitor.What.ENROLLED, 18),
                        org.assertj.core.groups.Tuple.tuple(Monitor.What.REVEALED, 18),
                        org.assertj.core.groups.Tuple.tuple(Monitor.What.ANSWERED, 18),
                        org.assertj.core.groups.Tuple.tuple(Monitor.What.STOPPED, 0));
        assertThat(now.rows()).as("nine in an arm").allMatch(r -> r.byArm().isEmpty());
        assertThat(now.hides()).isTrue();
        assertThat(now.forecast().basis()).isEqualTo(Forecast.Basis.PLAN);
        for (int n = 0; n < 6; n++) {
            Enrolment e = enrol(study, n % 2 == 0 ? "4A" : "4B");
            all.add(e);
            answer(e, "T1", n % 2 == 0 ? "now" : "later");
        }
        now = monitor.of(study);
        assertThat(now.rows().get(1).byArm()).containsExactly(12, 12);
        assertThat(now.rows().get(2).byArm()).containsExactly(12, 12);
        clock.set(DURING_T2);
        for (Enrolment e : all.subList(0, 21)) answer(e, "T2", "");
        enrolments.stop(all.getLast().id());
        enrolments.delete(all.get(22));
        clock.set(DURING_T3);
        now = monitor.of(study);
        assertThat(now.rows().getFirst().all()).as("deleted is counted").isEqualTo(24);
        assertThat(now.rows().get(1).byArm()).containsExactly(12, 12);
        assertThat(now.rows().get(3).byArm()).as("T2").containsExactly(11, 10);
        assertThat(now.responses().getFirst().byArm()).containsExactly(11 / 12., 10 / 12.);
        assertThat(now.rows().getLast().all()).isEqualTo(2);
        assertThat(now.rows().getLast().byArm()).isEmpty();
        Forecast f = now.forecast();
        assertThat(f.basis()).isEqualTo(Forecast.Basis.WAVE);
        // 21 of the 23 who are there answered T2.
        assertThat(f.answers()).isEqualTo(21);
        assertThat(f.low()).isBetween(14, 20);
        assertThat(f.high()).isEqualTo(23);
        assertThat(f.detectable()).as("two classes").isNull();
        clock.set(AFTER_T3);
        assertThat(monitor.of(study).forecast())
                .isEqualTo(new Forecast(Forecast.Basis.COUNTED, 0, 0, 0, null, null, null));
    }

    @Test
    void theResearchersPageTellsItAndNoFewerThanTenWhoLookedAllTheSame() {
        World world = world(Allocation.Unit.PERSON);
        Study study = world.study();
        List<Enrolment> all = new ArrayList<>();
        for (int n = 0; n < 24; n++) all.add(enrol(study, "4A"));
        clock.set(DURING_T1);
        for (int n = 0; n < 24; n++) answer(all.get(n), "T1", n % 2 == 0 ? "now" : "later");
        clock.set(AFTER_T1);
        var researcher = new Visitor();
        researcher.post("/demo/" + StudyWorlds.teacherName(world));
        String at = "/studies/" + study.id().value();
        assertThat(researcher.get(at).text())
                .contains(
                        "Hoe het loopt",
                        "Kent de groep 24 12 12",
                        "Niemand die moest wachten",
                        "80% kans");
        for (Enrolment e : all) usage.opened(e.account(), Part.PROFILE);
        assertThat(researcher.get(at).text()).contains("12 personen die moesten wachten");
        assertThat(researcher.header("Accept-Language", "en").get(at + "?lang=en").text())
                .contains("12 persons who were to wait");
    }

    @Test
    void whoStandsInAnotherClassOnANewListMovedAndStaysInTheArmOfTheFirst() {
        World world = world(Allocation.Unit.CLASS);
        StudyId study = world.study().id();
        var people = context.getBean(StudyPeople.class);
        String to = "verhuist-" + UUID.randomUUID() + "@example.org";
        people.put(study, List.of(listed(to, "4A")));
        Enrolment moves = enrol(world.study(), "4A");
        Enrolment stays = enrol(world.study(), "4A");
        people.is(people.of(study).getFirst().id(), moves.account());
        clock.set(DURING_T1);
        answer(moves, "T1", "now");
        answer(stays, "T1", "now");
        assertThat(datas.of(study).participants()).noneMatch(p -> p.moved());
        people.put(study, List.of(listed(to, "4B")));
        assertThat(datas.of(study).participants().stream().filter(p -> p.moved()))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.id()).isEqualTo(moves.pseudonym());
                            assertThat(p.arm()).isEqualTo("now");
                            assertThat(p.unit()).isEqualTo("4A");
                        });
    }

    private static PeopleFile.Row listed(String address, String unit) {
        return new PeopleFile.Row(2, "", "", address, "Zuid", unit, Map.of());
    }

    private Enrolment enrol(Study study, String unit) {
        String name = "m" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        Enrolment made = enrolments.enrol(study.id(), account, "Zuid", unit, Map.of(), false);
        context.getBean(Agreements.class).give(study, made, java.util.Set.of("answers", "use"));
        return made;
    }

    private void answer(Enrolment enrolment, String wave, String arm) {
        clock.advance(Duration.ofSeconds(1));
        enrolments.answered(enrolment.id(), wave, Wave.Mode.ONLINE, clock.instant());
        if (!arm.isEmpty()) enrolments.assign(enrolment, arm);
    }
}
