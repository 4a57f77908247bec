package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.identity.GroupId;
import skills.identity.Groups;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Words;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Places;

/**
 * "Our profession is gone", at its pages: in a small world of vacancies on one island, where
 * nothing else is on offer, with classes made for each test.
 */
class GoneTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired Groups groups;
    @Autowired CountMeIn counting;
    @Autowired OccupationProfiles profiles;
    @Autowired SkillClaims claims;
    @Autowired StepGraphs graphs;
    @Autowired Reaches reaches;
    @Autowired People people;
    @Autowired Places places;

    private String region;

    @BeforeEach
    void island() {
        region = "near:" + places.search("West-Terschelling", 1).getFirst().id() + ":25";
        // Now 3 jobs at the desk of a hotel and 12 on the phone; a year ago 14 on the phone; one
        // travel adviser, of the same group as the check-in; one job that is over, one elsewhere.
        open("hotel-reception", 3, 10, 30);
        open("customer-contact", 12, 10, 30);
        open("customer-contact", 14, 370, 30);
        open("travel-advice", 1, 10, 30);
        open("events", 1, 60, 30);
        jdbc.sql(
                        """
                        update vacancy set lat = 50.85, lon = 5.69
                        where source = 'gone test' and id = (select id from vacancy where source = 'gone test'
                            and occupation = :events limit 1)
                        """)
                .param("events", occupation("events").value())
                .update();
    }

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where source = 'gone test'").update();
    }

    private OccupationId occupation(String slug) {
        return profiles.bySlug(slug).orElseThrow();
    }

    private void open(String slug, int many, int daysAgo, int days) {
        LocalDate posted = LocalDate.ofInstant(now(), Words.PLACE).minusDays(daysAgo);
        for (int i = 0; i < many; i++)
            jdbc.sql(
                            """
                            insert into vacancy (id, key, fingerprint, source, title, place, lat, lon, contract, posted,
                                open_until, open_until_given, html, cut_off, language, demo, occupation, occupation_label,
                                occupation_guessed, added_at, changed_at)
                            values (:id, :id::text, 'x', 'gone test', 'Baan', 'West', 53.36, 5.21, '{}', :posted,
                                :until, true, '', false, 'nl', true, :occupation, 'Baan', false, now(), now())
                            """)
                    .param("id", UUID.randomUUID())
                    .param("posted", posted)
                    .param("until", posted.plusDays(days))
                    .param("occupation", occupation(slug).value())
                    .update();
    }

    private String page(String slug) {
        return "/gone/" + occupation(slug) + "?region=" + region;
    }

    @Test
    void anybodySeesTheFlowsToOccupationsWithOpeningsInTheRegionAndWhatGoesAlong() {
        var page = new Visitor().get(page("passenger-handling"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Wat als Medewerker check-in en gate er niet meer is?",
                        "binnen 25 km van West-Terschelling",
                        "12 banen nu, 14 vorig jaar",
                        "3 banen nu, te weinig om te vergelijken",
                        "Er is binnen 25 km van West-Terschelling nu ook geen baan voor te vinden")
                .contains("Gaat vaak ook weg", "Reisadviseur")
                .doesNotContain("%");
        String flows = page.html().split("<ol class=\"to plain\">")[1].split("</ol>")[0];
        assertThat(flows.split("<li>")).as("two ways out").hasSize(3);
        assertThat(flows)
                .contains("/occupation/" + occupation("hotel-reception"))
                .contains("/occupation/" + occupation("customer-contact"))
                .doesNotContain(occupation("travel-advice").toString())
                .doesNotContain(occupation("events").toString());
        assertThat(page.html()).contains("class=\"bands\"").doesNotContain("style=");
        assertThat(page.html().length()).isLessThan(60_000);
    }

    @Test
    void howManySkillsGoAlongIsCountedOnTheEssentialOnes() {
        Skillset all = graphs.now().all();
        int from = all.at(occupation("passenger-handling"));
        int to = all.at(occupation("hotel-reception"));
        Ability somebody = Ability.worked(all, from);
        long along =
                java.util.Arrays.stream(all.essential(to)).filter(s -> somebody.of(s) == 1).count();
        assertThat(along).isGreaterThan(2);
        assertThat(new Visitor().get(page("passenger-handling")).text())
                .contains(along + " van " + all.essential(to).length + " skills mee");
    }

    @Test
    void aProvinceHoldsWhatLiesInItAndTheWholeCountryHoldsAll() {
        String friesland = "/gone/" + occupation("passenger-handling") + "?region=fryslan";
        assertThat(new Visitor().get(friesland).text())
                .contains("in Fryslân", "12 banen nu, 14 vorig jaar");
        String all = new Visitor().get("/gone/" + occupation("passenger-handling")).text();
        assertThat(all).contains("in het hele land");
        String limburg = "/gone/" + occupation("passenger-handling") + "?region=limburg";
        assertThat(new Visitor().get(limburg).text()).doesNotContain("12 banen nu");
    }

    @Test
    void theFormLeadsToThePageAndSaysWhatIsWrong() {
        var visitor = new Visitor();
        assertThat(visitor.get("/gone").text()).contains("Waar is ons beroep gebleven?");
        assertThat(visitor.get("/gone?q=steward").html()).contains("name=\"occupation\" value=\"");
        assertThat(visitor.get("/gone/options?q=steward").html())
                .contains("name=\"occupation\"")
                .doesNotContain("<html");
        String chosen = "&occupation=" + occupation("cabin-crew");
        assertThat(visitor.get("/gone?region=zeeland" + chosen).path())
                .isEqualTo("/gone/" + occupation("cabin-crew") + "?region=zeeland");
        assertThat(visitor.get("/gone?region=near&place=West-Terschelling&km=10" + chosen).text())
                .contains("binnen 10 km van West-Terschelling");
        var wrong = visitor.get("/gone?region=near&place=Qqqxyz&km=0" + chosen);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Die plaats vinden we niet", "Kies een afstand");
        var nowhere = visitor.get("/gone?region=atlantis" + chosen);
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.text()).contains("Die regio kennen we niet");
    }

    @Test
    void whatDoesNotExistIsNotFoundAndAnUnknownRegionIsSaid() {
        var visitor = new Visitor();
        assertThat(visitor.get("/gone/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(visitor.get("/gone/x").status()).isEqualTo(404);
        assertThat(visitor.get("/gone?occupation=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(visitor.get("/gone?occupation=x").status()).isEqualTo(404);
        for (String region : List.of("atlantis", "near:nowhere:20", "near:x:9999", "near::", "a'b"))
            assertThat(
                            visitor.get(
                                            "/gone/"
                                                    + occupation("cabin-crew")
                                                    + "?region="
                                                    + region.replace("'", "%27"))
                                    .status())
                    .as(region)
                    .isEqualTo(422);
        assertThat(
                        visitor.get("/gone/" + occupation("cabin-crew") + "/lesson?region=atlantis")
                                .status())
                .isEqualTo(404);
    }

    /** A class with its teacher and so many students of whom one skill is enough for a door. */
    private record Class(Visitor teacher, GroupId group, List<Student> students) {}

    private record Student(Visitor browser, AccountId account) {}

    private AccountId person(String name) {
        return demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
    }

    private Class classOf(int many) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        AccountId teacher = person("t" + run);
        GroupId group = demo.group(demo.organization("School " + run), "Klas " + run, teacher);
        List<Student> students = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            AccountId account = person("s" + i + run);
            demo.join(account, group);
            almost(account);
            var browser = new Visitor();
            browser.post("/demo/s" + i + run);
            students.add(new Student(browser, account));
        }
        var browser = new Visitor();
        browser.post("/demo/t" + run);
        return new Class(browser, group, students);
    }

    /** Says skills of the hotel desk until one more would bring it within reach. */
    private void almost(AccountId account) {
        StepGraph graph = graphs.now();
        int hotel = graph.all().at(occupation("hotel-reception"));
        var doors = new Doors(reaches.now());
        for (int s : graph.all().essential(hotel)) {
            Ability now = Ability.of(graph.all(), people.of(account));
            if (now.of(s) == 1) continue;
            if (doors.reaches(now.with(s), hotel)) return;
            say(account, graph.all().skill(s));
        }
    }

    private void say(AccountId account, SkillId skill) {
        claims.say(account, skill, Level.ALONE, ClaimSource.STATEMENT, "t", null);
    }

    private String page(Class c) {
        return page("passenger-handling") + "&class=" + c.group.value();
    }

    private Visitor.Page act(Visitor by, Class c, String what) {
        return by.post(
                "/gone/" + occupation("passenger-handling") + "/" + what,
                "class",
                c.group.value().toString(),
                "region",
                region);
    }

    private void count(Class c, int from, int to) {
        for (int i = from; i < to; i++) act(c.students.get(i).browser, c, "count");
    }

    @Test
    void fewerThanTenGiveNoFigureAndHowManyMoreIsToldByFives() {
        Class c = classOf(9);
        assertThat(c.teacher.get(page(c)).text()).contains("Nog hooguit 10 mensen nodig");
        count(c, 0, 4);
        assertThat(c.teacher.get(page(c)).text()).contains("Nog hooguit 10 mensen nodig");
        count(c, 4, 9);
        var page = c.teacher.get(page(c));
        assertThat(page.text())
                .contains("Nog hooguit 5 mensen nodig", "Voor wie alleen dit beroep deed")
                .doesNotContain("tellen mee. De cijfers");
        assertThat(
                        jdbc.sql("select count(*) from gone_figure where group_id = :g")
                                .param("g", c.group.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void tenGiveTheSkillThatOpensMostDoorsOverWhoAgreedOnly() {
        Class c = classOf(11);
        count(c, 0, 10);
        for (Visitor viewer : List.of(c.teacher, c.students.getFirst().browser)) {
            var page = viewer.get(page(c));
            assertThat(page.text())
                    .contains("10 mensen tellen mee", "ten minste 10 deuren")
                    .doesNotContain("Nog hooguit");
        }
        StepGraph graph = graphs.now();
        Skillset all = graph.all();
        List<Ability> counted =
                c.students.stream()
                        .limit(10)
                        .map(s -> Ability.of(all, people.of(s.account)))
                        .toList();
        var best =
                new Doors(reaches.now())
                        .most(
                                counted,
                                List.of(
                                        all.at(occupation("hotel-reception")),
                                        all.at(occupation("customer-contact"))))
                        .getFirst();
        assertThat(
                        jdbc.sql(
                                        "select skills[1]::text || ' ' || doors[1] || ' ' || people from gone_figure where group_id = :g")
                                .param("g", c.group.value())
                                .query(String.class)
                                .single())
                .isEqualTo(all.skill(best.skill()).value() + " " + best.doors() / 5 * 5 + " 10");
        assertThat(best.doors()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void theTeacherCannotSeeWhoAgreedAndTheStudentSeesOnlyHerself() {
        Class c = classOf(11);
        count(c, 0, 10);
        assertThat(c.students.get(0).browser.get(page(c)).text()).contains("Jij telt mee.");
        assertThat(c.students.get(10).browser.get(page(c)).text())
                .contains("Tel mij mee", "Niemand ziet wat jij kunt")
                .doesNotContain("Jij telt mee.");
        String before = body(c.teacher.get(page(c)));
        count(c, 10, 11);
        assertThat(body(c.teacher.get(page(c)))).as("one more changes nothing").isEqualTo(before);
        assertThat(before).doesNotContain("Jij telt mee", "Tel mij");
        for (Student s : c.students) assertThat(before).doesNotContain(s.account.toString());
    }

    private static String body(Visitor.Page page) {
        return page.html().replaceAll("(name=\"_csrf\" value|csrf\" content)=\"[^\"]*\"", "");
    }

    @Test
    void whoTakesItBackIsInNoFigureFromThatSecondOn() {
        Class c = classOf(10);
        count(c, 0, 10);
        assertThat(c.teacher.get(page(c)).text()).contains("10 mensen tellen mee");
        var student = c.students.get(4).browser;
        assertThat(act(student, c, "stop").text()).contains("Tel mij mee");
        assertThat(c.teacher.get(page(c)).text())
                .contains("Nog hooguit 5 mensen nodig")
                .doesNotContain("tellen mee. De cijfers");
        assertThat(counting.cohort(c.group).counted()).isEmpty();
        act(student, c, "count");
        assertThat(c.teacher.get(page(c)).text()).contains("10 mensen tellen mee");
        // At the page with all consents it stands too, and stops there as well.
        var shares = student.get("/share");
        assertThat(shares.text()).contains("Waar je meetelt");
        String id = shares.find("/share/([0-9a-f-]{36})/withdraw").orElseThrow();
        assertThat(student.get("/share/" + id).status()).isEqualTo(404);
        assertThat(student.get("/share/" + id + "/preview").status()).isEqualTo(404);
        student.post("/share/" + id + "/withdraw");
        assertThat(student.get("/share").text()).doesNotContain("Waar je meetelt");
        assertThat(c.teacher.get(page(c)).text()).contains("Nog hooguit 5 mensen nodig");
    }

    @Test
    void whoLeavesTheClassOrErasesTheAccountIsNotCounted() {
        Class c = classOf(12);
        count(c, 0, 12);
        AccountId gone = c.students.getFirst().account;
        jdbc.sql("delete from membership where account = :a").param("a", gone.value()).update();
        assertThat(counting.cohort(c.group).counted()).hasSize(10).doesNotContain(gone);
        AccountId erased = c.students.get(1).account;
        c.students.get(1).browser.post("/me/erase");
        assertThat(counting.cohort(c.group).counted()).hasSize(10).doesNotContain(erased);
    }

    @Test
    void whatOnePersonLearnsDuringTheDayDoesNotShowUntilTheNext() {
        Class c = classOf(10);
        count(c, 0, 10);
        String before = doors(c);
        assertThat(before).isEqualTo("ten minste 10 deuren");
        // She reaches the hotel herself now, which takes away a door.
        StepGraph graph = graphs.now();
        for (int s : graph.all().essential(graph.all().at(occupation("hotel-reception"))))
            say(c.students.getFirst().account, graph.all().skill(s));
        assertThat(doors(c)).isEqualTo(before);
        clock.set(now().plus(java.time.Duration.ofDays(1)));
        assertThat(doors(c)).isEqualTo("ten minste 5 deuren");
    }

    private String doors(Class c) {
        return c.teacher.get(page(c)).find("<p class=\"n\">([^<]*)</p>").orElseThrow();
    }

    @Test
    void aClassIsForItsTeacherAndItsStudentsOnly() {
        Class c = classOf(1);
        Class other = classOf(1);
        for (Visitor stranger :
                List.of(other.teacher, other.students.getFirst().browser, new Visitor())) {
            assertThat(stranger.get(page(c)).status()).isEqualTo(404);
            assertThat(stranger.get("/gone?class=" + c.group.value()).status()).isEqualTo(404);
        }
        for (String what : List.of("keep", "reopen", "count", "stop"))
            for (Visitor stranger : List.of(other.teacher, other.students.getFirst().browser))
                assertThat(act(stranger, c, what).status()).as(what).isEqualTo(404);
        assertThat(act(c.teacher, c, "count").status())
                .as("a teacher is not counted")
                .isEqualTo(404);
        assertThat(act(c.students.getFirst().browser, c, "keep").status()).isEqualTo(404);
        assertThat(c.teacher.get("/gone/x?class=nonsense").status()).isEqualTo(404);
    }

    @Test
    void aGuestIsNotCounted() {
        Class c = classOf(1);
        var guest = new Visitor();
        guest.post("/start", "q", "iets met mensen");
        assertThat(act(guest, c, "count").status()).isEqualTo(403);
    }

    @Test
    void whatATeacherKeepsForTheClassStandsInTheExplorerOfItsStudentsUntilReopened() {
        Class c = classOf(1);
        var student = c.students.getFirst().browser;
        assertThat(student.get("/explore").text()).doesNotContain("Bekijk waar je heen kunt");
        assertThat(act(c.teacher, c, "keep").text()).contains("Dit staat klaar voor Klas");
        var explore = student.get("/explore");
        assertThat(explore.text())
                .contains(
                        "Wat als Medewerker check-in en gate er niet meer is? Bekijk waar je heen kunt");
        String link = explore.find("href=\"(/gone/[^\"]*class=[^\"]*)\"").orElseThrow();
        assertThat(student.get(link.replace("&amp;", "&")).text()).contains("Tel mij mee");
        assertThat(classOf(1).students.getFirst().browser.get("/explore").text())
                .doesNotContain("Bekijk waar je heen kunt");
        act(c.teacher, c, "reopen");
        assertThat(student.get("/explore").text()).doesNotContain("Bekijk waar je heen kunt");
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from gone_closing where group_id = :g
                                          and closed_by is not null and reopened_by is not null and reopened_at >= closed_at
                                        """)
                                .param("g", c.group.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whoseOwnOccupationItsClassClosedReadsItOnceOnTheNextPage() {
        Class c = classOf(2);
        var student = c.students.getFirst();
        student.browser.post("/start", "choice", "OCCUPATION:" + occupation("passenger-handling"));
        c.students.get(1).browser.post("/start", "choice", "OCCUPATION:" + occupation("events"));
        assertThat(student.browser.get("/next").text()).doesNotContain("Wat als jouw beroep");
        clock.advance(java.time.Duration.ofHours(20));
        act(c.teacher, c, "keep");
        var next = student.browser.get("/next");
        assertThat(next.text()).contains("Wat als jouw beroep er niet meer is?");
        String link = next.find("href=\"(/gone/[^\"]*)\"").orElseThrow().replace("&amp;", "&");
        assertThat(student.browser.get(link).status()).isEqualTo(200);
        assertThat(c.students.get(1).browser.get("/next").text())
                .as("another occupation")
                .doesNotContain("Wat als jouw beroep");
        clock.advance(java.time.Duration.ofHours(20));
        student.browser.get("/explore");
        clock.advance(java.time.Duration.ofHours(20));
        assertThat(student.browser.get("/next").text())
                .as("no news any more")
                .doesNotContain("Wat als jouw beroep");
    }

    @Test
    void theLessonFitsOnOneSheetAndThePdfLasts() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        String lesson = "/gone/" + occupation("passenger-handling") + "/lesson";
        assertThat(new Visitor().get(lesson).text())
                .contains("Waar is ons beroep gebleven?", "0 - 5", "47 - 50", "Drie vragen");
        for (String language : List.of("nl", "en")) {
            byte[] pdf = pdf(lesson + ".pdf", language);
            Files.write(Path.of("target/lesson-" + language + ".pdf"), pdf);
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(document))
                        .contains(
                                language.equals("nl")
                                        ? "Waar is ons beroep gebleven?"
                                        : "Where has our profession gone?",
                                language.equals("nl") ? "Hotelreceptionist" : "Hotel receptionist");
            }
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1))
                assertThat(failures(pdf, flavour)).isEmpty();
        }
    }

    private static byte[] pdf(String path, String language) throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(origin() + path))
                                        .header("Accept-Language", language)
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
