package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import skills.RoomTest;
import skills.Visitor;
import skills.evaluation.plan.PlanFile;
import skills.identity.Account;
import skills.identity.Accounts;
import skills.identity.DemoAccounts;
import skills.identity.OrganizationId;
import skills.kernel.LocalizedText;

/** A researcher makes a plan, page by page, without script. */
class PlanPagesTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired Studies studies;
    @Autowired StudyUnits units;
    @Autowired RegistryController registries;
    @Autowired Accounts accounts;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private OrganizationId school;
    private Visitor iris;
    private String at;
    private StudyId id;

    @BeforeEach
    void aNewStudy() {
        school = demo.organization("School " + run);
        iris = researcher("iris-" + run, school);
        Visitor.Page page = made("Helpt het? " + run, "standard");
        at = page.path();
        id = new StudyId(UUID.fromString(at.substring("/studies/".length())));
    }

    private Visitor researcher(String name, OrganizationId where) {
        demo.researcher(
                demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99), where);
        var visitor = new Visitor();
        visitor.post("/demo/" + name);
        return visitor;
    }

    private Visitor.Page made(String title, String from) {
        return iris.post(
                "/studies",
                "title",
                title,
                "organization",
                school.value().toString(),
                "from",
                from);
    }

    private Study study() {
        return studies.find(id).orElseThrow();
    }

    private String list(int classes) {
        var csv = new StringBuilder("klas;school;grootte;niveau\n");
        for (int i = 1; i <= classes; i++)
            csv.append("K").append(i).append(";Zuid;").append(20 + i).append(";4\n");
        return csv.toString();
    }

    @Test
    void theListIsEmptyFirstAndThenHoldsTheStudies() {
        Visitor other = researcher("leeg-" + run, demo.organization("Leeg " + run));
        assertThat(other.get("/studies").text()).contains("Je hebt nog geen studie");
        assertThat(other.get(at).status()).isEqualTo(404);
        assertThat(iris.get("/studies").text()).contains("Helpt het? " + run);
        assertThat(study().plan().title().nl()).isEqualTo("Helpt het? " + run);
        assertThat(study().name()).isEqualTo("helpt-het-" + run);
    }

    @Test
    void theStandardPlanOnlyLacksClassesAndBeginsInTheFuture() {
        Visitor.Page page = iris.get(at);
        assertThat(page.text()).contains("Er zijn nog te weinig klassen");
        assertThat(page.html()).contains("href=\"" + at + "/plan/classes\"><span>Klassen");
        assertThat(study().closes("T1")).isAfter(now());
        assertThat(study().plan().primary()).hasSize(4);
        assertThat(study().plan().scale("skillinsight").items()).isEqualTo(5);
    }

    @Test
    void aCopyOfAPlanIsAnotherStudyWithTheSameDesign() {
        iris.post(
                at + "/plan/arms/0",
                "name.nl",
                "Nu",
                "name.en",
                "Now",
                "offer",
                "NOW",
                "share",
                "2");
        Visitor.Page copy = made("Nog een keer " + run, id.value().toString());
        var copied =
                studies.find(
                                new StudyId(
                                        UUID.fromString(
                                                copy.path().substring("/studies/".length()))))
                        .orElseThrow();
        assertThat(copied.plan().arms()).isEqualTo(study().plan().arms());
        assertThat(copied.name()).isEqualTo("nog-een-keer-" + run);
        assertThat(made("Helpt het? " + run, "standard").path())
                .as("a name that is taken")
                .isNotEqualTo(at);
        assertThat(made("Kopie", UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(made("", "standard").text()).contains("Vul dit in");
    }

    @Test
    void everyPartShowsItsFormAndSavesWhatItShows() {
        for (String step :
                List.of("question", "allocation", "offer", "expectations", "keeping", "analysis"))
            savesTheSame(at + "/plan/" + step);
        for (String step : List.of("arms", "waves", "outcomes", "use", "consents")) {
            Visitor.Page page = iris.get(at + "/plan/" + step);
            assertThat(page.status()).as(step).isEqualTo(200);
            savesTheSame(at + "/plan/" + step + "/0");
        }
        assertThat(study().version()).as("nothing changed").isEqualTo(1);
    }

    /** Sends a form as it stands. */
    private void savesTheSame(String path) {
        Visitor.Page page = iris.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        var fields = new java.util.ArrayList<String>();
        var form = org.jsoup.Jsoup.parse(page.html()).select("form[action=" + path + "]").first();
        assertThat(form).as(path).isNotNull();
        for (var field : form.select("input,textarea")) {
            if (field.attr("name").equals("_csrf")) continue;
            boolean choice = field.attr("type").matches("radio|checkbox");
            if (choice && !field.hasAttr("checked")) continue;
            fields.add(field.attr("name"));
            fields.add(
                    field.tagName().equals("textarea") ? field.wholeText() : field.attr("value"));
        }
        Visitor.Page sent = iris.post(path, fields.toArray(String[]::new));
        assertThat(sent.status()).as(path + ": " + sent.text()).isEqualTo(200);
        assertThat(sent.path()).as(path).isNotEqualTo(path);
    }

    @Test
    void whatCannotBeIsSaidAtItsFieldAndNothingIsSaved() {
        Map<String, String[]> wrong =
                Map.of(
                        "/plan/question",
                        new String[] {"zone", "Europa/Delft", "zone-e"},
                        "/plan/waves/0",
                        new String[] {"opens", "31-2-2027 9:00", "opens-e"},
                        "/plan/waves/1",
                        new String[] {"opens", "1-1-2020 9:00", "opens-e"},
                        "/plan/keeping",
                        new String[] {"months", "veel", "months-e"},
                        "/plan/expectations",
                        new String[] {"icc", "1,5", "icc-e"},
                        "/plan/analysis",
                        new String[] {"first", "T9", "first-e"},
                        "/plan/consents/1",
                        new String[] {"purpose", "answers", "purpose-e"},
                        "/plan/allocation",
                        new String[] {"unit", "KLAS", "unit-e"});
        wrong.forEach(
                (path, field) -> {
                    Visitor.Page page = iris.post(at + path, field[0], field[1]);
                    assertThat(page.status()).as(path).isEqualTo(422);
                    assertThat(page.html()).as(path).contains("id=\"" + field[2] + "\"");
                });
        assertThat(study().version()).isEqualTo(1);
    }

    @Test
    void thingsOfAListComeAndGo() {
        assertThat(iris.get(at + "/plan/use/4").status()).isEqualTo(200);
        assertThat(iris.get(at + "/plan/use/5").status()).isEqualTo(404);
        assertThat(iris.get(at + "/plan/use/-1").status()).isEqualTo(404);
        assertThat(iris.get(at + "/plan/use/x").status()).isBetween(400, 404);
        assertThat(iris.get(at + "/plan/niets").status()).isEqualTo(404);
        iris.post(
                at + "/plan/use/4",
                "name.nl",
                "kwam vaak",
                "name.en",
                "came often",
                "kind",
                "SITTINGS",
                "atLeast",
                "5",
                "place",
                "ANYWHERE");
        assertThat(study().plan().uses().getLast().id()).isEqualTo("came-often");
        iris.post(at + "/plan/use/4/remove");
        assertThat(study().plan().uses()).hasSize(4);
        // The one that the analysis rests on: told where it is mended.
        iris.post(at + "/plan/use/1/remove");
        assertThat(iris.get(at).text()).contains("Kies wie een gebruiker is");
    }

    @Test
    void aListOfClassesIsReadAndItsBadRowsAreNamed() {
        String csv =
                "Klas;School;Grootte;Niveau\n4A;Zuid;24;4\n;Zuid;20;4\n4B;Zuid;veel;4\n4A;Zuid;24;4\n4C;Zuid;;3\n";
        Visitor.Page page =
                iris.upload(
                        at + "/plan/classes/list",
                        "file",
                        "klassen.csv",
                        csv.getBytes(StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("2 klassen gelezen, 3 regels niet")
                .contains("Regel 3: de klas heeft geen naam")
                .contains("Regel 4: de grootte is geen getal")
                .contains("Regel 5: deze klas staat er al");
        assertThat(units.of(id)).extracting(u -> u.unit().id()).containsExactly("4A", "4C");
        assertThat(units.of(id).getFirst().unit().facts()).isEqualTo(Map.of("niveau", "4"));
        assertThat(iris.post(at + "/plan/classes/list", "text", " ").text())
                .contains("Plak een lijst");
        assertThat(iris.post(at + "/plan/classes/list", "text", "naam;plaats\nA;B").text())
                .contains("We zien er geen met de naam klas");
        assertThat(units.of(id)).as("what was read stays").hasSize(2);
    }

    @Test
    void groupsOfOnesOwnOrganisationCanBeChosenAndThoseOfOthersCannot() {
        var teacher = demo.person("t-" + run, LocalizedText.same("t"), Account.AgeGroup.ADULT, 99);
        var mine = demo.group(school, "4A", teacher);
        var other = demo.group(demo.organization("Verder " + run), "9Z", teacher);
        assertThat(iris.get(at + "/plan/classes").text()).contains("4A").doesNotContain("9Z");
        iris.post(
                at + "/plan/classes/groups",
                "group",
                mine.value().toString(),
                "group",
                other.value().toString());
        assertThat(units.of(id))
                .singleElement()
                .satisfies(
                        u -> {
                            assertThat(u.group()).isEqualTo(mine);
                            assertThat(u.unit().school()).isEqualTo("School " + run);
                        });
        assertThat(units.studiesOf(mine)).containsExactly(id);
        iris.post(
                at + "/plan/classes/list",
                "text",
                "klas;school;grootte;niveau\n4A;School "
                        + run
                        + ";30;4\n4B;School "
                        + run
                        + ";28;3");
        assertThat(units.of(id).getFirst().group()).as("the list keeps the tie").isEqualTo(mine);
        assertThat(units.of(id).getFirst().unit().size()).isEqualTo(30);
        iris.post(at + "/plan/classes/groups");
        assertThat(units.of(id)).extracting(u -> u.unit().id()).containsExactly("4B");
    }

    @Test
    void theAdviceSaysWhatFiveClassesCanNeverShow() {
        iris.post(
                at + "/plan/expectations",
                "persons",
                "70",
                "classes",
                "5",
                "icc",
                "0,1",
                "correlation",
                "0,5",
                "response",
                "50",
                "users",
                "40");
        String page = iris.get(at + "/plan/expectations").text();
        assertThat(page)
                .contains(
                        "Dit plan kan nooit een verschil aantonen: met 5 klassen is de kleinste p 0,100")
                .contains("Je verwacht dat 50% meedoet aan begin en eind")
                .contains("Kans om het kleinste verschil te zien");
    }

    @Test
    void aFrozenPlanIsReadOnlyButForItsAnalysisAndItsDeviations() {
        assertThat(iris.get(at + "/freeze").text()).contains("Dit ontbreekt nog");
        assertThat(iris.post(at + "/freeze").status()).isEqualTo(409);
        iris.post(at + "/plan/classes/list", "text", list(6));
        assertThat(iris.post(at + "/deviations", "what", "a", "why", "b", "who", "c").status())
                .isEqualTo(409);
        assertThat(iris.post(at + "/freeze", "seed", "twaalf").text())
                .contains("Een startgetal heeft hooguit 18 cijfers");
        assertThat(study().frozen()).isNull();
        Visitor.Page frozen = iris.post(at + "/freeze", "seed", "");
        assertThat(frozen.text())
                .contains(study().frozen().planHash())
                .contains(study().frozen().listHash())
                .contains("Te zien als T1 gesloten is")
                .doesNotContain(Long.toString(study().frozen().seed()));
        assertThat(iris.get(at + "/plan/question").html())
                .contains("Dit ligt vast")
                .doesNotContain("<textarea");
        assertThat(iris.post(at + "/plan/keeping", "months", "2").status()).isEqualTo(409);
        assertThat(iris.post(at + "/plan/classes/list", "text", list(2)).status()).isEqualTo(409);
        assertThat(iris.post(at + "/plan/waves/0/remove").status()).isEqualTo(409);
        assertThat(units.of(id)).hasSize(6);
        var analysis =
                new String[] {
                    "first",
                    "T1",
                    "last",
                    "T3",
                    "mainUse",
                    "opened",
                    "alpha",
                    "0,05",
                    "imputations",
                    "50",
                    "resamples",
                    "999"
                };
        assertThat(iris.post(at + "/plan/analysis", analysis).status()).isEqualTo(200);
        assertThat(study().plan().analysis().resamples()).isEqualTo(999);
        iris.post(
                at + "/deviations",
                "what",
                "T2 ging een week later.",
                "why",
                "De school was dicht.",
                "who",
                "Iris");
        assertThat(iris.get(at + "/registry").text())
                .contains("onderzoeker 1 wijzigde de analyse")
                .contains("Iris: T2 ging een week later. Waarom: De school was dicht.");
        clock.set(study().closes("T1"));
        analysis[11] = "888";
        assertThat(iris.post(at + "/plan/analysis", analysis).status()).isEqualTo(409);
        assertThat(iris.get(at + "/freeze").text())
                .contains(Long.toString(study().frozen().seed()));
    }

    @Test
    void noPageShowsWhoGetsWhatBeforeItIsTaken() {
        iris.post(at + "/plan/classes/list", "text", list(6));
        iris.post(at + "/freeze", "seed", "");
        for (String path :
                List.of("", "/freeze", "/registry", "/registry.txt", "/plan.json", "/plan/classes"))
            assertThat(iris.get(at + path).html())
                    .as(path)
                    .doesNotContainPattern("K[1-6][^0-9].{0,80}\\b(now|later|Nu het|Later het)\\b");
    }

    @Test
    void theRegistryHasItAllInBothLanguagesAsTextAndAsPdf() {
        iris.post(at + "/plan/classes/list", "text", list(6));
        String text = iris.get(at + "/registry.txt").html();
        for (String part :
                List.of(
                        "Vraag",
                        "Ontwerp en toewijzing",
                        "Uitstel, gelijke opdracht",
                        "Metingen",
                        "Uitkomsten",
                        "Wat gebruik is",
                        "Omvang en wat de studie kan laten zien",
                        "Analyse",
                        "Toestemming",
                        "Gegevensbescherming",
                        "6 klassen, samen 141 mensen",
                        "Hun geldigheid is niet onderzocht")) assertThat(text).contains(part);
        assertThat(iris.get(at + "/registry.txt?lang=en").html())
                .contains("Design and allocation")
                .contains("Their validity is not established");
        var pdf = iris.get(at + "/registry.pdf");
        assertThat(pdf.response().headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.html()).startsWith("%PDF");
        String json = iris.get(at + "/plan.json").html();
        assertThat(PlanFile.hash(PlanFile.read(json))).isEqualTo(PlanFile.hash(study().plan()));
    }

    @Test
    void thePdfLastsAndCanBeReadAloud() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Account researcher =
                accounts.find(
                                demo.person(
                                        "iris-" + run,
                                        LocalizedText.same("iris"),
                                        Account.AgeGroup.ADULT,
                                        99))
                        .orElseThrow();
        for (Locale language : List.of(Locale.of("nl"), Locale.UK)) {
            var answer = new MockHttpServletResponse();
            registries.pdf(researcher, id.value(), language, answer);
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1))
                try (var parser =
                                Foundries.defaultInstance()
                                        .createParser(
                                                new ByteArrayInputStream(
                                                        answer.getContentAsByteArray()),
                                                flavour);
                        var validator =
                                Foundries.defaultInstance().createValidator(flavour, false)) {
                    assertThat(validator.validate(parser).getTestAssertions())
                            .as(language + " " + flavour)
                            .isEmpty();
                }
        }
    }

    @Test
    void aDryRunIsBegunAndErasedFromThePage() {
        assertThat(iris.post(at + "/dryrun").text()).contains("Er loopt een proefrun");
        assertThat(iris.post(at + "/dryrun/erase").text()).contains("Begin een proefrun");
    }
}
