package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.identity.Employers;
import skills.identity.OrganizationId;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;

/** An employer's vacancies: typed, offered through the doors of an import, changed and ended. */
class EmployerTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired Employers employers;
    @Autowired Vacancies vacancies;

    private record Employer(AccountId account, OrganizationId at, String name, Visitor browser) {}

    private Employer employer() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        String person = "werkgever-" + run;
        AccountId account =
                demo.person(person, LocalizedText.same(person), Account.AgeGroup.ADULT, 99);
        String name = "Bakkerij " + run;
        OrganizationId at = demo.organization(name);
        demo.employer(account, at);
        var browser = new Visitor();
        assertThat(browser.post("/demo/" + person).path()).isEqualTo("/employer");
        return new Employer(account, at, name, browser);
    }

    private static Visitor.Page words(Employer e, String id, String... changed) {
        String[] fields = {
            "organization",
            e.at.value().toString(),
            "title",
            "Bakker in de nacht",
            "text",
            "Je bakt brood en maakt de oven schoon.",
            "place",
            "Utrecht",
            "until",
            LocalDate.now().plusDays(20).toString(),
            "link",
            ""
        };
        for (int c = 0; c < changed.length; c += 2)
            for (int i = 0; i < fields.length; i += 2)
                if (fields[i].equals(changed[c])) fields[i + 1] = changed[c + 1];
        return e.browser.post("/employer/" + id + "/words", fields);
    }

    /** Typed whole, with two skills, not offered yet. */
    private String typed(Employer e) {
        String id = UUID.randomUUID().toString();
        var work = words(e, id);
        assertThat(work.path()).isEqualTo("/employer/" + id + "/work");
        String baker = work.find("value=\"([0-9a-f-]{36})\"").orElseThrow();
        var skills =
                e.browser.post(
                        work.path(),
                        "occupation",
                        baker,
                        "hours",
                        "24 - 32",
                        "pay",
                        "€ 15,50 per uur",
                        "contract",
                        "PART_TIME");
        assertThat(skills.path()).isEqualTo("/employer/" + id + "/skills");
        var names =
                java.util.regex.Pattern.compile("name=\"(s\\.[0-9a-f-]{36})\"")
                        .matcher(skills.html())
                        .results()
                        .map(m -> m.group(1))
                        .distinct()
                        .toList();
        assertThat(names).hasSizeGreaterThan(3);
        assertThat(e.browser.post(skills.path(), names.get(0), "MUST", names.get(1), "NICE").path())
                .isEqualTo("/employer/" + id);
        return id;
    }

    private Vacancy offered(String id) {
        return vacancies.find(VacancyId.of("employer|" + id)).orElseThrow();
    }

    @Test
    void whatIsPostedIsAVacancyWithTheEmployerAsItsSourceAndTheSkillsAsChosen() {
        Employer e = employer();
        String id = typed(e);
        assertThat(vacancies.find(VacancyId.of("employer|" + id))).as("not yet").isEmpty();
        var page = e.browser.post("/employer/" + id + "/post");
        assertThat(page.text()).contains("Open tot en met");
        Vacancy v = offered(id);
        assertThat(v.openOn(vacancies.today())).isTrue();
        assertThat(v.source()).isEqualTo(e.name);
        assertThat(v.employer()).isEqualTo(e.name);
        assertThat(v.at()).as("placed").isNotNull();
        assertThat(v.hours()).isEqualTo(new Hours(24, 32));
        assertThat(v.pay().per()).isEqualTo(Pay.Per.HOUR);
        assertThat(v.requirements())
                .extracting(Requirement::must, Requirement::origin)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, Requirement.Origin.STATED),
                        org.assertj.core.groups.Tuple.tuple(false, Requirement.Origin.STATED));
        assertThat(page.find("/vacancy/([0-9a-f-]{36})")).contains(v.id().toString());
    }

    @Test
    void aChangeIsSeenOnceItIsShownAndAClosedOneCanBePostedAgain() {
        Employer e = employer();
        String id = typed(e);
        e.browser.post("/employer/" + id + "/post");
        assertThat(words(e, id, "title", "Bakker overdag").text()).contains("vorige versie");
        assertThat(offered(id).title()).isEqualTo("Bakker in de nacht");
        e.browser.post("/employer/" + id + "/post");
        assertThat(offered(id).title()).isEqualTo("Bakker overdag");

        assertThat(e.browser.post("/employer/" + id + "/close").text()).contains("Gesloten.");
        assertThat(offered(id).openOn(vacancies.today())).isFalse();
        words(e, id, "title", "Bakker weer");
        assertThat(offered(id).openOn(vacancies.today())).as("a change does not open it").isFalse();
        e.browser.post("/employer/" + id + "/post");
        assertThat(offered(id).openOn(vacancies.today())).isTrue();
        assertThat(offered(id).title()).isEqualTo("Bakker weer");
    }

    @Test
    void nobodyOfAnotherEmployerReachesIt() {
        Employer mine = employer();
        Employer other = employer();
        String id = typed(mine);
        for (String page : new String[] {"", "/words", "/work", "/skills", "/out"})
            assertThat(other.browser.get("/employer/" + id + page).status()).isEqualTo(404);
        for (String act : new String[] {"/post", "/close", "/skills", "/work"})
            assertThat(other.browser.post("/employer/" + id + act).status()).isEqualTo(404);
        assertThat(words(other, id, "title", "Gekaapt").status()).isEqualTo(404);
        assertThat(mine.browser.get("/employer/" + id).text()).doesNotContain("Gekaapt");
        String fresh = UUID.randomUUID().toString();
        assertThat(words(other, fresh, "organization", mine.at.value().toString()).status())
                .as("in the name of another employer")
                .isEqualTo(404);
        assertThat(mine.browser.get("/employer").text()).contains("Bakker in de nacht");
        assertThat(other.browser.get("/employer").text()).doesNotContain("Bakker in de nacht");
    }

    @Test
    void whenItsEmployerIsNoLongerKnownNothingIsOfferedAndNobodyPosts() {
        Employer e = employer();
        String id = typed(e);
        e.browser.post("/employer/" + id + "/post");
        employers.end(e.at, e.account);
        assertThat(offered(id).openOn(vacancies.today())).isFalse();
        assertThat(e.browser.post("/employer/" + id + "/post").status()).isEqualTo(404);
        demo.employer(e.account, e.at);
        assertThat(e.browser.get("/employer/" + id).text()).contains("Gesloten.");
    }

    @Test
    void oneThatWasTakenDownStaysDownWhateverTheEmployerDoes() {
        Employer e = employer();
        String id = typed(e);
        e.browser.post("/employer/" + id + "/post");
        jdbc.sql("update vacancy set taken_down = true where id = :id")
                .param("id", offered(id).id().value())
                .update();
        assertThat(e.browser.get("/employer/" + id).text()).contains("Weggehaald na een melding");
        words(e, id, "title", "Toch echt");
        e.browser.post("/employer/" + id + "/post");
        assertThat(offered(id).openOn(vacancies.today())).isFalse();
    }

    @Test
    void badInputIsSaidAtItsFieldAndNothingIsSaved() {
        Employer e = employer();
        String id = UUID.randomUUID().toString();
        String[][] bad = {
            {"title", " ", "title"},
            {"title", "12345", "title"},
            {"title", "x".repeat(121), "title"},
            {"text", "", "text"},
            {"text", "a".repeat(20_001), "text"},
            {"place", "Qqqqxyz", "place"},
            {"until", "binnenkort", "until"},
            {"until", "31-02-2027", "until"},
            {"until", LocalDate.now().minusDays(2).toString(), "until"},
            {"until", LocalDate.now().plusYears(3).toString(), "until"},
            {"link", "javascript:alert(1)", "link"},
            {"link", "https://echt@nep.example", "link"},
        };
        for (String[] one : bad) {
            var page = words(e, id, one[0], one[1]);
            assertThat(page.status()).as(one[0] + " " + one[1]).isEqualTo(422);
            assertThat(page.html()).contains("id=\"" + one[2] + "-e\"");
        }
        assertThat(e.browser.get("/employer/" + id).status()).isEqualTo(404);

        words(e, id, "title", "<b>Bakker</b> <script>alert(1)</script>");
        String work = "/employer/" + id + "/work";
        assertThat(e.browser.get(work).html()).doesNotContain("<script>alert");
        for (String[] one :
                new String[][] {
                    {"occupation", ""}, {"hours", "veel"}, {"hours", "1 - 90"}, {"pay", "goed"}
                }) {
            String[] fields = {"occupation", "none", "hours", "", "pay", ""};
            for (int i = 0; i < fields.length; i += 2)
                if (fields[i].equals(one[0])) fields[i + 1] = one[1];
            var page = e.browser.post(work, fields);
            assertThat(page.status()).as(one[0] + " " + one[1]).isEqualTo(422);
            assertThat(page.html()).contains("id=\"" + one[0] + "-e\"");
        }
        String skills = "/employer/" + id + "/skills";
        String unknown = "s." + new SkillId(new UUID(1, 1)).value();
        assertThat(e.browser.post(skills, unknown, "MUST").status()).isEqualTo(422);
        assertThat(e.browser.post(skills, "s.x", "MUST", "s.y", "?").status()).isEqualTo(422);
        var searched = e.browser.post(skills, "find", "1", "q", "brood");
        assertThat(searched.status()).isEqualTo(200);
        assertThat(searched.text().toLowerCase()).contains("brood");
        e.browser.post("/employer/" + id + "/post");
        assertThat(vacancies.find(VacancyId.of("employer|" + id)))
                .as("without skills it is not offered")
                .isEmpty();
    }
}
