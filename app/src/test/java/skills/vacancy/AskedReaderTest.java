package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Education, languages, hours and pay as vacancies write them. */
class AskedReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Minimaal MBO niveau 4 werk- en denkniveau | MBO_4",
                "- MBO 3/4 werk- en denkniveau, bij voorkeur richting techniek | MBO_3",
                "- Een afgeronde mbo-opleiding niveau 2 | MBO_2",
                "Minimaal MBO+ werk- en denkniveau | MBO_4",
                "- mbo 3 of hoger | MBO_3",
                "MBO | MBO",
                "- Bachelor of Master in de Bouwkunde met kennis van beton en hout | HBO",
                "MBO werk- en denkniveau | MBO",
                "Je hebt een afgeronde HBO-opleiding Elektrotechniek | HBO",
                "- HBO/WO denkniveau met een commerciële achtergrond | HBO",
                "Je beschikt over een bachelor- of masterdiploma | HBO",
                "Je hebt een master op zak | WO",
                "Je beschikt over een diploma Verpleegkunde (HBO5, Bachelor of Master) | ASSOCIATE",
                "Monteur Fulltime VMBO | VMBO",
                "Diploma secundair onderwijs | SECONDARY",
                "Je krijgt les van onze mbo-docent, opleiding intern |",
                "In deze rol kun je ook je mbo 4-opleiding behalen |",
                "Van doorbetaalde schooldagen tot een hbo-opleiding op onze kosten |",
                "Ervaring als scrum master, minimaal 3 jaar |",
                "Je begeleidt minimaal 6 hbo-studenten per jaar |",
                "Wij werken op di, wo en do, minimaal 8 uur |"
            })
    void theLowestLevelThatIsAskedIsRead(String line, EducationLevel level) {
        assertThat(AskedReader.read("", "", List.of(line)).education()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WO | WO",
                "HBO Verpleegkunde | HBO",
                "Bachelor's or Master's | HBO",
                "bachelor degree | HBO"
            })
    void theFieldOfTheSourceNeedsNoFurtherWords(String field, EducationLevel level) {
        assertThat(AskedReader.read("", field, List.of("Minimaal mbo 2")).education())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Je spreekt vloeiend Nederlands en Engels. Frans is een plus. | nl,en,+fr",
                "Goede beheersing van zowel de Engelse als Nederlandse taal | en,nl",
                "Goede talenkennis van Nederlands, Frans en Engels (kennis van Duits is een plus) | nl,fr,en,+de",
                "Je bent vlot 3-talig (Nederlands, Frans en Engels) | nl,fr,en",
                "You are fluent in Dutch and English | nl,en",
                "Nederlands spreken is niet nodig |",
                "Je hebt kennis van de Duitse markt en het Nederlands recht |",
                "Wij zijn een Nederlands bedrijf en communiceren open |",
                "Je werkt in de Nederlandse jachtbouw |"
            })
    void languagesAreReadWithWhetherTheyAreAsked(String line, String expected) {
        assertThat(
                        AskedReader.read("", "", List.of(line)).languages().stream()
                                .map(Asked.Language::written))
                .containsExactly(
                        expected == null || expected.isBlank()
                                ? new String[0]
                                : expected.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Een baan voor 32 tot 40 uur per week | 32.0 to 40.0",
                "24-32 uur | 24.0 to 32.0",
                "38 uur/week | 38.0 to 38.0",
                "op basis van een werkweek van 36 uur | 36.0 to 36.0",
                "Fulltime (40 uur) | 40.0 to 40.0",
                "Open van 9-17 uur |",
                "Je overlegt 1 uur per week met je team |",
                "24/7 bereikbaar |"
            })
    void hoursAWeekAreRead(String line, String expected) {
        Hours hours = AskedReader.hours(List.of(line));
        assertThat(hours == null ? "" : hours.min() + " to " + hours.max())
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Een salaris tussen € 2.500 en € 3.200 bruto per maand | 2500 to 3200 MONTH",
                "Bruto maandsalaris tussen €4248 - €7863 obv 36 uur | 4248 to 7863 MONTH",
                "Uurloon van €17,50 per uur | 17.50 to 17.50 HOUR",
                "Salaris € 45.000,- tot € 60.000,- per jaar | 45000 to 60000 YEAR",
                "Reiskosten € 0,23 per kilometer en een goed salaris per maand |",
                "Wij zetten € 20.000 per maand om |",
                "Bruto bonus van € 300 per maand |"
            })
    void payIsReadWhereALineIsAboutPay(String line, String expected) {
        Pay pay = AskedReader.pay(List.of(line));
        assertThat(pay == null ? "" : pay.min() + " to " + pay.max() + " " + pay.per())
                .isEqualTo(expected == null ? "" : expected);
    }
}
