package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;

/** Keeping, signing in and the class pages, as a person with a phone sees them. */
class KeepBrowserTest extends BrowserTest {

    @Autowired DemoAccounts demo;

    private String teacher;
    private String code;

    /** A class with a code, drawn anew for each test. */
    private void school() {
        teacher = "coach-" + UUID.randomUUID().toString().substring(0, 8);
        var coach =
                demo.person(
                        teacher,
                        new LocalizedText("Coach van de test", "Coach of the test"),
                        Account.AgeGroup.ADULT,
                        9);
        var group = demo.group(demo.organization("School " + teacher), "LVD4A", coach);
        code = skills.identity.InvitationCode.read(letters()).orElseThrow().value();
        demo.invitation(
                group,
                code,
                Instant.now().minusSeconds(60),
                Instant.now().plus(Duration.ofHours(2)),
                30);
    }

    private static String letters() {
        String from = "CDFGHJKLMNPQRTVWX";
        var text = new StringBuilder();
        for (char c : UUID.randomUUID().toString().replace("-", "").substring(0, 7).toCharArray())
            text.append(from.charAt(Character.digit(c, 16)));
        return text.toString();
    }

    private static void authenticator(Page page) {
        CDPSession cdp = page.context().newCDPSession(page);
        cdp.send("WebAuthn.enable");
        cdp.send(
                "WebAuthn.addVirtualAuthenticator",
                (JsonObject)
                        JsonParser.parseString(
                                """
                {"options":{"protocol":"ctap2","transport":"internal","hasResidentKey":true,
                 "hasUserVerification":true,"isUserVerified":true,"automaticPresenceSimulation":true}}
                """));
    }

    @Test
    void fromACodeOnTheBoardToARecoveryCodeAndBackInWithAPasskey() {
        school();
        BrowserContext phone = phone("nl");
        Page page = open(phone);
        page.navigate("/join/" + code);
        look(page, "join");
        page.click("text=Doe mee");
        look(page, "age");
        page.fill("#date", "12-3-2000");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/keep/done.*"));
        look(page, "recovery-code");
        page.click("text=Ik heb hem");

        authenticator(page);
        page.navigate("/keep");
        look(page, "ways-in");
        page.click("text=Bewaar met dit apparaat");
        page.waitForURL(Pattern.compile(".*/next.*"));
        page.navigate("/keep");
        assertThat(page.textContent("main")).contains("Telefoon of computer");

        phone.clearCookies();
        page.navigate("/signin");
        look(page, "signin");
        page.click("text=Ga binnen");
        page.waitForURL(Pattern.compile(".*/next.*"));
        page.navigate("/keep");
        assertThat(page.textContent("h1")).isEqualTo("Zo kom je binnen");
        phone.close();
    }

    @Test
    void aWrongCodeInEnglishAndACancelledPasskeySayWhatToDo() {
        school();
        BrowserContext phone = phone("en");
        Page page = open(phone);
        page.navigate("/join");
        page.fill("#code", code);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/keep/age"));
        page.navigate("/keep");
        look(page, "keep");
        page.fill("#code", "LVD-0000");
        page.keyboard().press("Enter");
        page.waitForSelector("text=We do not know this code");
        look(page, "keep-wrong-code");
        assertThat(page.inputValue("#code")).isEqualTo("LVD-0000");
        page.fill("#address", "no address");
        page.keyboard().press("Enter");
        page.waitForSelector(".errors");
        look(page, "keep-wrong-address");
        page.evaluate(
                "() => { navigator.credentials.create = () => Promise.reject(new Error('cancelled')); }");
        page.click("text=Keep with this device");
        page.waitForSelector("text=That did not work");
        phone.close();
    }

    @Test
    void underSixteen() {
        school();
        BrowserContext phone = phone("nl");
        Page page = open(phone);
        page.navigate("/join/" + code);
        page.click("text=Doe mee");
        page.fill("#date", "1-1-2020");
        page.keyboard().press("Enter");
        page.waitForSelector("text=Klopt dat?");
        look(page, "age-sure");
        page.click("text=Ja, dat klopt");
        page.waitForURL(Pattern.compile(".*/keep/parent"));
        look(page, "parent");
        String parent = UUID.randomUUID() + "@example.org";
        page.fill("#address", parent);
        page.keyboard().press("Enter");
        page.waitForSelector("text=We wachten op");
        look(page, "parent-waiting");
        page.navigate("/outbox");
        look(page, "outbox");
        page.click("article.letter a");
        look(page, "parent-link");
        page.click("text=Ik vind het goed");
        page.waitForSelector("text=Dank je");
        look(page, "parent-thanks");
        phone.close();
    }

    @Test
    void theTeachersPages() {
        school();
        BrowserContext laptop = phone("nl");
        Page page = open(laptop);
        page.navigate("/demo");
        look(page, "demo");
        page.click("form[action='/demo/" + teacher + "'] button");
        page.waitForURL(Pattern.compile(".*/class"));
        look(page, "classes");
        page.click("text=LVD4A");
        look(page, "class");
        page.click("text=Zet op het bord");
        look(page, "board");
        page.goBack();
        page.fill("#until", "31-2-2027");
        page.fill("#limit", "veel");
        page.keyboard().press("Enter");
        page.waitForSelector(".errors");
        look(page, "class-wrong");
        var coach = demo.find(teacher).orElseThrow().account();
        demo.administrator(coach);
        page.navigate("/admin");
        look(page, "admin");
        laptop.close();
    }
}
