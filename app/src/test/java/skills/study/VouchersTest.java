package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Wave;
import skills.identity.Account;
import skills.identity.Erasure;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.study.StudyWorlds.World;

/** Nobody gets two vouchers for a wave, no code goes twice, and none gets lost. */
class VouchersTest extends StudyRoomTest {

    @Autowired Vouchers vouchers;
    @Autowired Erasure erasure;

    @Test
    void twentyRequestsOfOnePersonGiveOneCode() throws Exception {
        World world = world(Allocation.Unit.PERSON);
        load(world, 20);
        Enrolment one = participant(world, true);
        List<Optional<Vouchers.Voucher>> got =
                together(IntStream.range(0, 20).mapToObj(i -> one).toList());
        assertThat(got).allMatch(Optional::isPresent);
        assertThat(new HashSet<>(got)).hasSize(1);
        assertThat(vouchers.pools(world.study().id()).get("T3"))
                .isEqualTo(new Vouchers.Pool(20, 1));
    }

    @Test
    void twentyPersonsForNineteenCodesGetNineteenAndOneKeepsTheRightToOne() throws Exception {
        World world = world(Allocation.Unit.PERSON);
        load(world, 19);
        List<Enrolment> persons = new ArrayList<>();
        for (int i = 0; i < 20; i++) persons.add(participant(world, true));
        List<Optional<Vouchers.Voucher>> got = together(persons);
        List<String> codes =
                got.stream().flatMap(Optional::stream).map(Vouchers.Voucher::code).toList();
        assertThat(codes).hasSize(19).doesNotHaveDuplicates();
        assertThat(vouchers.pools(world.study().id()).get("T3").left()).isZero();
        Enrolment without =
                persons.get(
                        IntStream.range(0, 20)
                                .filter(i -> got.get(i).isEmpty())
                                .findFirst()
                                .orElseThrow());
        vouchers.load(world.study().id(), "T3", List.of("LATER-1"), world.teacher());
        assertThat(vouchers.issue(without, "T3").orElseThrow().code()).isEqualTo("LATER-1");
    }

    @Test
    void whoDidNotAnswerAndWhoOnlyTestsGetsNone() {
        World world = world(Allocation.Unit.PERSON);
        load(world, 3);
        assertThat(vouchers.issue(participant(world, false), "T3")).isEmpty();
        Enrolment test =
                enrolments.enrol(world.study().id(), account(), "Zuid", "4A", Map.of(), true);
        enrolments.answered(test.id(), "T3", Wave.Mode.LESSON, clock.instant());
        assertThat(vouchers.issue(test, "T3")).isEmpty();
        assertThat(vouchers.pools(world.study().id()).get("T3").issued()).isZero();
    }

    @Test
    void whoIsErasedLeavesTheCodeSpent() {
        World world = world(Allocation.Unit.PERSON);
        load(world, 1);
        Enrolment one = participant(world, true);
        assertThat(vouchers.issue(one, "T3")).isPresent();
        erasure.erase(one.account());
        assertThat(vouchers.pools(world.study().id()).get("T3").left()).isZero();
        assertThat(vouchers.issue(participant(world, true), "T3")).isEmpty();
    }

    @Test
    void aParticipantSeesTheCodeOnThePageOfHerStudies() {
        World world = world(Allocation.Unit.CLASS);
        clock.set(DURING_T1);
        Person p = enrolled(world, 0);
        Enrolment own = enrolment(world, p);
        enrolments.answered(own.id(), "T3", Wave.Mode.LESSON, clock.instant());
        assertThat(p.browser().get("/study").text()).contains("Toon mijn bon van € 10");
        var none = p.browser().post("/study/" + own.id() + "/voucher/T3");
        assertThat(none.text()).contains("Er is nu geen bon meer");
        load(world, 1);
        var got = p.browser().post("/study/" + own.id() + "/voucher/T3");
        assertThat(got.text())
                .contains("Je bon van € 10: CODE-0001")
                .doesNotContain("Toon mijn bon");
        assertThat(p.browser().post("/study/" + own.id() + "/voucher/T1").status())
                .as("no voucher belongs to this wave")
                .isEqualTo(404);
        assertThat(
                        person(Account.AgeGroup.ADULT)
                                .browser()
                                .post("/study/" + own.id() + "/voucher/T3")
                                .status())
                .as("somebody else's")
                .isEqualTo(404);
    }

    @Test
    void aResearcherLoadsCodesAndIsToldWhichLinesAreWrong() {
        World world = world(Allocation.Unit.CLASS);
        var desk = new Visitor();
        desk.post("/demo/" + "t" + world.study().name().substring(1));
        String at = "/studies/" + world.study().id().value() + "/vouchers";
        var page = desk.post(at, "wave", "T3", "codes", "BON-1001\n\"BON-1002\";10\nx\nBON-1001\n");
        assertThat(page.text())
                .contains(
                        "Er kwamen 2 codes bij",
                        "Regel 3: x is geen code",
                        "Regel 4: BON-1001 staat er twee keer");
        page = desk.post(at, "wave", "T3", "codes", "BON-1002\nBON-1003");
        assertThat(page.text()).contains("Er kwam 1 code bij", "BON-1002 was al geladen");
        assertThat(vouchers.pools(world.study().id()).get("T3")).isEqualTo(new Vouchers.Pool(3, 0));
        assertThat(desk.post(at, "wave", "T1", "codes", "BON-2001").status()).isEqualTo(404);
    }

    private void load(World world, int codes) {
        vouchers.load(
                world.study().id(),
                "T3",
                IntStream.rangeClosed(1, codes).mapToObj("CODE-%04d"::formatted).toList(),
                world.teacher());
    }

    private AccountId account() {
        return demo.person(
                "v" + java.util.UUID.randomUUID().toString().substring(0, 8),
                LocalizedText.same("v"),
                Account.AgeGroup.ADULT,
                99);
    }

    private Enrolment participant(World world, boolean answered) {
        Enrolment e =
                enrolments.enrol(world.study().id(), account(), "Zuid", "4A", Map.of(), false);
        if (answered) enrolments.answered(e.id(), "T3", Wave.Mode.LESSON, clock.instant());
        return e;
    }

    private List<Optional<Vouchers.Voucher>> together(List<Enrolment> who) throws Exception {
        try (var pool = Executors.newFixedThreadPool(20)) {
            List<Callable<Optional<Vouchers.Voucher>>> all = new ArrayList<>();
            for (Enrolment e : who) all.add(() -> vouchers.issue(e, "T3"));
            List<Optional<Vouchers.Voucher>> got = new ArrayList<>();
            for (var future : pool.invokeAll(all)) got.add(future.get());
            return got;
        }
    }
}
