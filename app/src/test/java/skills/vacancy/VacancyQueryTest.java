package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skills.vacancy.VacancyQuery.Order;
import skills.vacancy.VacancyQuery.Part;

class VacancyQueryTest {

    @Test
    void aSearchStandsInItsAddressAndComesBackTheSame() {
        var query =
                VacancyQuery.parse(
                        "q=kok+%26+ober&place=Utrecht&km=60&hours=24-32&hours=16-24&contract=permanent&field=care&pay=1&days=7&order=near&page=2");
        assertThat(query.q()).isEqualTo("kok & ober");
        assertThat(query.hours()).containsExactly(HoursBand.HALF, HoursBand.MOST);
        assertThat(query.order()).isEqualTo(Order.NEAR);
        assertThat(VacancyQuery.parse(query.toQuery())).isEqualTo(query.page(0));
        assertThat(query.address()).isEqualTo("/vacancies?" + query.toQuery() + "&page=2");
        assertThat(query.parts()).hasSize(7);
        assertThat(query.without(Part.HOURS).hours()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        var query =
                VacancyQuery.parse(
                        "q=%zz&km=9e99&place=&hours=3-4&contract=eternal&field=&pay=maybe&days=-5&occupation=x&order=best&page=-1&&=&x");
        assertThat(query.toQuery()).isEmpty();
        assertThat(query.km()).isEqualTo(VacancyQuery.MOST_KM);
        assertThat(VacancyQuery.parse("km=NaN").km()).isBetween(1, VacancyQuery.MOST_KM);
        assertThat(VacancyQuery.parse("q=" + "x".repeat(10_000)).q()).hasSize(100);
        assertThat(VacancyQuery.of(Map.of("q", Set.of("a\u0000b\u202ec\r\nd"))).q())
                .isEqualTo("a b c d");
    }

    @Property
    void anyTextIsRead(@ForAll String address, @ForAll String q) {
        var query = VacancyQuery.parse(address).words(q);
        assertThat(VacancyQuery.parse(query.toQuery()).toQuery()).isEqualTo(query.toQuery());
    }

    @Test
    void aJobOfSixteenToThirtyTwoHoursStandsInItsBands() {
        var hours = new Hours(16, 32);
        assertThat(HoursBand.values())
                .filteredOn(b -> b.holds(hours))
                .containsExactly(HoursBand.HALF, HoursBand.MOST, HoursBand.FULL);
        assertThat(HoursBand.values())
                .filteredOn(b -> b.holds(new Hours(40, 40)))
                .containsExactly(HoursBand.FULL);
        assertThat(HoursBand.values())
                .filteredOn(b -> b.holds(new Hours(24, 24)))
                .containsExactly(HoursBand.MOST);
    }

    @Test
    void theLongestCodeSaysTheFieldOfWork() {
        assertThat(WorkField.of("5131")).isEqualTo(WorkField.HOSPITALITY);
        assertThat(WorkField.of("5111")).isEqualTo(WorkField.TRANSPORT);
        assertThat(WorkField.of("2221")).isEqualTo(WorkField.CARE);
        assertThat(WorkField.of("8332")).isEqualTo(WorkField.TRANSPORT);
        assertThat(WorkField.of(null)).isEqualTo(WorkField.OTHER);
    }
}
