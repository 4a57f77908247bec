package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;

/** An administrator who may use a published questionnaire gets its files and puts it in. */
class DefinitionPagesTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired Instruments instruments;

    private Visitor administrator() {
        String name = "beheer-" + UUID.randomUUID().toString().substring(0, 8);
        demo.administrator(demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99));
        var visitor = new Visitor();
        visitor.post("/demo/" + name);
        return visitor;
    }

    @Test
    void allAreListedInBothLanguagesAndTheOnesThatCannotBeLoadedSayWhy() {
        var admin = administrator();
        for (String language : new String[] {"nl", "en"}) {
            var list = admin.get("/admin/scales?lang=" + language);
            for (ScaleDefinition d : ScaleDefinitions.all()) {
                assertThat(list.text()).contains(d.title());
                var page = admin.get("/admin/scales/" + d.name());
                assertThat(page.status()).as(d.name()).isEqualTo(200);
                assertThat(page.html())
                        .contains("https://doi.org/" + d.doi())
                        .contains("lang=\"" + language + "\"");
                assertThat(page.html().contains("items.csv\""))
                        .as(d.name())
                        .isEqualTo(d.isLoadable());
            }
        }
        admin.get("/admin/scales?lang=nl");
        assertThat(admin.get("/admin/scales/pvq-rr").text()).contains("met vijf antwoorden");
        assertThat(admin.get("/admin/scales/pvq-rr/items.csv").status()).isEqualTo(404);
        assertThat(admin.get("/admin/scales/caas/parameters.csv").status()).isEqualTo(404);
        assertThat(admin.get("/admin/scales/none").status()).isEqualTo(404);
    }

    @Test
    void theFilesAsTheyAreAreRefusedAndFilledInTheyOpenForStudiesOnly() {
        var admin = administrator();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : new String[] {"meta.csv", "scales.csv", "items.csv"})
            files.put(
                    file,
                    admin.get("/admin/scales/caas-sf/" + file)
                            .html()
                            .getBytes(StandardCharsets.UTF_8));
        var empty = admin.upload("/admin/instruments", files);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("items.csv, regel 2, kolom nl", "Hier staat niets.");

        files.put(
                "items.csv",
                text(files.get("items.csv"))
                        .replaceAll("(?m);first;;$", ";first;Een zin.;")
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "meta.csv",
                text(files.get("meta.csv"))
                        .replace("lead;;", "lead;Kies wat past.;")
                        .replaceAll("(?m)^(answer_(\\d));;$", "$1;Antwoord $2;")
                        .getBytes(StandardCharsets.UTF_8));
        var preview = admin.upload("/admin/instruments", files);
        assertThat(preview.path()).startsWith("/admin/instrument-drafts/");
        assertThat(preview.text())
                .contains("Voor een onderzoek", "Maggiori", "De licentie is aan wie");
        admin.post(preview.path());
        assertThat(instruments.current("caas-sf").orElseThrow().isForStudy()).isTrue();
        var person = new Visitor();
        person.post("/start", "q", "iets met mensen");
        assertThat(person.get("/questions/caas-sf").status()).isEqualTo(404);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
