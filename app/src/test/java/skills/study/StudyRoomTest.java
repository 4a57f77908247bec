package skills.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.evaluation.allocation.Unit;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Wave;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.identity.GroupId;
import skills.identity.OrganizationId;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/** A frozen study of three short waves, two classes with codes, and persons to take part. */
abstract class StudyRoomTest extends RoomTest {

    static final List<String> BOTH = List.of("study-self-insight-skills", "study-job-security");
    static final Instant BEFORE = Instant.parse("2027-02-20T12:00:00Z");
    static final Instant DURING_T1 = Instant.parse("2027-03-03T12:00:00Z");
    static final Instant AFTER_T1 = Instant.parse("2027-03-09T12:00:00Z");
    static final Instant DURING_T2 = Instant.parse("2027-04-03T12:00:00Z");
    static final Instant DURING_T3 = Instant.parse("2027-06-03T12:00:00Z");
    static final Instant AFTER_T3 = Instant.parse("2027-06-08T12:00:00Z");

    @Autowired DemoAccounts demo;
    @Autowired Studies studies;
    @Autowired StudyUnits units;
    @Autowired Freezing freezing;
    @Autowired StandardPlan standard;
    @Autowired Enrolments enrolments;
    @Autowired StudyDatas datas;

    /**
     * @param codes of the classes, in their order
     */
    record World(
            Study study,
            OrganizationId school,
            AccountId teacher,
            List<GroupId> groups,
            List<String> codes) {

        String join() {
            return "/study/" + study.name() + "/join";
        }

        String consent() {
            return "/study/" + study.name() + "/consent";
        }
    }

    record Person(Visitor browser, AccountId account, String name) {}

    static Wave wave(String id, String opens, String closes, List<String> asked, int cents) {
        return new Wave(
                id,
                new skills.evaluation.plan.Text("vragen " + id, "questions " + id),
                LocalDateTime.parse(opens),
                LocalDateTime.parse(closes),
                id.equals("T3") ? Wave.Mode.LESSON : Wave.Mode.ONLINE,
                asked,
                cents);
    }

    /** T1 in the first week of March, T2 of April, T3 of June 2027, closing at midnight. */
    Plan plan(String name, Allocation.Unit unit) {
        return PlanParts.of(standard.on(LocalDate.of(2027, 1, 4)))
                .named(name)
                .allocation(
                        new Allocation(unit, Allocation.Method.BLOCKS, List.of(), List.of(2)))
                .waves(
                        List.of(
                                wave("T1", "2027-03-01T08:00", "2027-03-08T00:00", BOTH, 0),
                                wave("T2", "2027-04-01T08:00", "2027-04-08T00:00", BOTH.subList(0, 1), 0),
                                wave("T3", "2027-06-01T08:00", "2027-06-08T00:00", BOTH, 1000)))
                .outcomes(
                        standard.on(LocalDate.of(2027, 1, 4)).scales().stream()
                                .filter(s -> BOTH.contains(s.instrument()))
                                .toList(),
                        standard.on(LocalDate.of(2027, 1, 4)).outcomes().stream()
                                .filter(
                                        o ->
                                                List.of("skillinsight", "jobinsecurity")
                                                        .contains(o.scale()))
                                .toList())
                .plan();
    }

    World world(Allocation.Unit unit) {
        return world(unit, true);
    }

    World world(Allocation.Unit unit, boolean frozen) {
        clock.set(BEFORE);
        String run = UUID.randomUUID().toString().substring(0, 8);
        Plan plan = plan("s" + run, unit);
        OrganizationId school = demo.organization("Zuid " + run);
        AccountId teacher =
                demo.person(
                        "t" + run, LocalizedText.same("docent"), Account.AgeGroup.ADULT, 99);
        demo.researcher(teacher, school);
        StudyId id = studies.make(plan, school, teacher, false).orElseThrow();
        List<GroupId> groups = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<StudyUnit> classes = new ArrayList<>();
        for (String name : List.of("4A", "4B")) {
            GroupId group = demo.group(school, name, teacher);
            String code = code();
            demo.invitation(group, code, now().minus(Duration.ofDays(1)), AFTER_T3, 500);
            groups.add(group);
            codes.add(code);
            classes.add(new StudyUnit(new Unit(name, "Zuid", Map.of(), 20), group, null));
        }
        units.replace(id, classes);
        if (frozen) freezing.freeze(id, 7L, teacher);
        return new World(studies.find(id).orElseThrow(), school, teacher, groups, codes);
    }

    private static String code() {
        var code = new StringBuilder("LVD-");
        for (int i = 0; i < 4; i++)
            code.append("CDFGHJKLMNPQRTVWX".charAt(ThreadLocalRandom.current().nextInt(17)));
        return code.toString();
    }

    Person person(Account.AgeGroup age) {
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), age, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        return new Person(browser, account, name);
    }

    /** Somebody of a class who agreed to answers and use. */
    Person enrolled(World world, int ofClass) {
        Person p = person(Account.AgeGroup.ADULT);
        demo.join(p.account(), world.groups().get(ofClass));
        p.browser().get("/study");
        p.browser().post(world.join());
        p.browser().post(world.consent(), "agree", "answers", "agree", "use", "age", "17");
        return p;
    }

    Enrolment enrolment(World world, Person person) {
        return enrolments.find(person.account(), world.study().id()).orElseThrow();
    }

    /** Answers every open question of a wave alike; gives the page that comes after. */
    static Visitor.Page answer(Visitor browser, String wave, int value) {
        Visitor.Page page = browser.post(wave);
        for (int n = 0; page.path().startsWith("/round/"); n++) {
            if (n > 200) throw new IllegalStateException("no end at " + page.path());
            page = browser.post(page.path(), "value", String.valueOf(value));
        }
        return page;
    }
}
