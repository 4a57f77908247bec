package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.taxonomy.OnetLeanings.Element;
import skills.taxonomy.OnetLeanings.Leaning;
import skills.taxonomy.OnetLeanings.Table;

/** What work asks and offers, on the tables that ship. */
class OnetLeaningsTest extends RoomTest {

    @Autowired OnetLeanings leanings;

    private record Cell(String soc, String name, double rating) {}

    @Test
    void fourOfFiveOccupationsHaveACounterpartWithSixteenStylesSixValuesAndSixInterests() {
        Map<OccupationId, Leaning> all = leanings.all();
        assertThat(all.size()).isBetween(2400, 3039);
        Map<Table, Long> sizes =
                all.values().stream()
                        .filter(l -> l.soc().equals("53-2031.00"))
                        .findFirst()
                        .orElseThrow()
                        .of()
                        .keySet()
                        .stream()
                        .collect(Collectors.groupingBy(Element::table, Collectors.counting()));
        assertThat(sizes).isEqualTo(Map.of(Table.STYLE, 16L, Table.VALUE, 6L, Table.INTEREST, 6L));
        long partly = all.values().stream().filter(l -> l.of().size() < 28).count();
        assertThat(partly).isLessThan(all.size() / 10);
    }

    @Test
    void aLeaningIsTheFormulaComputedByHand() {
        List<Cell> cells =
                jdbc.sql(
                                "select soc, name, rating from onet_rating where kind = 'style' and scale = 'IM' and gone_at is null")
                        .query(Cell.class)
                        .list();
        Map<String, double[]> moments = new HashMap<>();
        cells.stream()
                .collect(Collectors.groupingBy(Cell::name))
                .forEach(
                        (name, of) -> {
                            double mean =
                                    of.stream().mapToDouble(Cell::rating).average().orElseThrow();
                            double variance =
                                    of.stream()
                                            .mapToDouble(c -> Math.pow(c.rating() - mean, 2))
                                            .average()
                                            .orElseThrow();
                            moments.put(name, new double[] {mean, Math.sqrt(variance)});
                        });
        Map<String, Double> z = new HashMap<>();
        String soc = "53-2031.00"; // flight attendants
        for (Cell c : cells)
            if (c.soc().equals(soc))
                z.put(c.name(), (c.rating() - moments.get(c.name())[0]) / moments.get(c.name())[1]);
        double own = z.values().stream().mapToDouble(d -> d).average().orElseThrow();
        Leaning found =
                leanings.all().values().stream()
                        .filter(l -> l.soc().equals(soc))
                        .findFirst()
                        .orElseThrow();
        assertThat(z).hasSize(16);
        z.forEach(
                (name, value) ->
                        assertThat(found.of().get(new Element(Table.STYLE, name)))
                                .as(name)
                                .isCloseTo(value - own, within(1e-9)));
    }

    @Test
    void leaningsAreKeptUntilTheNextLoadAndThenReadAgain() {
        Map<OccupationId, Leaning> first = leanings.all();
        assertThat(leanings.all() == first).isTrue();
        var own =
                jdbc.sql(
                                """
                                insert into taxonomy_load (taxonomy, version, shipped, loaded_at, report)
                                values ('onet', 'test', true, now(), '{}') returning id
                                """)
                        .query(Long.class)
                        .single();
        Map<OccupationId, Leaning> again = leanings.all();
        assertThat(again == first).isFalse();
        assertThat(again.equals(first)).isTrue();
        jdbc.sql("delete from taxonomy_load where id = :id").param("id", own).update();
    }

    @Test
    void whatHasNoCounterpartIsLeftOut() {
        OccupationId unknown = OccupationId.of("http://example.org/no-such-work");
        OccupationId known = leanings.all().keySet().iterator().next();
        assertThat(leanings.of(List.of(unknown, known)).keySet()).containsExactly(known);
    }
}
