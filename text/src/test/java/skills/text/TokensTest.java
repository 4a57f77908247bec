package skills.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void foldsAccentsCaseAndHyphens() {
        assertThat(Tokens.fold("Patiënten-begeleid(st)er, VIG’er"))
                .isEqualTo("patienten begeleid st er viger");
        assertThat(Tokens.fold("  C++,\u00a0C# en .NET / node.js! "))
                .isEqualTo("c++ c# en .net node.js");
        assertThat(Tokens.fold("Maß coöper\u00adatie")).isEqualTo("mass cooperatie");
        assertThat(Tokens.of("")).isEmpty();
        assertThat(Tokens.of(" ... -- ")).isEmpty();
    }

    @Test
    void saysWhereEachWordStands() {
        String text = "Een échte 👩‍🔧 kok.";
        for (Tokens.Token token : Tokens.of(text))
            assertThat(Tokens.fold(text.substring(token.start(), token.end())))
                    .isEqualTo(token.text());
        assertThat(Tokens.words(text)).containsExactly("een", "echte", "kok");
    }

    @Test
    void endingsGo() {
        assertThat(Stems.dutch("lassers")).isEqualTo(Stems.dutch("lasser"));
        assertThat(Stems.english("welding")).isEqualTo(Stems.english("weld"));
    }

    @Test
    void splitsCompoundsIntoWordsThatWereSeen() {
        Compounds known =
                Compounds.of(
                        Map.of(
                                "heftruck",
                                3,
                                "chauffeur",
                                20,
                                "bedrijf",
                                30,
                                "leider",
                                40,
                                "zieken",
                                5,
                                "verzorger",
                                9,
                                "vracht",
                                4,
                                "wagen",
                                6,
                                "verpleeg",
                                1,
                                "kunde",
                                2));
        assertThat(known.split("heftruckchauffeur")).containsExactly("heftruck", "chauffeur");
        assertThat(known.split("bedrijfsleider")).containsExactly("bedrijf", "leider");
        assertThat(known.split("vrachtwagenchauffeur"))
                .containsExactly("vracht", "wagen", "chauffeur");
        assertThat(known.split("ziekenverzorger")).containsExactly("zieken", "verzorger");
        assertThat(known.split("chauffeur")).containsExactly("chauffeur");
        assertThat(known.split("stratenmaker")).isEqualTo(List.of("stratenmaker"));
        assertThat(known.split("")).containsExactly("");
    }
}
