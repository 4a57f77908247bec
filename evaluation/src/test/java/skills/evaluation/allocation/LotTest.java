package skills.evaluation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static skills.evaluation.Plans.arms;
import static skills.evaluation.Plans.blocks;
import static skills.evaluation.Plans.expectations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import skills.evaluation.Plans;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFault;
import skills.statistics.distribution.Tail;

class LotTest {

    private static Plan persons(List<String> strata, Integer... sizes) {
        return Plans.plan(
                blocks(Allocation.Unit.PERSON, strata, sizes), arms(1, 1), 1, expectations(60, 4));
    }

    private static Plan classes(Allocation.Method method, List<String> strata, Integer... sizes) {
        return Plans.plan(
                new Allocation(Allocation.Unit.CLASS, method, strata, List.of(sizes)),
                arms(1, 1),
                1,
                expectations(500, 20));
    }

    private static List<Unit> units(int n) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < n; i++)
            units.add(
                    new Unit(
                            "class " + i,
                            i % 3 == 0 ? "Noord" : "Zuid",
                            Map.of("level", Integer.toString(3 + i % 2)),
                            10 + i * 7 % 13));
        return units;
    }

    @Property(tries = 200)
    void noBlockAndNoStratumIsEverOffByMoreThanHalfABlock(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int number) {
        for (Plan plan :
                List.of(
                        persons(List.of("level"), 4, 6),
                        classes(Allocation.Method.BLOCKS, List.of("level"), 2, 4, 6))) {
            AllocationList list = Lot.draw(plan, units(number), seed);
            list.byStratum()
                    .forEach(
                            (stratum, slots) -> {
                                int difference = 0;
                                Map<Integer, Integer> ofBlock = new HashMap<>();
                                for (Slot slot : slots) {
                                    int step = slot.arm().equals("offered") ? 1 : -1;
                                    difference += step;
                                    ofBlock.merge(slot.block(), step, Integer::sum);
                                    assertThat(Math.abs(difference)).isLessThanOrEqualTo(3);
                                }
                                ofBlock.remove(slots.getLast().block());
                                assertThat(ofBlock.values()).allMatch(d -> d == 0);
                            });
        }
    }

    /** The last block of classes is cut to what is left, so an even number divides evenly. */
    @Property(tries = 200)
    void classesAreDividedAsEvenlyAsTheirNumberAllows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int number) {
        AllocationList list =
                Lot.draw(classes(Allocation.Method.BLOCKS, List.of(), 6), units(number), seed);
        long offered = list.slots().stream().filter(s -> s.arm().equals("offered")).count();
        assertThat(list.slots()).hasSize(number);
        assertThat(Math.abs(2 * offered - number)).isLessThanOrEqualTo(number % 2);
    }

    @Property(tries = 100)
    void theSameSeedGivesTheSameListHoweverTheUnitsAreOrdered(@ForAll long seed) {
        for (Allocation.Method method :
                List.of(Allocation.Method.BLOCKS, Allocation.Method.PAIRS)) {
            Plan plan = classes(method, List.of("level"), 2, 4);
            List<Unit> shuffled = new ArrayList<>(units(21));
            Collections.shuffle(shuffled, new Random(seed));
            AllocationList list = Lot.draw(plan, units(21), seed);
            AllocationList again = Lot.draw(plan, shuffled, seed);
            assertThat(again.text()).isEqualTo(list.text());
            assertThat(again.hash()).isEqualTo(list.hash()).matches("[0-9a-f]{64}");
            assertThat(Lot.draw(plan, units(21), seed + 1).hash()).isNotEqualTo(list.hash());
        }
    }

    @Test
    void otherSeedsGiveOtherLists() {
        Set<String> orders = new HashSet<>();
        for (long seed = 0; seed < 300; seed++)
            orders.add(
                    Lot.draw(persons(List.of(), 4, 6), List.of(), seed).slots().stream()
                            .map(Slot::arm)
                            .toList()
                            .toString());
        assertThat(orders).hasSize(300);
    }

    @Test
    void everyClassAndEveryPositionHasItsChance() {
        int seeds = 8000;
        for (Allocation.Method method :
                List.of(Allocation.Method.BLOCKS, Allocation.Method.PAIRS)) {
            Map<String, Integer> offered = new TreeMap<>();
            for (long seed = 0; seed < seeds; seed++)
                for (Slot s : Lot.draw(classes(method, List.of(), 2, 4), units(7), seed).slots())
                    offered.merge(s.unit(), s.arm().equals("offered") ? 1 : 0, Integer::sum);
            // Five standard errors of a fair coin.
            assertThat(offered.values())
                    .hasSize(7)
                    .allSatisfy(
                            n ->
                                    assertThat((double) n / seeds)
                                            .isEqualTo(.5, within(2.5 / Math.sqrt(seeds))));
        }
    }

    @Test
    void unequalSharesAreKeptAtEveryPosition() {
        Plan plan =
                Plans.plan(
                        blocks(Allocation.Unit.PERSON, List.of(), 3, 6),
                        arms(1, 2),
                        1,
                        expectations(6, 1));
        int seeds = 8000;
        int[] offered = new int[12];
        for (long seed = 0; seed < seeds; seed++) {
            List<Slot> slots = Lot.draw(plan, List.of(), seed).slots();
            for (int i = 0; i < 12; i++) if (slots.get(i).arm().equals("offered")) offered[i]++;
        }
        for (int n : offered)
            assertThat((double) n / seeds).isEqualTo(2 / 3., within(5 * Math.sqrt(2 / 9. / seeds)));
    }

    /**
     * Concealment: the first six assignments occur together exactly as often as sizes drawn with
     * equal chance and shuffled blocks say, so that the earlier ones tell of the next no more than
     * that. A generator with a pattern would show as a large chi-squared.
     */
    @Test
    void theNextAssignmentFollowsFromTheFormerOnlyAsFarAsBlocksSay() {
        int seeds = 20_000;
        Map<String, Integer> seen = new TreeMap<>();
        int repeated = 0;
        for (long seed = 0; seed < seeds; seed++) {
            List<Slot> slots = Lot.draw(persons(List.of("level"), 4, 6), units(2), seed).slots();
            StringBuilder six = new StringBuilder();
            for (Slot s : slots)
                if (s.stratum().equals("level=3") && s.position() <= 6)
                    six.append(s.arm().charAt(0));
            seen.merge(six.toString(), 1, Integer::sum);
            String first = slots.get(0).arm();
            Slot other =
                    slots.stream().filter(s -> s.stratum().equals("level=4")).findFirst().get();
            if (other.arm().equals(first)) repeated++;
        }
        double chi = 0;
        int cells = 0;
        for (int bits = 0; bits < 64; bits++) {
            String six = "";
            for (int i = 0; i < 6; i++) six += (bits >> i & 1) == 1 ? "o" : "c";
            double expected = seeds * chance(six);
            if (expected == 0) {
                assertThat(seen).doesNotContainKey(six);
                continue;
            }
            cells++;
            chi += Math.pow(seen.getOrDefault(six, 0) - expected, 2) / expected;
        }
        assertThat(Tail.chiSquared(chi, cells - 1)).isGreaterThan(.001);
        // One stratum tells nothing of another: they agree as often as two coins.
        assertThat((double) repeated / seeds).isEqualTo(.5, within(2.5 / Math.sqrt(seeds)));
    }

    /** Of these first assignments with blocks of 4 and 6. */
    private static double chance(String first) {
        if (first.isEmpty()) return 1;
        double sum = 0;
        for (int size : new int[] {4, 6}) {
            String block = first.substring(0, Math.min(size, first.length()));
            int left = size;
            int offered = size / 2;
            double p = .5;
            for (char c : block.toCharArray()) {
                p *= (double) (c == 'o' ? offered : left - offered) / left;
                if (c == 'o') offered--;
                left--;
            }
            if (p > 0) sum += p * chance(first.substring(block.length()));
        }
        return sum;
    }

    @Test
    void whoFitsNoStratumTakesFromTheRest() {
        AllocationList list = Lot.draw(persons(List.of("level"), 4, 6), units(4), 5);
        assertThat(list.byStratum()).containsOnlyKeys("", "level=3", "level=4");
        assertThat(list.at(Stratum.REST, 120)).isPresent();
        assertThat(list.at("level=3", 1)).isPresent();
        assertThat(list.at("level=5", 1)).isEmpty();
        assertThat(Stratum.name(List.of("school", "level"), units(1).get(0)::fact))
                .isEqualTo("level=3;school=Noord");
        assertThat(Stratum.name(List.of("level"), column -> null)).isEqualTo(Stratum.REST);
        assertThat(Stratum.name(List.of("a"), column -> "1;b=2")).isEqualTo("a=1%3Bb%3D2");
    }

    /** Anybody can draw this again: the hash of a small list, written down. */
    @Test
    void theListOfASeedDoesNotChangeFromVersionToVersion() {
        AllocationList list =
                Lot.draw(classes(Allocation.Method.BLOCKS, List.of(), 2, 4), units(3), 42);
        assertThat(list.text())
                .isEqualTo(
                        """
                        skills-lot-1 L64X128MixRandom
                        seed\t42
                        unit\tCLASS
                        method\tBLOCKS
                        strata\t
                        blocks\t2;4
                        arm\tcontrol\t1
                        arm\toffered\t1
                        \t1\t1\tNoord\tclass 0\tcontrol\t
                        \t2\t1\tZuid\tclass 1\toffered\t
                        \t3\t2\tZuid\tclass 2\toffered\t
                        """);
    }

    @Test
    void twoSchoolsMayHaveAClassOfTheSameName() {
        AllocationList list =
                Lot.draw(
                        classes(Allocation.Method.BLOCKS, List.of(), 2),
                        List.of(
                                new Unit("4A", "Noord", Map.of(), 20),
                                new Unit("4A", "Zuid", Map.of(), 20)),
                        3);
        assertThat(list.armOf("Noord", "4A")).isPresent();
        assertThat(list.armOf("Noord", "4A")).isNotEqualTo(list.armOf("Zuid", "4A"));
        assertThat(list.armOf("Oost", "4A")).isEmpty();
        assertThatThrownBy(
                        () ->
                                Lot.draw(
                                        classes(Allocation.Method.BLOCKS, List.of(), 2),
                                        List.of(
                                                new Unit("4A", "Noord", Map.of(), 20),
                                                new Unit("4A", "Noord", Map.of(), 21)),
                                        3))
                .isInstanceOf(PlanFault.class)
                .hasMessageContaining("Noord/4A is there twice");
    }

    @Test
    void nothingIsDrawnWhereSomebodyChose() {
        assertThatThrownBy(
                        () -> Lot.draw(classes(Allocation.Method.CHOSEN, List.of()), units(4), 1))
                .isInstanceOf(PlanFault.class);
        assertThatThrownBy(
                        () ->
                                Lot.draw(
                                        classes(Allocation.Method.BLOCKS, List.of(), 2),
                                        List.of(),
                                        1))
                .isInstanceOf(PlanFault.class);
    }

    @Test
    void thoseWhoAreAlikeMakeAPairAndOneMayBeLeft() {
        List<Unit> units =
                List.of(
                        new Unit("a", "Noord", Map.of(), 10),
                        new Unit("b", "Noord", Map.of(), 30),
                        new Unit("c", "Noord", Map.of(), 11),
                        new Unit("d", "Noord", Map.of(), 29),
                        new Unit("e", "Noord", Map.of(), 19));
        AllocationList list = Lot.draw(classes(Allocation.Method.PAIRS, List.of()), units, 9);
        assertThat(list.alone()).extracting(Slot::unit).containsExactly("e");
        assertThat(list.slots().stream().map(Slot::unit)).containsExactly("a", "c", "b", "d", "e");
        assertThat(list.armOf("Noord", "a")).isNotEqualTo(list.armOf("Noord", "c"));
        assertThat(list.armOf("Noord", "b")).isNotEqualTo(list.armOf("Noord", "d"));
    }

    /** The exchange of partners comes close to the best, which all ways to pair find. */
    @Property(tries = 50)
    void noTwoPairsWouldBeBetterOffWithEachOthersPartners(
            @ForAll @IntRange(min = 2, max = 41) int number, @ForAll long seed) {
        Random random = new Random(seed);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < number; i++)
            units.add(
                    new Unit(
                            "" + i,
                            random.nextBoolean() ? "Noord" : "Zuid",
                            Map.of("level", "" + random.nextInt(4)),
                            random.nextInt(30)));
        double[][] distance = Pairing.distances(units, List.of());
        List<List<Unit>> pairs = Pairing.of(units, List.of());
        assertThat(pairs.stream().mapToInt(List::size).sum()).isEqualTo(number);
        assertThat(pairs.stream().flatMap(List::stream).distinct().count()).isEqualTo(number);
        assertThat(pairs.stream().filter(p -> p.size() == 1).count()).isEqualTo(number % 2);
        for (List<Unit> p : pairs)
            for (List<Unit> q : pairs) {
                if (p == q || p.size() == 1 || q.size() == 1) continue;
                int a = units.indexOf(p.get(0));
                int b = units.indexOf(p.get(1));
                int c = units.indexOf(q.get(0));
                int d = units.indexOf(q.get(1));
                assertThat(distance[a][b] + distance[c][d])
                        .isLessThanOrEqualTo(distance[a][c] + distance[b][d] + 1e-9);
            }
    }
}
