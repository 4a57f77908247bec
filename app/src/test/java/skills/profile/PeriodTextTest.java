package skills.profile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skills.kernel.Language;

/** Dates are read as people write them. */
class PeriodTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "sinds 2023                 | 2023       | -",
                "Sinds Maart 2021           | 2021-03    | -",
                "since 2019                 | 2019       | -",
                "vanaf 1 sept. 2024         | 2024-09-01 | -",
                "maart 2021                 | 2021-03    | 2021-03",
                "March 2011                 | 2011-03    | 2011-03",
                "March 14, 2011             | 2011-03-14 | 2011-03-14",
                "2019                       | 2019       | 2019",
                "in 2019                    | 2019       | 2019",
                "03-2021                    | 2021-03    | 2021-03",
                "3/2021                     | 2021-03    | 2021-03",
                "2021-03                    | 2021-03    | 2021-03",
                "14-03-2021                 | 2021-03-14 | 2021-03-14",
                "2019-2021                  | 2019       | 2021",
                "2019-21                    | 2019       | 2021",
                "2019 – nu                  | 2019       | -",
                "2019 - heden               | 2019       | -",
                "2019 to present            | 2019       | -",
                "2019 -                     | 2019       | -",
                "mrt 2021 t/m juni 2022     | 2021-03    | 2022-06",
                "03-2021 - 06-2022          | 2021-03    | 2022-06",
                "2021-03 - 2022-06          | 2021-03    | 2022-06",
                "maart tot juni 2022        | 2022-03    | 2022-06",
                "van maart 2021 tot nu      | 2021-03    | -",
                "from May 2020 to July 2021 | 2020-05    | 2021-07",
                "tot 2022                   | -          | 2022",
                "until june 2022            | -          | 2022-06",
                "zomer 2024                 | 2024-06    | 2024-08",
                "juli ’21                   | 2021-07    | 2021-07",
                "2021 tot 2021-03           | 2021       | 2021-03",
            })
    void whatPeopleWriteIsRead(String text, String from, String until) {
        var expected =
                new Period(
                        from == null ? null : PartialDate.parse(from),
                        until == null ? null : PartialDate.parse(until));
        assertThat(PeriodText.read(text)).isEqualTo(new PeriodText.Read(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void nothingWrittenIsNothingKnown(String text) {
        assertThat(PeriodText.read(text)).isEqualTo(new PeriodText.Read(Period.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ooit",
                "nu",
                "maart",
                "32-01-2021",
                "13-2021",
                "30 februari 2021",
                "12345",
                "0000",
                "🙂",
                "sinds"
            })
    void whatIsNoDateIsNotRead(String text) {
        assertThat(PeriodText.read(text)).isEqualTo(new PeriodText.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022 - 2021", "juni 2022 tot maart 2022", "03-2021 t/m 02-2021"})
    void anEndBeforeTheStartIsRefused(String text) {
        assertThat(PeriodText.read(text)).isEqualTo(new PeriodText.EndsTooEarly());
    }

    @Property
    void whatWeShowIsReadBackAsTheSame(
            @ForAll("periods") Period period, @ForAll Language language) {
        assertThat(PeriodText.read(period.text(language))).isEqualTo(new PeriodText.Read(period));
    }

    @Property
    void isoDatesAreReadBackAsTheSame(@ForAll("dates") PartialDate date) {
        assertThat(PeriodText.date(date.toString())).contains(date);
        assertThat(PartialDate.parse(date.toString())).isEqualTo(date);
        assertThat(date.first()).isBeforeOrEqualTo(date.last());
    }

    @Property
    void noTextMakesReadingFail(@ForAll String text) {
        assertThat(PeriodText.read(text)).isNotNull();
    }

    @Provide
    Arbitrary<PartialDate> dates() {
        var years = Arbitraries.integers().between(1900, 2100);
        var months = Arbitraries.integers().between(1, 12);
        var days = Arbitraries.integers().between(1, 28);
        return Arbitraries.oneOf(
                years.map(PartialDate::of),
                years.flatMap(y -> months.map(m -> PartialDate.of(y, m))),
                years.flatMap(y -> months.flatMap(m -> days.map(d -> new PartialDate(y, m, d)))));
    }

    @Provide
    Arbitrary<Period> periods() {
        return dates().injectNull(0.2)
                .flatMap(
                        a ->
                                dates().injectNull(0.2)
                                        .map(
                                                b ->
                                                        Period.endsTooEarly(a, b)
                                                                ? new Period(b, a)
                                                                : new Period(a, b)));
    }

    @Property
    void aPeriodNeverEndsBeforeItStarts(
            @ForAll("dates") PartialDate a, @ForAll("dates") PartialDate b) {
        Assume.that(a.first().isAfter(b.last()));
        assertThat(Period.endsTooEarly(a, b)).isTrue();
        assertThat(Period.endsTooEarly(b, a)).isFalse();
    }
}
