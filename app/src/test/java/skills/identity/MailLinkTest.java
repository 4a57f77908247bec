package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;

/** Links by mail: looked at as often as one likes, used once. */
class MailLinkTest extends IdentityTest {

    @Autowired MailLinks links;
    @Autowired Addresses addresses;

    /** A guest who has asked to keep by mail. */
    private Visitor asked(String address) {
        var browser = new Visitor();
        browser.post("/join", "code", openCode().code().value());
        assertThat(browser.post("/keep/mail", "address", address).path()).isEqualTo("/keep/sent");
        return browser;
    }

    @Test
    void aScannerThatOpensTheLinkUsesNothingUpAndTheButtonDoes() {
        String address = address();
        asked(address);
        String link = link(address);
        var scanner = new Visitor();
        for (int i = 0; i < 3; i++)
            assertThat(scanner.get(link).text()).contains("Bewaar mijn paspoort");
        assertThat(addresses.owner(address)).isEmpty();

        var onThePhone = new Visitor();
        onThePhone.get(link);
        assertThat(onThePhone.post(link).path())
                .as("signed in on the phone")
                .isEqualTo("/keep/age");
        assertThat(addresses.owner(address)).isPresent();
        var again = new Visitor().post(link);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("Deze link werkt niet meer");
        assertThat(onThePhone.get(link).status()).isEqualTo(410);
    }

    @Test
    void aLinkWorksForThirtyMinutes() {
        String address = address();
        asked(address);
        String link = link(address);
        clock.advance(Duration.ofMinutes(29));
        assertThat(new Visitor().get(link).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(new Visitor().get(link).status()).isEqualTo(410);
        assertThat(new Visitor().post(link).status()).isEqualTo(410);
        assertThat(addresses.owner(address)).isEmpty();
    }

    @Test
    void thePageAnswersTheSameWhetherOrNotTheAddressIsKnown() {
        String known = address();
        var account = accounts.newGuest().id();
        addresses.confirm(account, known);
        var one = new Visitor().post("/signin/mail", "address", known);
        var other = new Visitor().post("/signin/mail", "address", address());
        assertThat(one.path()).isEqualTo(other.path()).isEqualTo("/signin/sent");
        assertThat(one.text()).isEqualTo(other.text());
    }

    @Test
    void theLinkToAnAddressOfAnotherPassportSaysSoAndSignsInToThatOne() {
        String address = address();
        Kept kept = kept();
        addresses.confirm(kept.account(), address);
        var guest = asked(address);
        String link = link(address);
        assertThat(guest.get(link).text())
                .contains("Je had al een paspoort")
                .contains("gaat niet mee");
        guest.post(link);
        assertThat(guest.get("/keep").text()).contains("Zo kom je binnen").contains(address);
        assertThat(addresses.owner(address)).contains(kept.account());
    }

    @Test
    void severalAddressesLeadToOneAccountAndARemovedOneNoLongerDoes() {
        Kept kept = kept();
        List<String> mine = List.of(address(), address());
        for (String address : mine) {
            kept.browser().get("/keep");
            kept.browser().post("/keep/mail", "address", address.toUpperCase());
            assertThat(addresses.owner(address)).as("not before the link").isEmpty();
            kept.browser().post(link(address));
        }
        assertThat(addresses.of(kept.account()))
                .extracting(Addresses.Confirmed::address)
                .containsExactlyElementsOf(mine);

        var elsewhere = new Visitor();
        elsewhere.post("/signin/mail", "address", mine.get(1));
        String link = link(mine.get(1));
        kept.browser().get("/keep");
        kept.browser().post("/keep/address/remove", "address", mine.get(1));
        assertThat(elsewhere.post(link).status()).as("asked before it was removed").isEqualTo(410);
        elsewhere.post("/signin/mail", "address", mine.get(0));
        assertThat(elsewhere.post(link(mine.get(0))).path()).startsWith("/next");
    }

    @Test
    void nobodyRemovesTheAddressOfAnother() {
        Kept victim = kept();
        String address = address();
        addresses.confirm(victim.account(), address);
        Kept attacker = kept();
        attacker.browser().post("/keep/address/remove", "address", address);
        assertThat(addresses.owner(address)).contains(victim.account());
    }

    @Test
    void of200TokensEachIsTakenExactlyOnceByFourThreads() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 200; i++)
            tokens.add(links.make(MailLink.Purpose.SIGN_IN, accounts.newGuest().id(), address()));
        var taken = new ConcurrentHashMap<String, AtomicInteger>();
        var together = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < 4; t++)
                running.add(
                        threads.submit(
                                () -> {
                                    for (String token : tokens) {
                                        together.await();
                                        if (links.use(token).isPresent())
                                            taken.computeIfAbsent(token, k -> new AtomicInteger())
                                                    .incrementAndGet();
                                    }
                                    return null;
                                }));
            for (Future<?> f : running) f.get();
        }
        assertThat(taken).hasSize(200);
        assertThat(taken.values()).allMatch(n -> n.get() == 1);
    }

    @Test
    void noTokenLiesInTheDatabaseExceptInTheLetter() {
        String address = address();
        asked(address);
        String token = link(address).replace("/link/", "");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from mail_link where strpos(mail_link::text, :token) > 0")
                                .param("token", token)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(links.look(token)).isPresent();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThat(
                        List.of(
                                "",
                                "noor",
                                "noor@",
                                "@school.nl",
                                "noor@school",
                                "a b@school.nl",
                                "noor@school.nl\nBcc: x@y.nl",
                                "noor@school.nl,x@y.nl",
                                "x".repeat(10_000) + "@school.nl",
                                "😀@school.nl",
                                "<b>@school.nl"))
                .allMatch(a -> Addresses.read(a).isEmpty());
        assertThat(Addresses.read(" Noor.de-Wit+1@Sub.School.NL "))
                .contains("noor.de-wit+1@sub.school.nl");
    }
}
