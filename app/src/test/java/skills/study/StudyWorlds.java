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
import org.springframework.context.ApplicationContext;
import skills.SettableClock;
import skills.evaluation.allocation.Unit;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.Wave;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.identity.GroupId;
import skills.identity.OrganizationId;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/** Frozen studies of three short waves, with two classes and their codes. */
public final class StudyWorlds {

    public static final Instant BEFORE = Instant.parse("2027-02-20T12:00:00Z");
    public static final Instant DURING_T1 = Instant.parse("2027-03-03T12:00:00Z");
    public static final Instant AFTER_T1 = Instant.parse("2027-03-09T12:00:00Z");
    public static final Instant DURING_T2 = Instant.parse("2027-04-03T12:00:00Z");
    public static final Instant DURING_T3 = Instant.parse("2027-06-03T12:00:00Z");
    public static final Instant AFTER_T3 = Instant.parse("2027-06-08T12:00:00Z");

    static final List<String> BOTH = List.of("study-self-insight-skills", "study-job-security");
    private static final List<String> OUTCOMES = List.of("skillinsight", "jobinsecurity");

    private final ApplicationContext context;
    private final SettableClock clock;

    public StudyWorlds(ApplicationContext context, SettableClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /**
     * @param codes of the classes 4A and 4B
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

    /**
     * A class of a new study that starts soon, with its teacher; the clock stands before it.
     *
     * @param teacher name to sign in with as a demo person
     * @param group address of the class's page
     */
    public record Taught(String code, String teacher, String group) {}

    public Taught taught() {
        World world = make(Allocation.Unit.CLASS, true);
        return new Taught(
                world.codes().getFirst(),
                teacherName(world),
                "/class/" + world.groups().getFirst().value());
    }

    static String teacherName(World world) {
        return "t" + world.study().name().substring(1);
    }

    /** The code of a class of a new study that starts soon; the clock stands before it. */
    public String fresh() {
        return make(Allocation.Unit.CLASS, true).codes().getFirst();
    }

    World make(Allocation.Unit unit, boolean frozen) {
        clock.set(BEFORE);
        var demo = context.getBean(DemoAccounts.class);
        var studies = context.getBean(Studies.class);
        String run = UUID.randomUUID().toString().substring(0, 8);
        OrganizationId school = demo.organization("Zuid " + run);
        AccountId teacher =
                demo.person("t" + run, LocalizedText.same("docent"), Account.AgeGroup.ADULT, 99);
        demo.researcher(teacher, school);
        StudyId id = studies.make(plan("s" + run, unit), school, teacher, false).orElseThrow();
        List<GroupId> groups = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<StudyUnit> classes = new ArrayList<>();
        for (String name : List.of("4A", "4B")) {
            GroupId group = demo.group(school, name, teacher);
            String code = code();
            demo.invitation(group, code, clock.instant().minus(Duration.ofDays(1)), AFTER_T3, 500);
            groups.add(group);
            codes.add(code);
            classes.add(new StudyUnit(new Unit(name, "Zuid", Map.of(), 20), group, null));
        }
        context.getBean(StudyUnits.class).replace(id, classes);
        if (frozen) context.getBean(Freezing.class).freeze(id, 7L, teacher);
        return new World(studies.find(id).orElseThrow(), school, teacher, groups, codes);
    }

    /** T1 in the first week of March, T2 of April, T3 of June 2027, closing at midnight. */
    private Plan plan(String name, Allocation.Unit unit) {
        Plan standard = context.getBean(StandardPlan.class).on(LocalDate.of(2027, 1, 4));
        return PlanParts.of(standard)
                .named(name)
                .allocation(new Allocation(unit, Allocation.Method.BLOCKS, List.of(), List.of(2)))
                .waves(
                        List.of(
                                wave("T1", "2027-03-01T08:00", "2027-03-08T00:00", BOTH, 0),
                                wave(
                                        "T2",
                                        "2027-04-01T08:00",
                                        "2027-04-08T00:00",
                                        BOTH.subList(0, 1),
                                        0),
                                wave("T3", "2027-06-01T08:00", "2027-06-08T00:00", BOTH, 1000)))
                .outcomes(
                        standard.scales().stream()
                                .filter(s -> BOTH.contains(s.instrument()))
                                .toList(),
                        standard.outcomes().stream()
                                .filter(o -> OUTCOMES.contains(o.scale()))
                                .toList())
                .plan();
    }

    private static Wave wave(
            String id, String opens, String closes, List<String> asked, int cents) {
        return new Wave(
                id,
                new Text("Vragen " + id, "Questions " + id),
                LocalDateTime.parse(opens),
                LocalDateTime.parse(closes),
                id.equals("T3") ? Wave.Mode.LESSON : Wave.Mode.ONLINE,
                asked,
                cents);
    }

    private static String code() {
        var code = new StringBuilder("LVD-");
        for (int i = 0; i < 4; i++)
            code.append("CDFGHJKLMNPQRTVWX".charAt(ThreadLocalRandom.current().nextInt(17)));
        return code.toString();
    }
}
