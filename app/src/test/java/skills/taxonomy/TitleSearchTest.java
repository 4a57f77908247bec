package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.kernel.Language;

class TitleSearchTest extends RoomTest {

    @Autowired TitleSearch search;

    /**
     * What people type, and what must be among the first three: a part of the title that is shown.
     */
    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # typed                        | title shown
                    stewardess                     | Steward of stewardess
                    stewardessen                   | Steward of stewardess
                    steward                        | Steward of stewardess
                    stuwardes                      | Steward of stewardess
                    cabinepersoneel                | Steward of stewardess
                    cabine personeel               | Steward of stewardess
                    flight attendant               | Steward of stewardess
                    grondstewardess                | Medewerker check-in en gate
                    grond stewardess               | Medewerker check-in en gate
                    passagiersafhandelaar          | Medewerker check-in en gate
                    passagiersafhandeling          | Medewerker check-in en gate
                    incheckmedewerkster            | Medewerker check-in en gate
                    check-in                       | Medewerker check-in en gate
                    gate agent                     | Medewerker check-in en gate
                    bagagist                       | Bagage- en platformmedewerker
                    bagageafhandelaar              | Bagage- en platformmedewerker
                    bagage afhandelaar             | Bagage- en platformmedewerker
                    bagageafhandelaars             | Bagage- en platformmedewerker
                    bagageafhandelar               | Bagage- en platformmedewerker
                    baggage handler                | Bagage- en platformmedewerker
                    luchthavenbeveiliger           | Beveiliger op de luchthaven
                    beveiliger luchthaven          | Beveiliger op de luchthaven
                    beveliger luchthaven           | Beveiliger op de luchthaven
                    luchtvaartdienstverlener       | Luchtvaartdienstverlener
                    luchtvaartdienst               | Luchtvaartdienstverlener
                    luchtvrat                      | Luchtvaart
                    luchvaartdienstverlener        | Luchtvaartdienstverlener
                    luchtvaart dienstverlener      | Luchtvaartdienstverlener
                    27040                          | Luchtvaartdienstverlener
                    25363                          | Luchtvaartdienstverlener
                    boa                            | Handhaver (boa)
                    handhaver                      | Handhaver (boa)
                    handhaafster                   | Handhaver (boa)
                    vakkenvuller                   | schappenvuller
                    vakenvuller                    | schappenvuller
                    vakkenvulster                  | schappenvuller
                    hotelreceptioniste             | Hotelreceptionist
                    receptioniste                  | receptionist
                    orderpicker                    | Magazijnmedewerker
                    order picker                   | Magazijnmedewerker
                    magazijnmedewerkster           | Magazijnmedewerker
                    magazijn                       | Magazijnmedewerker
                    winkelmedewerkers              | Winkelmedewerker
                    verkoopster                    | verkoopmedewerker
                    kapster                        | kapper
                    kaper                          | kapper
                    verpleegkundigen               | verpleegkundige
                    verpleger                      | verple
                    timmervrouw                    | timmer
                    brandweervrouw                 | brandweer
                    vrachtwagenchauffeur           | vrachtwagenchauffeur
                    vrachtwagen chauffeur          | vrachtwagenchauffeur
                    trucker                        | vrachtwagenchauffeur
                    pedagogisch medwerker          | Pedagogisch medewerker kinderopvang
                    kinderopvang                   | kinderopvang
                    helpdeskmedewerker             | Medewerker ICT-servicedesk
                    ict servicedesk                | Medewerker ICT-servicedesk
                    callcenter                     | Medewerker klantenservice
                    reisadviseuse                  | Reisadviseur
                    zorghulp                       | Helpende zorg en welzijn
                    transport planner              | Transportplanner
                    juf                            | leraar basisonderwijs
                    """)
    void findsWhatIsMeant(String typed, String title) {
        assertThat(titles(typed, Language.NL))
                .as("first three for '%s'", typed)
                .anyMatch(t -> t.toLowerCase().contains(title.toLowerCase()));
    }

    @ParameterizedTest(name = "{0} finds {1} in English")
    @CsvSource({
        "flight attendent, Cabin crew member",
        "cabin crew, Cabin crew member",
        "baggage handlers, Baggage and ramp worker",
        "check-in agent, Check-in and gate agent",
        "warehouse worker, Warehouse worker",
        "hotel receptonist, Hotel receptionist",
        "hairdresser, hairdresser",
        "shop assistant, Shop assistant",
    })
    void findsWhatIsMeantInEnglish(String typed, String title) {
        assertThat(titles(typed, Language.EN)).anyMatch(t -> t.equalsIgnoreCase(title));
    }

    @Test
    void eachLetterOfAWordKeepsTheOccupationInSight() {
        String word = "stewardess";
        for (int n = 4; n <= word.length(); n++)
            assertThat(titles(word.substring(0, n), Language.NL)).contains("Steward of stewardess");
    }

    @Test
    void aCorrectedWordIsTold() {
        assertThat(search.search("stewardes", Language.NL, 5).hits()).isNotEmpty();
        assertThat(search.search("vakenvuller", Language.NL, 5).alsoSearched())
                .isEqualTo("vakkenvuller");
        assertThat(search.search("vakkenvuller", Language.NL, 5).alsoSearched()).isNull();
        assertThat(search.search("vakkenv", Language.NL, 5).alsoSearched()).isNull();
    }

    @Test
    void oneHitForEachConceptAndTheNewestNumberOfAQualification() {
        List<TitleSearch.Hit> hits =
                search.search("luchtvaartdienstverlener", Language.NL, 20).hits();
        assertThat(hits.stream().map(h -> h.kind() + h.id()).distinct().count())
                .isEqualTo(hits.size());
        assertThat(hits.getFirst().id()).isEqualTo("27040");
        assertThat(hits.getFirst().kind()).isEqualTo(TitleSearch.Kind.QUALIFICATION);
        assertThat(hits.getFirst().level()).isEqualTo(4);
        assertThat(hits.stream().filter(h -> h.title().equals("Luchtvaartdienstverlener")))
                .hasSize(1);
    }

    @Test
    void nonsenseFindsNothingAndOddInputDoesNoHarm() {
        assertThat(search.search("xqzwvkjq", Language.NL, 5).hits()).isEmpty();
        for (String odd :
                Stream.of(
                                "",
                                " ",
                                "a",
                                "😀😀",
                                "\"*?~^[](){}\\/:!",
                                "a".repeat(10_000),
                                "<script>",
                                "مضيفة",
                                "AND OR NOT")
                        .toList())
            assertThat(search.search(odd, Language.NL, 5).hits()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void theLimitHolds() {
        assertThat(search.search("medewerker", Language.NL, 7).hits()).hasSize(7);
    }

    private List<String> titles(String typed, Language language) {
        var titles = new ArrayList<String>();
        for (TitleSearch.Hit hit : search.search(typed, language, 3).hits())
            titles.add(hit.title());
        return titles;
    }
}
