package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import skills.Visitor;

/** Coming back, and going away. */
class SigninTest extends IdentityTest {

    @Autowired Addresses addresses;
    @Autowired Sittings sittings;
    @Autowired Erasure erasure;

    @Test
    void aRecoveryCodeGetsInOnceAndGivesANewOne() {
        Kept kept = kept();
        var phone = new Visitor();
        String typed = kept.recoveryCode().toLowerCase().replace("-", "");
        var done = phone.post("/recover", "code", typed);
        assertThat(done.path()).isEqualTo("/keep/done");
        String next = recoveryCode(done);
        assertThat(next).isNotEqualTo(kept.recoveryCode()).hasSize(19);
        assertThat(phone.get("/keep").text()).contains("Zo kom je binnen");

        var again = new Visitor().post("/recover", "code", kept.recoveryCode());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Deze code kennen we niet");
        assertThat(new Visitor().post("/recover", "code", next).path()).isEqualTo("/keep/done");
    }

    @Test
    void theSessionGetsANewIdAtSignInAndIsDeadAfterSignOut() {
        Kept kept = kept();
        var browser = new Visitor();
        browser.get("/keep"); // a session before signing in
        String before = browser.cookie("skills").orElseThrow();
        browser.post("/recover", "code", kept.recoveryCode());
        String signedIn = browser.cookie("skills").orElseThrow();
        assertThat(signedIn).isNotEqualTo(before);

        assertThat(
                        browser.postOnce("/signout")
                                .response()
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                .endsWith("/");
        var thief = new Visitor();
        thief.setCookie("skills", signedIn);
        assertThat(thief.getOnce("/keep").response().headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).contains("/signin?away"));
    }

    @Test
    void signingOutByALinkOfAnotherSiteDoesNothing() {
        Kept kept = kept();
        kept.browser().get("/signout");
        assertThat(kept.browser().getOnce("/keep").status()).isEqualTo(200);
    }

    @Test
    void whatWasTypedBeforeTheSessionEndedIsNotLost() {
        School school = school();
        String address = address();
        addresses.confirm(school.teacher(), address);
        var away = new Visitor();
        away.get("/signin");
        var page =
                away.post(
                        "/class",
                        "name",
                        "Getypt voor de pauze",
                        "organization",
                        school.organization().value().toString());
        assertThat(page.path()).isEqualTo("/signin?away");
        assertThat(page.text()).contains("Je was even weg").contains("Wat je typte, is bewaard");
        assertThat(groups.ofTeacher(school.teacher())).hasSize(1);

        away.post("/signin/mail", "address", address);
        assertThat(away.post(link(address)).path())
                .as("a recovery code, the first time")
                .isEqualTo("/keep/done");
        var onward = away.post("/keep/done", "to", "NEXT");
        assertThat(onward.path()).startsWith("/class/");
        assertThat(onward.text()).contains("Getypt voor de pauze");
        assertThat(groups.ofTeacher(school.teacher()))
                .extracting(Group::name)
                .containsExactly("Getypt voor de pauze", "LVD4A");
        away.get("/class");
        assertThat(groups.ofTeacher(school.teacher())).as("once").hasSize(2);
    }

    @Test
    void signingInNeverLeadsToAnotherSite() {
        for (String host : List.of("evil.example", "localhost.evil.example")) {
            var request = new MockHttpServletRequest("GET", "/profile/x");
            request.setServerName(host);
            request.setQueryString("next=https://evil.example");
            var response = new MockHttpServletResponse();
            sittings.remember(request, response);
            assertThat(sittings.onward(request, response, "/next")).startsWith("/profile/x?next=");
        }
        var strange = new MockHttpServletRequest("GET", "//evil.example/x");
        sittings.remember(strange, new MockHttpServletResponse());
        assertThat(sittings.onward(strange, new MockHttpServletResponse(), "/next"))
                .doesNotStartWith("//");
        Kept kept = kept();
        assertThat(kept.browser().post("/keep/done", "to", "https://evil.example").status())
                .isIn(400, 404);
    }

    @Test
    void anErasedAccountIsSignedOutEverywhere() {
        Kept kept = kept();
        var other = new Visitor();
        other.post("/recover", "code", kept.recoveryCode());
        assertThat(other.getOnce("/keep").status()).isEqualTo(200);
        erasure.erase(kept.account());
        for (var browser : List.of(kept.browser(), other))
            assertThat(browser.getOnce("/keep").status()).isEqualTo(302);
        assertThat(
                        jdbc.sql("select count(*) from spring_session where principal_name = :id")
                                .param("id", kept.account().toString())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aGuestIsWarnedThatSigningInLeavesTheStartBehind() {
        var guest = new Visitor();
        guest.post("/join", "code", openCode().code().value());
        assertThat(guest.get("/signin").text()).contains("gaat niet mee als je inlogt");
    }

    @Test
    void passkeysAreOfferedForThisMachinesNameAndOnlyToWhoHasAnAccount() {
        assertThat(new Visitor().json("/webauthn/register/options", "").status()).isNotEqualTo(200);
        Kept kept = kept();
        kept.browser().get("/keep");
        var options = kept.browser().json("/webauthn/register/options", "");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.html())
                .contains("\"id\":\"localhost\"")
                .contains("\"displayName\":\"Skillspaspoort\"")
                .doesNotContain(kept.account().toString());
        assertThat(kept.browser().json("/login/webauthn", "{}").status()).isIn(400, 401, 403);
        assertThat(kept.browser().post("/keep/passkey").path())
                .as("none registered")
                .isEqualTo("/keep");
    }

    @Test
    void pagesOfAPersonAreKeptByNoCache() {
        Kept kept = kept();
        assertThat(
                        kept.browser()
                                .getOnce("/keep")
                                .response()
                                .headers()
                                .firstValue("Cache-Control")
                                .orElseThrow())
                .contains("no-store");
    }
}
