package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, amounts, places, titles and skills as vacancies write them. */
class ReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-05-04|2026-05-04",
                "2026-8-12|2026-08-12",
                "17-10-2025|2025-10-17",
                "3/4/2026|2026-04-03",
                "3.4.2026|2026-04-03",
                "Mon, 5 Mar 2012 10:50:17 +0100|2012-03-05",
                "5 maart 2012|2012-03-05",
                "ma 5 mrt. 2012|2012-03-05",
                "March 5, 2012|2012-03-05",
                "20120305|2012-03-05",
                "2012/3/5|2012-03-05",
                "2025-08-09T07:42:53Z|2025-08-09",
                "2018-12-27T10:50:17+0000|2018-12-27",
                "2026-05-04T10:00|2026-05-04",
                "2026-05-04T22:00:00Z|2026-05-05",
                "2026-05-04T22:00:00.000+00:00|2026-05-05",
                "2020-12-31T23:59:59+0000|2020-12-31"
            })
    void datesInEveryForm(String text, LocalDate day) throws Unusable {
        assertThat(Dates.read(text, "datePosted")).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "n.v.t.", "z.s.m.", "In overleg", "onbekend"})
    void wordsForNoDateAreNoDate(String text) throws Unusable {
        assertThat(Dates.read(text, "validThrough")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31-02-2026",
                "2026-13-01",
                "4141 BL",
                "52.445321",
                "8806",
                "Parttime",
                "99-99-9999",
                "01-01-0026",
                "2026-05-04T99:00Z"
            })
    void whatIsNoDateIsSaidWithItsField(String text) {
        assertThatThrownBy(() -> Dates.read(text, "datePosted"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("datePosted")
                .hasMessageContaining(text);
    }

    @Property
    void aDateWrittenTheDutchWayIsReadBack(
            @ForAll @IntRange(min = 1990, max = 2100) int year,
            @ForAll @IntRange(min = 1, max = 365) int day)
            throws Unusable {
        LocalDate date = LocalDate.ofYearDay(year, day);
        assertThat(Dates.read(date.getDayOfMonth() + "-" + date.getMonthValue() + "-" + year, "x"))
                .contains(date);
        assertThat(Dates.read(date.toString(), "x")).contains(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.310,50|2310.50",
                "2,310.50|2310.50",
                "2310,5|2310.5",
                "2310.5|2310.5",
                "24.214|24214",
                "24,214|24214",
                "1.234.567|1234567",
                "14,5|14.5",
                "0.125|0.125",
                "17|17"
            })
    void numbersInDutchAndEnglishNotation(String text, BigDecimal number) {
        assertThat(Amounts.number(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€17 - €19 / uur|17|19|HOUR|EUR", "€5686-€6569|5686|6569|MONTH|EUR",
                        "€2.600 – €3.000 p/m|2600|3000|MONTH|EUR",
                "€ 14,71 per uur|14.71|14.71|HOUR|EUR",
                        "£24,214 / £26,220 / £27,260|24214|27260|YEAR|GBP",
                        "35.000 tot 45.000 per jaar|35000|45000|YEAR|EUR",
                "€2.400 - €2.800 p.m.|2400|2800|MONTH|EUR"
            })
    void payInWords(String text, BigDecimal min, BigDecimal max, Pay.Per per, String currency) {
        Pay pay = Amounts.pay(text, null, null);
        assertThat(pay.min()).isEqualByComparingTo(min);
        assertThat(pay.max()).isEqualByComparingTo(max);
        assertThat(pay.per()).isEqualTo(per);
        assertThat(pay.currency()).isEqualTo(currency);
    }

    @Test
    void payThatCannotBeRightIsLeftOut() {
        assertThat(
                        Amounts.pay(
                                new BigDecimal(47_000),
                                new BigDecimal(60_000),
                                "EUR",
                                Pay.Per.MONTH))
                .isNull();
        assertThat(Amounts.pay(new BigDecimal(2), new BigDecimal(1200), "EUR", Pay.Per.YEAR))
                .isNull();
        assertThat(Amounts.pay("negotiable", null, null)).isNull();
        assertThat(Amounts.pay("schaal 9", null, null)).isNull();
        assertThat(
                        Amounts.pay(
                                        new BigDecimal(3000),
                                        new BigDecimal(2500),
                                        "EUR",
                                        Pay.Per.MONTH)
                                .min())
                .isEqualByComparingTo("2500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24|24|24",
                "24-32|24|32",
                "40 uur per week|40|40",
                "32,5|32.5|32.5",
                "12 tot 20 uur|12|20"
            })
    void hoursAWeek(String text, double min, double max) {
        assertThat(Amounts.hours(text)).isEqualTo(new Hours(min, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vast", "0,8-1,0", "4.973495", "168", "", "'s-Hertogenbosch"})
    void whatIsNoNumberOfHoursIsLeftOut(String text) {
        assertThat(Amounts.hours(text)).isNull();
    }

    private static final PlaceFinder PLACES = new PlaceFinder(PlaceFile.rows());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GEEL|BE|Geel", "Nijmegen, Gelderland|NL|Nijmegen",
                        "Sevenum, Horst aan de Maas|NL|Sevenum", "Utrecht / Regio|NL|Utrecht",
                "Gent en omgeving|BE|Gent", "SINT-DENIJS-WESTREM|BE|Sint-Denijs-Westrem",
                        "Vreewijk, Rotterdam|NL|Rotterdam", "Amsterdam Area|NL|Amsterdam",
                "Antwerpen, Vlaanderen, België||Antwerpen", "Nieuw West, Amsterdam|NL|Amsterdam",
                        "Den Haag|NL|Den Haag", "'s-Gravenhage|NL|Den Haag",
                "Beveren-Kruibeke-Zwijndrecht|BE|Beveren", "IJSSELSTEIN|NL|IJsselstein"
            })
    void dirtyPlacesAreFound(String written, String country, String name) {
        PlaceFinder.Located found = PLACES.find(written, country, null, null);
        assertThat(found.at()).as(written).isNotNull();
        assertThat(found.name()).isEqualToIgnoringCase(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nederland|NL",
                "Limburg, Vlaanderen, België|BE",
                "Randstad|NL",
                "Het Spek, Vlaanderen, België|BE",
                "Rozenburg|NL",
                "Utrecht|GB"
            })
    void aRegionOrADoubtfulPlaceGetsNoPointOnTheMap(String written, String country) {
        assertThat(PLACES.find(written, country, null, null).at()).isNull();
    }

    @Test
    void theProvinceAndThePostcodeDecideBetweenPlacesOfOneName() {
        var lochem = PLACES.find("Laren, Gelderland", "NL", null, null);
        var gooi = PLACES.find("Laren", "NL", "1251", null);
        assertThat(Distance.km(lochem.at(), new Point(52.19, 6.36))).isLessThan(5);
        assertThat(Distance.km(gooi.at(), new Point(52.256, 5.23))).isLessThan(5);
        var given = new Point(52.1, 5.1);
        assertThat(PLACES.find("Laren", "NL", "1251", given).at()).isEqualTo(given);
    }

    @Test
    void aTitleIsComparedWordByWord() {
        assertThat(
                        OccupationGuess.fits(
                                OccupationGuess.words("Allround timmerman"),
                                OccupationGuess.words("timmerman")))
                .isTrue();
        assertThat(
                        OccupationGuess.fits(
                                OccupationGuess.words("timmerman nieuwbouw"),
                                OccupationGuess.words("timmerman")))
                .isTrue();
        assertThat(
                        OccupationGuess.fits(
                                OccupationGuess.words("sales manager"),
                                OccupationGuess.words("manager")))
                .isFalse();
        assertThat(
                        OccupationGuess.fits(
                                OccupationGuess.words("timmerman"),
                                OccupationGuess.words("timmerman scheepsbouw")))
                .isFalse();
        assertThat(OccupationGuess.candidates("Senior kok (m/v) - 32-40 uur in Delft"))
                .contains("Senior kok");
    }

    @Test
    void aVacancyIsOpenForSixtyDaysOrUntilItsLastDayAndNeverForMoreThanAYear() {
        LocalDate posted = LocalDate.of(2026, 1, 1);
        assertThat(posting(posted, null).openUntil()).isEqualTo("2026-03-02");
        assertThat(posting(posted, LocalDate.of(2026, 1, 20)).openUntil()).isEqualTo("2026-01-20");
        assertThat(posting(posted, LocalDate.of(2099, 1, 1)).openUntil()).isEqualTo("2027-01-01");
        assertThat(posting(null, LocalDate.of(2099, 1, 1)).openUntil()).isNull();
    }

    private static Posting posting(LocalDate posted, LocalDate until) {
        return new Posting(
                "k",
                "s",
                null,
                "t",
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                java.util.Set.of(),
                posted,
                until,
                CleanText.of(""),
                "nl",
                false,
                List.of(),
                null,
                "");
    }
}
