package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skills.kernel.LocalizedText;
import skills.matching.Doors.Door;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/** Which skill opens most doors: a world made by hand, and random ones against trying it all. */
class DoorsTest {

    private static OccupationId occupation(int n) {
        return new OccupationId(new UUID(0, n));
    }

    private static SkillId skill(int n) {
        return new SkillId(new UUID(1, n));
    }

    private record World(Reach reach, List<Ability> persons, List<Integer> occupations) {}

    private static Ability person(Skillset all, Map<Integer, Hold> held, Set<Integer> denied) {
        Map<SkillId, Held> by = new HashMap<>();
        held.forEach((s, h) -> by.put(all.skill(s), new Held(h, LocalizedText.same("x"))));
        return Ability.of(
                all, new Person(by, null, Set.copyOf(denied.stream().map(all::skill).toList())));
    }

    private static World random(long seed) {
        Random random = new Random(seed);
        int occupations = 1 + random.nextInt(7);
        int skills = 2 + random.nextInt(20);
        var rows = new Skillset.Rows();
        for (int o = 0; o < occupations; o++) {
            rows.occupation(occupation(o));
            for (int s = 0; s < skills; s++)
                if (random.nextInt(3) == 0)
                    rows.asks(occupation(o), skill(s), random.nextInt(4) > 0);
        }
        for (int a = 0; a < skills; a++)
            for (int b = 0; b < a; b++) {
                if (random.nextInt(skills) > 0) continue;
                rows.near(skill(a), skill(b));
                rows.near(skill(b), skill(a));
            }
        Skillset all = rows.skillset();
        List<Ability> persons = new ArrayList<>();
        int people = random.nextInt(6);
        for (int p = 0; p < people; p++) {
            Map<Integer, Hold> held = new HashMap<>();
            Set<Integer> denied = new java.util.HashSet<>();
            for (int s = 0; s < all.skills(); s++)
                switch (random.nextInt(6)) {
                    case 0 -> held.put(s, Hold.FULL);
                    case 1 -> held.put(s, Hold.HALF);
                    case 2 -> denied.add(s);
                    default -> {}
                }
            persons.add(person(all, held, denied));
        }
        List<Integer> open = new ArrayList<>();
        for (int o = 0; o < occupations; o++) if (random.nextInt(4) > 0) open.add(o);
        Set<OccupationId> written = new java.util.HashSet<>();
        for (int o = 0; o < occupations; o++)
            if (random.nextInt(4) == 0) written.add(occupation(o));
        return new World(new Reach(all, written), persons, open);
    }

    /** Lets everybody learn every skill and counts what came within reach. */
    private static Map<Integer, Door> tryAll(World world) {
        var doors = new Doors(world.reach);
        Map<Integer, Door> found = new HashMap<>();
        for (int s = 0; s < world.reach.all().skills(); s++) {
            int opened = 0;
            int persons = 0;
            for (Ability person : world.persons) {
                Ability after = person.with(s);
                int mine = 0;
                for (int o : world.occupations)
                    if (!doors.reaches(person, o) && doors.reaches(after, o)) mine++;
                opened += mine;
                if (mine > 0) persons++;
            }
            if (opened > 0) found.put(s, new Door(s, opened, persons));
        }
        return found;
    }

    @Property(tries = 2000)
    void theDoorsAreThoseThatTryingItAllFinds(@ForAll long seed) {
        World world = random(seed);
        List<Door> most = new Doors(world.reach).most(world.persons, world.occupations);
        Map<Integer, Door> all = tryAll(world);
        assertThat(most).containsExactlyInAnyOrderElementsOf(all.values());
        for (int i = 1; i < most.size(); i++)
            assertThat(most.get(i).doors()).isLessThanOrEqualTo(most.get(i - 1).doors());
    }

    /** Three occupations of four skills each; 10 is asked by two of them. */
    private static Reach small() {
        var rows = new Skillset.Rows();
        int[][] asked = {{1, 2, 10, 3}, {4, 5, 10, 6}, {7, 8, 9, 11}};
        for (int o = 0; o < asked.length; o++)
            for (int s : asked[o]) rows.asks(occupation(o), skill(s), true);
        return new Reach(rows.skillset(), Set.of());
    }

    @Test
    void theSkillThatTwoOccupationsShareOpensTwoDoorsForEachPerson() {
        Reach reach = small();
        Skillset all = reach.all();
        List<Ability> persons = new ArrayList<>();
        for (int i = 0; i < 10; i++)
            persons.add(
                    person(
                            all,
                            Map.of(
                                    all.at(skill(1)), Hold.FULL,
                                    all.at(skill(3)), Hold.HALF,
                                    all.at(skill(4)), Hold.FULL,
                                    all.at(skill(5)), Hold.HALF),
                            Set.of()));
        List<Door> most = new Doors(reach).most(persons, List.of(0, 1, 2));
        assertThat(most.getFirst()).isEqualTo(new Door(all.at(skill(10)), 20, 10));
        assertThat(most.get(1).doors()).isEqualTo(10);
        assertThat(most).extracting(Door::skill).doesNotContain(all.at(skill(7)));
    }

    @Test
    void whatIsWithinReachAlreadyIsNoDoor() {
        Reach reach = small();
        Skillset all = reach.all();
        Ability three =
                person(
                        all,
                        Map.of(
                                all.at(skill(1)), Hold.FULL,
                                all.at(skill(2)), Hold.FULL,
                                all.at(skill(3)), Hold.HALF),
                        Set.of());
        assertThat(new Doors(reach).most(List.of(three), List.of(0))).isEmpty();
    }

    @Test
    void nearASkillThatIsHeldIsHalfwayUnlessThePersonSaidNotMe() {
        var rows = new Skillset.Rows();
        rows.asks(occupation(0), skill(1), true);
        rows.asks(occupation(0), skill(2), true);
        rows.near(skill(1), skill(2));
        rows.near(skill(2), skill(1));
        Skillset all = rows.skillset();
        Map<Integer, Hold> held = Map.of(all.at(skill(1)), Hold.FULL);
        assertThat(person(all, held, Set.of()).of(all.at(skill(2)))).isEqualTo(.5);
        assertThat(person(all, held, Set.of(all.at(skill(2)))).of(all.at(skill(2)))).isZero();
    }
}
