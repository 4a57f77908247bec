package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;

class PlacesTest extends RoomTest {

    @Autowired Places places;
    @Autowired PlaceLoad load;

    @ParameterizedTest
    @CsvSource({
        "1012, Amsterdam, 52.37, 4.89", "3011, Rotterdam, 51.92, 4.49",
                "3511, Utrecht, 52.09, 5.12",
        "2511, Den Haag, 52.08, 4.31", "5611, Eindhoven, 51.43, 5.48",
                "9711, Groningen, 53.22, 6.57",
        "6211, Maastricht, 50.85, 5.69", "8911, Leeuwarden, 53.20, 5.80",
                "4331, Middelburg, 51.50, 3.61",
        "1118, Schiphol, 52.30, 4.76", "2000, Antwerpen, 51.22, 4.40", "1930, Zaventem, 50.88, 4.47"
    })
    void aPostcodeIsWhereItIs(String postcode, String name, double lat, double lon) {
        // Some of these numbers are postcodes in Belgium too; the Dutch one comes first.
        assertThat(places.search(postcode, 5))
                .anySatisfy(
                        p -> {
                            assertThat(p.name()).isEqualTo(name);
                            assertThat(Distance.km(p, lat, lon)).isLessThan(3);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "1118, Schiphol",
                "1118 AB, Schiphol",
                "1118ab, Schiphol",
                "1118 AB Schiphol, Schiphol",
                "hoofdd, Hoofddorp",
                "Schiphol, Schiphol",
                "SCHIPHOL, Schiphol",
                "schipol, Schiphol",
                "hoofdorp, Hoofddorp",
                "Amstredam, Amsterdam",
                "den haag, Den Haag",
                "'s-gravenhage, Den Haag",
                "den bosch, 's-Hertogenbosch",
                "haarlemmermeer, Haarlemmermeer",
                "Ijmuiden, IJmuiden",
                "sudwest fryslan, Sûdwest Fryslân",
                "brussel, Brussel",
                "bruxelles, Brussel",
                "luik, Liège",
                "liege, Liège",
                "B-9000, Gent"
            })
    void isFoundAsPeopleTypeIt(String typed, String name) {
        assertThat(places.search(typed, 5))
                .first()
                .satisfies(p -> assertThat(p.name()).isEqualToIgnoringCase(name));
    }

    @Test
    void aTownIsOneResultHoweverManyPostcodesItHas() {
        assertThat(places.search("hoofddorp", 10))
                .extracting(Place::name)
                .containsOnlyOnce("Hoofddorp");
    }

    @Test
    void theProvinceTellsTownsOfOneNameApart() {
        assertThat(places.search("Laren, Gelderland", 5).getFirst().municipality())
                .isEqualTo("Lochem");
        assertThat(places.search("Laren, Noord-Holland", 5).getFirst().province())
                .isEqualTo("Noord-Holland");
    }

    @ParameterizedTest
    @CsvSource({
        "2324, Leiden",
        "3523, Utrecht",
        "7571, Oldenzaal",
        "3981, Bunnik",
        "8611, Gaastmeer"
    })
    void rowsThatTheSourceHasWrongAreLeftOut(String postcode, String name) {
        assertThat(places.search(postcode, 5)).extracting(Place::name).containsExactly(name);
    }

    @Test
    void theTwoRowsWithWrongCoordinatesLieAmongTheirNeighbours() {
        assertThat(Distance.km(places.search("3062", 1).getFirst(), 51.92, 4.51)).isLessThan(2);
        assertThat(Distance.km(places.search("6431", 1).getFirst(), 50.91, 5.91)).isLessThan(2);
    }

    @Test
    void aFoundPlaceIsFoundAgainByItsId() {
        for (String typed : new String[] {"1118", "hoofddorp", "haarlemmermeer"}) {
            Place place = places.search(typed, 1).getFirst();
            assertThat(places.find(place.id())).contains(place);
        }
        assertThat(places.find("nl-atlantis")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "'   '", "99999", "xqzwkj", "%", "_", "'; drop table place --", "😀😀"})
    void nonsenseFindsNothing(String typed) {
        assertThat(places.search(typed, 5)).isEmpty();
    }

    @Test
    void aTextOfTenThousandCharactersIsAnsweredWithNothing() {
        assertThat(places.search("a".repeat(10_000), 5)).isEmpty();
    }

    @Test
    void aSecondLoadLeavesTheRowsAlone() {
        var before =
                jdbc.sql("select loaded_at from place_load")
                        .query(java.time.OffsetDateTime.class)
                        .single();
        load.loadIfNeeded();
        assertThat(
                        jdbc.sql("select loaded_at from place_load")
                                .query(java.time.OffsetDateTime.class)
                                .single())
                .isEqualTo(before);
    }

    @Test
    void theDistanceFromSchipholToAmsterdamIsElevenKilometres() {
        var schiphol = new Place("x", "Schiphol", "", "", 52.3105, 4.7683);
        assertThat(Distance.km(schiphol, 52.3676, 4.9041)).isCloseTo(11.2, within(0.1));
        assertThat(Distance.km(schiphol, 52.3105, 4.7683)).isZero();
        // A quarter of the equator; half a meridian.
        assertThat(Distance.km(new Point(0, 0), new Point(0, 90))).isCloseTo(10_007.6, within(1.0));
        assertThat(Distance.km(new Point(90, 0), new Point(-90, 0)))
                .isCloseTo(20_015.1, within(1.0));
    }
}
