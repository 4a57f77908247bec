package skills.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import skills.text.SkillSpans.Name;
import skills.text.SkillSpans.Span;

class SkillSpansTest {

    private static final SkillSpans DUTCH =
            SkillSpans.dutch(
                    List.of(
                            new Name("quote", "offertes opstellen", false),
                            new Name("clients", "klanten begeleiden", false),
                            new Name("bookings", "reserveringen verwerken", false),
                            new Name("orders", "bestellingen verwerken", false),
                            new Name("post", "post verwerken", false),
                            new Name("mail", "mail verwerken", false),
                            new Name("law", "arbeidsrecht", false),
                            new Name("less", "LESS", false),
                            new Name("team", "samenwerken", true),
                            new Name("service", "klantgericht", true),
                            new Name("stress", "rustig blijven", true)));

    private static List<String> ids(String text) {
        return DUTCH.find(text).stream().map(Span::id).toList();
    }

    private static List<String> said(String text) {
        return DUTCH.find(text).stream().map(s -> text.substring(s.start(), s.end())).toList();
    }

    @Test
    void aVerbMayStandInTwoPartsAndInAnyForm() {
        assertThat(said("Je stelt zelf offertes op, en meer."))
                .containsExactly("stelt zelf offertes");
        assertThat(ids("Het opstellen van offertes hoort erbij.")).containsExactly("quote");
        assertThat(ids("Je helpt om offertes op te stellen.")).containsExactly("quote");
        assertThat(ids("Jij begeleidt onze klanten.")).containsExactly("clients");
        assertThat(ids("Begeleiding van klanten")).containsExactly("clients");
    }

    @Test
    void wordsFarApartSayNothing() {
        assertThat(
                        ids(
                                "Klanten zijn er bij ons altijd veel, en wie nieuw is krijgt een"
                                        + " goede begeleiding."))
                .isEmpty();
    }

    @Test
    void whatTheEmployerOffersIsNotAsked() {
        String text =
                "Wat vragen wij?\n"
                        + "Samenwerken en offertes opstellen.\n"
                        + "Wat bieden wij?\n"
                        + "We begeleiden onze klanten en samenwerken is fijn.\n"
                        + "# Jouw profiel\n"
                        + "Klantgericht";
        assertThat(ids(text)).containsExactly("team", "quote", "service");
    }

    @Test
    void whatIsWelcomeIsTellsFromWhatIsNeeded() {
        assertThat(DUTCH.find("Je kunt samenwerken. Kennis van arbeidsrecht is een pre."))
                .extracting(Span::id, Span::must)
                .containsExactly(tuple("team", true), tuple("law", false));
        assertThat(ids("Samenwerken is niet nodig.")).isEmpty();
    }

    @Test
    void aSingleWordNeedsACueUnlessItIsANameOrChosen() {
        assertThat(ids("Wij staan voor arbeidsrecht.")).isEmpty();
        assertThat(ids("Je hebt kennis van arbeidsrecht.")).containsExactly("law");
        assertThat(ids("Je schrijft LESS en CSS.")).containsExactly("less");
        assertThat(ids("Less is more.")).isEmpty();
    }

    @Test
    void ofAnExpectedSkillPartOfTheNameIsEnough() {
        String text = "Je beheert de reserveringen.";
        assertThat(DUTCH.find(text)).isEmpty();
        assertThat(DUTCH.find(text, Set.of("bookings")))
                .extracting(Span::id)
                .containsExactly("bookings");
        assertThat(DUTCH.find(text, Set.of("quote"))).isEmpty();
    }

    @Test
    void aSkillIsThereOnceAndNeededWhenNeededAnywhere() {
        String text = "Samenwerken is een pluspunt.\nJe kunt goed samenwerken.";
        assertThat(SkillSpans.once(DUTCH.find(text)))
                .extracting(Span::id, Span::start, Span::must)
                .containsExactly(tuple("team", 0, true));
    }

    @Test
    void noTextIsTooStrange() {
        assertThat(DUTCH.find("")).isEmpty();
        assertThat(DUTCH.find("\u0000 \ud83d \n\n # ::: <b>")).isEmpty();
        String hostile = "samenwerken op te ".repeat(60_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(DUTCH.find(hostile)).isNotEmpty());
    }

    @Test
    void stemsOfOneVerbAreOne() {
        assertThat(List.of("verkoopt", "verkopen", "verkoop"))
                .allSatisfy(w -> assertThat(LooseStems.dutch(w)).isEqualTo("verkop"));
        assertThat(LooseStems.dutch("begeleiding"))
                .isEqualTo(LooseStems.dutch("begeleidt"))
                .isEqualTo(LooseStems.dutch("begeleiden"));
        assertThat(LooseStems.dutch("klanten")).isEqualTo(LooseStems.dutch("klant"));
        assertThat(LooseStems.dutch("plannen")).isNotEqualTo(LooseStems.dutch("planten"));
    }
}
