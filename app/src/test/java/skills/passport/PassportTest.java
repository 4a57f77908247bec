package skills.passport;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.Words;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.Skill;
import skills.taxonomy.Skills;

/** What the tests of sharing and of one's own data share: a person with a filled passport. */
abstract class PassportTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired SkillClaims claims;
    @Autowired Skills skills;

    /**
     * @param said the skills that the person said to have, the strongest first
     */
    record Holder(Visitor browser, AccountId account, List<Skill> said, Skill notYet) {}

    Holder holder(Account.AgeGroup age) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), age, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        return new Holder(browser, account, List.of(), skill("zwemmen"));
    }

    Skill skill(String text) {
        return skills.search(text, Language.NL, 1).getFirst();
    }

    /** Somebody with a name, a sentence, three skills, work, a diploma and a hobby. */
    Holder filled() {
        Holder h = holder(Account.AgeGroup.ADULT);
        h.browser()
                .post(
                        "/profile/me",
                        "name",
                        "Sanne",
                        "sentence",
                        "Zinnetjewoord, kalm als het druk is.");
        List<Skill> said = List.of(skill("klanten helpen"), skill("teamwork"), skill("plannen"));
        claims.say(h.account(), said.get(0).id(), Level.TEACHES, ClaimSource.STATEMENT, "s", null);
        claims.say(
                h.account(), said.get(1).id(), Level.WITH_HELP, ClaimSource.STATEMENT, "s", null);
        claims.say(h.account(), said.get(2).id(), null, ClaimSource.TASK, "t", null);
        claims.say(h.account(), h.notYet().id(), Level.NOT_YET, ClaimSource.STATEMENT, "s", null);
        h.browser()
                .post(
                        "/profile/experience/" + UUID.randomUUID(),
                        "title",
                        "Werkwoord bediening",
                        "organization",
                        "Strandtent",
                        "period",
                        "sinds maart 2023",
                        "words",
                        "Drukke zomers.");
        h.browser()
                .post(
                        "/profile/education/" + UUID.randomUUID(),
                        "title",
                        "Diplomawoord",
                        "organization",
                        "Luchthaven College",
                        "period",
                        "juli 2024",
                        "eqf",
                        "4",
                        "field",
                        "luchtvaart",
                        "crebo",
                        "none");
        h.browser()
                .post(
                        "/profile/activity/" + UUID.randomUUID(),
                        "activity",
                        "volunteer",
                        "title",
                        "Hobbywoord training",
                        "organization",
                        "De club",
                        "period",
                        "",
                        "words",
                        "");
        return new Holder(h.browser(), h.account(), said, h.notYet());
    }

    /** Fills in the form and opens the page. */
    String share(Holder h, String reader, String... parts) {
        String id = draft(h, reader, parts);
        h.browser().post("/share/" + id + "/open");
        return id;
    }

    String draft(Holder h, String reader, String... parts) {
        String id =
                h.browser().get("/share/new").find("name=\"id\" value=\"([^\"]+)\"").orElseThrow();
        h.browser().post("/share/new", form(id, reader, "APPLYING", inDays(60), parts));
        return id;
    }

    String inDays(int days) {
        return java.time.LocalDate.ofInstant(now(), Words.PLACE).plusDays(days).toString();
    }

    static String[] form(String id, String reader, String purpose, String until, String... parts) {
        String[] fields = new String[8 + 2 * parts.length];
        List.of("id", id, "reader", reader, "purpose", purpose, "until", until).toArray(fields);
        for (int i = 0; i < parts.length; i++) {
            fields[8 + 2 * i] = "parts";
            fields[9 + 2 * i] = parts[i];
        }
        return fields;
    }

    /** The path of the secret link. */
    String link(Holder h, String id) {
        return h.browser()
                .get("/share/" + id)
                .find("id=\"link\" value=\"" + origin() + "([^\"]+)\"")
                .orElseThrow();
    }
}
