package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import skills.Visitor;

/** A class gets in, a guesser does not. */
class LimitsTest extends IdentityTest {

    @Autowired Limits limits;
    @Autowired RecoveryCodes codes;

    @Test
    void thirtyFiveStudentsSignInTenTimesEachFromOneAddressWithinAMinute() throws Exception {
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> students = new ArrayList<>();
            for (int s = 0; s < 35; s++)
                students.add(
                        threads.submit(
                                () -> {
                                    String code = codes.issue(accounts.newGuest().id());
                                    var browser = new Visitor();
                                    for (int i = 0; i < 10; i++) {
                                        var answer = browser.postOnce("/recover", "code", code);
                                        assertThat(answer.status()).isEqualTo(302);
                                        code = browser.cookie("recovery").orElseThrow();
                                    }
                                    return 10;
                                }));
            int signIns = 0;
            for (Future<Integer> s : students) signIns += s.get();
            assertThat(signIns).isEqualTo(350);
        }
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(60);
    }

    @Test
    void whoeverGuessesCodesIsStoppedAfterTenTriesAMinuteAndToldToWait() {
        Invitation right = openCode();
        var guesser = new Visitor();
        for (int i = 0; i < 10; i++)
            assertThat(guesser.post("/join", "code", "LVD-999" + "CDFGHJKLMN".charAt(i)).status())
                    .isEqualTo(422);
        var stopped = guesser.post("/join", "code", "LVD-999P");
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.text())
                .contains("Je hebt te vaak een code geprobeerd. Wacht een minuut");
        assertThat(guesser.get("/join/LVD-999Q").status()).as("nor by looking").isEqualTo(429);
        assertThat(guesser.post("/recover", "code", "CCCC-CCCC-CCCC-CCCC").status())
                .as("nor at the other door")
                .isEqualTo(429);
        assertThat(guesser.post("/join", "code", right.code().value()).status()).isEqualTo(429);
        assertThat(new Visitor().post("/join", "code", right.code().value()).path())
                .as("the neighbour")
                .isEqualTo("/keep/age");
    }

    @Test
    void whoeverThrowsAwayCookiesIsStoppedToo() {
        int let = 0;
        for (int i = 0; i < 100; i++) {
            var stranger = new MockHttpServletRequest();
            stranger.setRemoteAddr("203.0.113.7");
            if (!limits.mayTry(stranger, "LVD-" + i)) continue;
            let++;
            limits.wrong(stranger);
        }
        assertThat(let).isEqualTo(30);
        var classmate = new MockHttpServletRequest();
        classmate.setRemoteAddr("203.0.113.7");
        classmate.setSession(session());
        assertThat(limits.mayTry(classmate, "LVD-4F7K"))
                .as("a browser with a session goes on")
                .isTrue();
    }

    @Test
    void tooManyMailsToOneAddressAreNotSentWhoeverAsks() {
        String address = address();
        int sent = 0;
        for (int i = 0; i < 20; i++) {
            var someone = new MockHttpServletRequest();
            someone.setRemoteAddr("203.0.113." + i);
            someone.setSession(session());
            if (limits.mayMail(someone, address)) sent++;
        }
        assertThat(sent).isEqualTo(12);
    }

    private static MockHttpSession session() {
        var session = new MockHttpSession();
        session.setNew(false);
        return session;
    }
}
