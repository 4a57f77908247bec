package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.pool.PoolFile;
import skills.evaluation.pool.Summaries;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;

/** Three installations that ran one plan put their signed class means together. */
class StudyPoolsTest extends RoomTest {

    @Autowired DemoAccounts demo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private static final MadeUpStudies.Kind KIND =
            new MadeUpStudies.Kind(240, 8, .5, true, false, .95);

    private static PoolFile other(Plan plan, String installation, long seed) throws Exception {
        var data = MadeUpStudies.data(KIND, seed);
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return PoolFile.sign(
                Summaries.of(
                        new skills.evaluation.data.StudyData(
                                plan, data.participants(), data.answers(), false, Map.of()),
                        installation),
                keys);
    }

    @Test
    void threePlacesAreDrawnTogetherAndAChangedFileIsRefused() throws Exception {
        var school = demo.organization("Plek een " + run);
        var account =
                demo.person("pia-" + run, LocalizedText.same("Pia"), Account.AgeGroup.ADULT, 99);
        demo.researcher(account, school);
        var browser = new Visitor();
        browser.get("/signin");
        browser.post("/demo/pia-" + run);
        var data = MadeUpStudies.data(KIND, 21);
        String text = PlanFile.write(data.plan()).replace("\"made-up\"", "\"pooled-" + run + "\"");
        Plan plan = PlanFile.read(text);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("plan", text.getBytes(StandardCharsets.UTF_8));
        files.put(
                "participants", MadeUpStudies.participants(data).getBytes(StandardCharsets.UTF_8));
        files.put("responses", MadeUpStudies.responses(data).getBytes(StandardCharsets.UTF_8));
        var page = browser.upload("/studies/load?organization=" + school.value(), files);
        String at = "/studies/" + page.path().split("/")[2] + "/pool";

        page = browser.get(at);
        assertThat(page.text()).contains("1 plekken, 8 klassen", "Plek een " + run);
        String own = browser.get(at + "/own.json").html();
        assertThat(own).doesNotContain("P0001");

        for (int place = 2; place <= 3; place++) {
            String file = other(plan, "Plek " + place + " " + run, 100 + place).write();
            page = browser.upload(at, "file", "pool.json", file.getBytes(StandardCharsets.UTF_8));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
        }
        assertThat(page.text())
                .contains("3 plekken, 24 klassen", "Plek 2 " + run, "Plek 3 " + run, "Samen")
                .contains("Niet op elke plek besliste een loting")
                .contains("Haal weg");
        assertThat(page.html()).contains("<svg viewBox");

        String changed = other(plan, "Plek 4 " + run, 104).write().replace("Plek 4", "Plek 5");
        page = browser.upload(at, "file", "pool.json", changed.getBytes(StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("veranderd nadat het ondertekend werd");
        page = browser.upload(at, "file", "pool.json", own.getBytes(StandardCharsets.UTF_8));
        assertThat(page.text()).contains("Deze plek staat er al bij");
        String elsewhere = other(data.plan(), "Plek 6 " + run, 106).write();
        page = browser.upload(at, "file", "pool.json", elsewhere.getBytes(StandardCharsets.UTF_8));
        assertThat(page.text()).contains("hoort bij een ander plan");
        assertThat(browser.get(at).text()).contains("3 plekken");
    }
}
