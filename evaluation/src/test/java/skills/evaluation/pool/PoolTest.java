package skills.evaluation.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skills.evaluation.Plans;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.simulation.SimulatedStudies;
import skills.statistics.Interval;

class PoolTest {

    private static final Plan PLAN =
            Plans.plan(
                    Plans.blocks(Allocation.Unit.CLASS, List.of(), 2),
                    Plans.arms(1, 1),
                    2,
                    new Expectations(67 * 20, 67, .1, .5, .8, .6));

    private static final String HASH = PlanFile.hash(PLAN);

    /** Schools of nine or ten classes; only the first so many classes. */
    private static StudyData study(long seed, int classes, int schools) {
        StudyData data = SimulatedStudies.of(PLAN).draw(true, seed);
        List<Participant> people = new ArrayList<>();
        for (Participant p : data.participants()) {
            int number = Integer.parseInt(p.unit().substring(6));
            if (number > classes) continue;
            people.add(
                    new Participant(
                            p.id(),
                            p.arm(),
                            p.unit(),
                            "school " + number % schools,
                            p.gender(),
                            p.age(),
                            p.user(),
                            p.sittings(),
                            p.minutes(),
                            true,
                            false));
        }
        return new StudyData(PLAN, people, data.answers(), true);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PoolFile file(String installation, long seed, int classes, int schools) {
        return PoolFile.sign(Summaries.of(study(seed, classes, schools), installation), keys());
    }

    @Test
    void fiveClassesProveNothingAndTwoHundredDo() {
        Pool five =
                Pool.of(
                        HASH,
                        List.of(
                                file("Noord", 1, 2, 1),
                                file("Oost", 2, 2, 1),
                                file("Zuid", 3, 1, 1)));
        Pooled few = five.outcomes().getFirst();
        assertThat(few.isDecided()).isFalse();
        assertThat(few.classes()).isEqualTo(4);
        assertThat(few.unused()).isEqualTo(1);
        assertThat(few.interval().width()).isGreaterThan(2 * few.sd());

        Pool all =
                Pool.of(
                        HASH,
                        List.of(
                                file("Noord", 1, 67, 7),
                                file("Oost", 2, 67, 7),
                                file("Zuid", 3, 67, 7)));
        SimulatedStudies truth = SimulatedStudies.of(PLAN);
        for (Pooled pooled : all.outcomes()) {
            assertThat(pooled.how()).isEqualTo(Pooled.How.SCHOOLS);
            assertThat(pooled.classes() + pooled.unused()).isEqualTo(201);
            assertThat(pooled.unused()).isLessThan(15);
            assertThat(pooled.rows()).hasSizeBetween(20, 21);
            assertThat(pooled.rows().stream().mapToDouble(Pooled.Row::weight).sum())
                    .isEqualTo(1, within(1e-9));
            assertThat(pooled.isDecided()).isTrue();
            assertThat(pooled.p()).isLessThan(.001);
            assertThat(pooled.interval().holds(truth.effectOfOffer(pooled.outcome()))).isTrue();
            assertThat(pooled.interval().width()).isLessThan(.3 * pooled.sd());
        }
        assertThat(all.byLot()).isTrue();
        assertThat(all.installations()).containsExactly("Noord", "Oost", "Zuid");
    }

    @Test
    void aFileIsReadBackAndAnyChangeBreaksIt() {
        PoolFile file = file("Noord", 1, 12, 2);
        PoolFile read = PoolFile.read(file.write());
        assertThat(read).isEqualTo(file);
        assertThat(read.verifies()).isTrue();
        assertThat(read.fingerprint()).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
        String mean = "\"means\":[" + file.content().classes().getFirst().means().getFirst();
        assertThat(file.write()).contains(mean);
        PoolFile changed = PoolFile.read(file.write().replace(mean, "\"means\":[9.5"));
        refused(PoolFault.Kind.SIGNATURE, HASH, changed);
        refused(
                PoolFault.Kind.SIGNATURE,
                HASH,
                new PoolFile(file.content(), file("x", 1, 2, 1).key(), file.signature()));
        refused(
                PoolFault.Kind.SIGNATURE,
                HASH,
                new PoolFile(file.content(), "no key", file.signature()));
        refused(PoolFault.Kind.OTHER_PLAN, "0".repeat(64), file);
        refused(PoolFault.Kind.TWICE, HASH, file, file);
        refused(PoolFault.Kind.TWICE, HASH, file, file("Noord", 2, 12, 2));
        refused(PoolFault.Kind.EMPTY, HASH);
        for (String text : List.of("", "{}", "[1]", "{\"content\":{}}"))
            assertThatThrownBy(() -> PoolFile.read(text)).isInstanceOf(PoolFault.class);
    }

    private static void refused(PoolFault.Kind kind, String hash, PoolFile... files) {
        assertThatThrownBy(() -> Pool.of(hash, List.of(files)))
                .isInstanceOfSatisfying(PoolFault.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /** Nothing of a person, no name of a school or class, no cell below ten. */
    @Test
    void aFileTellsOfNobody() {
        StudyData data = study(4, 40, 5);
        PoolFile file = PoolFile.sign(Summaries.of(data, "Noord"), keys());
        assertThat(file.content().classes()).allMatch(c -> c.n() >= 10);
        assertThat(file.write()).doesNotContain("school 1", "class 0", "p0000");
    }

    @Test
    void smallClassesAreMergedWithinTheirSchoolOrLeftOut() {
        StudyData data = study(4, 8, 1);
        // Every second person of the first four classes stays.
        List<Participant> people = new ArrayList<>();
        int number = 0;
        for (Participant p : data.participants())
            if (p.unit().compareTo("class 004") > 0 || number++ % 2 == 0) people.add(p);
        PoolContent content =
                Summaries.of(new StudyData(PLAN, people, data.answers(), true), "Noord");
        assertThat(content.merged()).isPositive();
        assertThat(content.classes().size())
                .isEqualTo(8 - content.leftOutClasses() - content.merged() / 2);
        PoolContent lonely = Summaries.of(onlyNine(data), "Noord");
        assertThat(lonely.classes()).isEmpty();
        assertThat(lonely.leftOutClasses()).isEqualTo(1);
        assertThat(lonely.leftOutPersons()).isBetween(1, 9);
        Pool pool = Pool.of(HASH, List.of(PoolFile.sign(lonely, keys())));
        assertThat(pool.outcomes().getFirst().how()).isEqualTo(Pooled.How.NOTHING);
    }

    private static StudyData onlyNine(StudyData data) {
        return new StudyData(PLAN, data.participants().subList(0, 9), data.answers(), true);
    }

    /** By hand: one school, two classes an arm. */
    @Test
    void oneSchoolIsComparedByItsClasses() {
        List<ClassSummary> classes =
                List.of(
                        summary("C1", false, 2),
                        summary("C2", false, 3),
                        summary("C3", true, 4),
                        summary("C4", true, 5));
        PoolContent content =
                new PoolContent(HASH, "Noord", true, List.of("a"), List.of(1.), classes, 0, 0, 0);
        Pooled pooled =
                Pool.of(HASH, List.of(PoolFile.sign(content, keys()))).outcomes().getFirst();
        assertThat(pooled.how()).isEqualTo(Pooled.How.CLASSES);
        assertThat(pooled.estimate()).isEqualTo(2, within(1e-12));
        // s^2 = (.5 + .5) / 2, times (1/2 + 1/2); t of 2 degrees of freedom is 4.3027.
        Interval interval = pooled.interval();
        assertThat(interval.high() - 2).isEqualTo(4.30265 * Math.sqrt(.5), within(1e-4));
        Pooled two =
                Pool.of(
                                HASH,
                                List.of(
                                        PoolFile.sign(
                                                new PoolContent(
                                                        HASH,
                                                        "Noord",
                                                        true,
                                                        List.of("a"),
                                                        List.of(1.),
                                                        List.of(classes.get(0), classes.get(3)),
                                                        0,
                                                        0,
                                                        0),
                                                keys())))
                        .outcomes()
                        .getFirst();
        assertThat(two.how()).isEqualTo(Pooled.How.NOTHING);
        assertThat(two.interval()).isNull();
        assertThat(two.isDecided()).isFalse();
    }

    private static ClassSummary summary(String unit, boolean offered, double mean) {
        return new ClassSummary(
                "S1",
                unit,
                offered ? "offered" : "control",
                offered,
                20,
                List.of(mean),
                List.of(List.of(1.)));
    }

    /** Schools whose classes are all in one arm are compared with each other. */
    @Test
    void schoolsOfOneArmAreTakenTogether() {
        Pool pool = Pool.of(HASH, List.of(file("Noord", 5, 20, 20)));
        Pooled pooled = pool.outcomes().getFirst();
        assertThat(pooled.rows()).singleElement().satisfies(r -> assertThat(r.school()).isEmpty());
        assertThat(pooled.classes()).isEqualTo(20);
        assertThat(pooled.how()).isEqualTo(Pooled.How.CLASSES);
    }
}
