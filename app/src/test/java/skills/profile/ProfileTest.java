package skills.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Accounts;
import skills.kernel.AccountId;
import skills.taxonomy.SkillId;

/** One's own passport: work, diplomas, free time, and the skills that follow from them. */
class ProfileTest extends RoomTest {

    private static final String GATE = "7153a12d-85e0-4123-87e9-46bb1a2dc929";

    @Autowired Profiles profiles;
    @Autowired SkillClaims claims;
    @Autowired ProfileData data;
    @Autowired PrivacyWords privacy;
    @Autowired RemovedEntries removed;
    @Autowired Accounts accounts;

    private static Visitor somebody() {
        var visitor = new Visitor();
        visitor.post("/start", "choice", "OCCUPATION:" + GATE);
        return visitor;
    }

    private static String entry() {
        return "/profile/experience/" + UUID.randomUUID();
    }

    @Test
    void anEntryIsSavedAndShownWithItsDates() {
        var visitor = somebody();
        var after =
                visitor.post(
                        entry(),
                        "title",
                        "Vakkenvuller",
                        "organization",
                        "Winkel",
                        "period",
                        "sinds mrt 2023");
        assertThat(after.text()).contains("Hier leerde je misschien dit");
        assertThat(visitor.get("/passport").text())
                .contains("sinds maart 2023 Vakkenvuller Winkel");
        assertThat(visitor.get("/passport?lang=en").text()).contains("since March 2023");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ooit | konden we niet lezen",
                "2022 tot 2021 | Het einde ligt voor het begin"
            })
    void aDateThatCannotBeGetsAMessageAndWhatWasTypedStays(String period, String message) {
        var page =
                somebody()
                        .post(
                                entry(),
                                "title",
                                "Krant",
                                "period",
                                period,
                                "words",
                                "eigen woorden");
        assertThat(page.text()).contains(message, "eigen woorden");
        assertThat(page.html()).contains("value=\"" + period + "\"", "href=\"#period\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "organization", "words", "period"})
    void tenThousandCharactersAreRefusedInAnyFieldAndStay(String field) {
        String title = field.equals("title") ? "é".repeat(10_000) : "Krant";
        var page =
                field.equals("title")
                        ? somebody().post(entry(), "title", title)
                        : somebody().post(entry(), "title", title, field, "é".repeat(10_000));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("class=\"errors\"", "é".repeat(10_000));
    }

    @Test
    void htmlEmojiAndRightToLeftAreShownAsTheyAre() {
        var visitor = somebody();
        visitor.post(
                entry(),
                "title",
                "<script>x</script> 🙂",
                "organization",
                "مطار",
                "words",
                "a\u202Eb\u0000c");
        var page = visitor.get("/passport");
        assertThat(page.html())
                .contains("&lt;script&gt;x&lt;/script&gt; 🙂", "<p dir=\"auto\">مطار</p>", ">abc<")
                .doesNotContain("<script>x");
    }

    @Test
    void sendingAFormTwiceMakesOneEntry() {
        var visitor = somebody();
        String address = entry();
        visitor.post(address, "title", "Krantenwijk");
        visitor.post(address, "title", "Krantenwijk");
        assertThat(visitor.get("/passport").html().split(">Krantenwijk</a>", -1)).hasSize(2);
    }

    @Test
    void somebodyElsesEntryIsNotFoundWhateverOneTries() {
        String address = entry();
        somebody().post(address, "title", "Van mij");
        var other = somebody();
        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.get(address + "/skills").status()).isEqualTo(404);
        assertThat(other.get(address + "/words").status()).isEqualTo(404);
        assertThat(other.post(address, "title", "Gekaapt").status()).isEqualTo(404);
        assertThat(other.post(address + "/remove").status()).isEqualTo(404);
        assertThat(other.post(address + "/putback").status()).isEqualTo(404);
        assertThat(
                        other.post(
                                        address + "/skills",
                                        "skill",
                                        UUID.randomUUID().toString(),
                                        "answer",
                                        "yes")
                                .status())
                .isEqualTo(404);
        assertThat(other.get("/profile/experience/geen-id").status()).isEqualTo(404);
        assertThat(other.get("/profile/iets/new").status()).isEqualTo(404);
        assertThat(other.get(address.replace("experience", "education")).status()).isEqualTo(404);
    }

    @Test
    void whatIsTakenAwayCanBePutBackWithItsSkillsForADay() {
        var visitor = somebody();
        String address = entry();
        var suggested = visitor.post(address, "title", "Medewerker check-in en gate");
        String skill = suggested.find("name=\"skill\" value=\"([^\"]+)\"").orElseThrow();
        visitor.post(address + "/skills", "skill", skill, "answer", "yes");
        assertThat(visitor.get("/passport").text()).contains("1 skill ");
        var away = visitor.post(address + "/remove");
        assertThat(away.text()).contains("‘Medewerker check-in en gate’ weggehaald", "0 skills");
        assertThat(visitor.get(address).status()).isEqualTo(404);
        var back = visitor.post(address + "/putback");
        assertThat(back.text()).contains("1 skill ").doesNotContain("weggehaald");
        visitor.post(address + "/remove");
        clock.advance(Duration.ofHours(25));
        removed.forget();
        assertThat(visitor.post(address + "/putback").status()).isEqualTo(404);
        assertThat(
                        jdbc.sql("select count(*) from profile_entry where id = :id")
                                .param(
                                        "id",
                                        UUID.fromString(address.substring(address.length() - 36)))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void suggestionsCarryAReasonAndATapTakesOrDropsThemOnce() {
        var visitor = somebody();
        String address = entry();
        var page = visitor.post(address, "title", "Medewerker check-in en gate");
        assertThat(page.text()).contains("Hoort vaak bij dit werk: Medewerker check-in en gate.");
        assertThat(page.html().split("name=\"skill\"", -1)).hasSize(Suggestions.MOST + 1);
        String skill = page.find("name=\"skill\" value=\"([^\"]+)\"").orElseThrow();
        for (String answer : new String[] {"yes", "yes", "no", "no"})
            visitor.post(address + "/skills", "skill", skill, "answer", answer);
        assertThat(
                        jdbc.sql(
                                        "select stance from skill_claim where source_ref = :ref order by said_at")
                                .param("ref", address.substring(address.length() - 36))
                                .query(String.class)
                                .list())
                .containsExactly("said", "denied");
        assertThat(visitor.get(address + "/skills").html())
                .contains("value=\"no\" aria-pressed=\"true\"");
    }

    @Test
    void aHobbySuggestsWhatItsWordsSpeakOf() {
        var page =
                somebody()
                        .post(
                                "/profile/activity/" + UUID.randomUUID(),
                                "activity",
                                "hobby",
                                "title",
                                "Voetbaltraining geven aan kinderen");
        assertThat(page.html()).contains("name=\"skill\"");
    }

    @Test
    void withoutScriptTheRealQualificationsAreShownOnceAndTheLevelFollows() {
        var visitor = somebody();
        String address = "/profile/education/" + UUID.randomUUID();
        var asked = visitor.post(address, "title", "luchtvaartdienstverlener");
        assertThat(asked.text()).contains("Kies je opleiding", "mbo niveau");
        String crebo = asked.find("name=\"crebo\" value=\"(\\d+)\"").orElseThrow();
        visitor.post(address, "title", "luchtvaartdienstverlener", "crebo", crebo);
        assertThat(visitor.get("/passport").text())
                .containsPattern("Niveau [1-4] \\(NLQF en EQF\\)");
        String own = "/profile/education/" + UUID.randomUUID();
        assertThat(visitor.post(own, "title", "luchtvaartdienstverlener", "crebo", "none").path())
                .isEqualTo(own + "/skills");
        assertThat(visitor.post(own, "title", "luchtvaart", "crebo", "99999").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ik ging elke week naar de moskee | FAITH",
                "I was depressed that year | HEALTH",
                "Lid van de vakbond | UNION",
                "Barkeeper at the gay pride | ORIENTATION",
                "Samen met collega Karin | PEOPLE",
                "Geleerd van mevrouw De Wit | PEOPLE",
                "Bel 06-12345678 | PEOPLE",
                "mail karin@example.org | PEOPLE",
            })
    void wordsThatMayRevealMoreAreSeen(String text, PrivacyWords.Topic topic) {
        assertThat(privacy.in(text)).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Koffers gelabeld en op de band gezet",
                "Zorg voor ouderen, medicatiekar gevuld",
                "Docent Engels",
                "Manager Operations",
                "Gewerkt in 2019 en 2020",
                "Collega’s ingewerkt",
                "Ik geloofde er niet in"
            })
    void ordinaryWordsAreLeftAlone(String text) {
        assertThat(privacy.in(text)).isEmpty();
    }

    @Test
    void theWarningBlocksNothing() {
        var visitor = somebody();
        String address = entry();
        var page = visitor.post(address, "title", "Kaderlid", "words", "Lid van de vakbond");
        assertThat(page.path()).isEqualTo(address + "/words");
        assertThat(page.text()).contains("Het is bewaard", "vakbond", "Aanpassen", "Laat zo");
        assertThat(visitor.get("/passport").text()).contains("Lid van de vakbond");
        assertThat(
                        visitor.post(
                                        address,
                                        "title",
                                        "Kaderlid",
                                        "words",
                                        "Lid van de vakbond, nog steeds")
                                .path())
                .as("left so once, not asked again")
                .isEqualTo(address + "/skills");
    }

    @Test
    void aClaimSentAgainWithItsIdAddsNothing() {
        AccountId account = accounts.newGuest().id();
        var claim =
                new SkillClaim(
                        new SkillId(UUID.randomUUID()),
                        Level.ALONE,
                        ClaimSource.STATEMENT,
                        "s",
                        null,
                        now());
        UUID client = UUID.randomUUID();
        claims.say(account, claim, client);
        claims.say(account, claim, client);
        assertThat(claims.history(account, claim.skill())).hasSize(1);
        // The same id of another sender is another saying.
        AccountId other = accounts.newGuest().id();
        claims.say(other, claim, client);
        assertThat(claims.current(other)).hasSize(1);
    }

    @Test
    void erasingLeavesNoRowAndTouchesNobodyElse() {
        AccountId account = accounts.newGuest().id();
        AccountId other = accounts.newGuest().id();
        for (AccountId a : Set.of(account, other)) {
            profiles.tell(a, "Noor", "Zin");
            profiles.save(
                    a,
                    new Experience(
                            new EntryId(UUID.randomUUID()), "Krant", "", Period.UNKNOWN, ""));
            claims.say(a, new SkillId(UUID.randomUUID()), null, ClaimSource.TASK, "t", null);
        }
        assertThat(data.export(account).toString()).contains("Noor", "Krant");
        data.erase(account);
        for (String table : data.tables()) {
            assertThat(rows(table, account)).as(table).isZero();
            assertThat(rows(table, other)).as(table).isOne();
        }
    }

    private int rows(String table, AccountId account) {
        return jdbc.sql("select count(*) from " + table + " where account = :a")
                .param("a", account.value())
                .query(Integer.class)
                .single();
    }
}
