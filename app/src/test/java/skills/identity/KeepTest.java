package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;

/** A class code: what keeps an account, and what does not. */
class KeepTest extends IdentityTest {

    @Autowired RecoveryCodes recoveryCodes;

    @Test
    void aCodeAsTheVeryFirstThingOpensAnAccountAsksAgeShowsARecoveryCodeAndGoesOnToTheStart() {
        Invitation code = openCode();
        var browser = new Visitor();
        var shown = browser.get("/join/" + code.code());
        assertThat(shown.text()).contains("Klas LVD4A");
        assertThat(memberships.in(code.group())).as("looking joins nobody").isEmpty();

        var age = browser.post("/join", "code", code.code().value());
        assertThat(age.path()).isEqualTo("/keep/age");
        var member = memberships.in(code.group()).getFirst();
        assertThat(accounts.find(member).orElseThrow().isGuest())
                .as("age comes before keeping")
                .isTrue();

        var done = browser.post("/keep/age", "date", "12-3-2000");
        assertThat(accounts.find(member).orElseThrow().isGuest()).isFalse();
        assertThat(done.path()).isEqualTo("/keep/done?to=START");
        assertThat(recoveryCodes.matches(member, recoveryCode(done))).isTrue();

        var onward = browser.postOnce("/keep/done", "to", "START");
        assertThat(onward.response().headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/start"));
        assertThat(recoveryCode(browser.get("/keep/done"))).as("shown once").isEmpty();
    }

    @Test
    void typedInLowerCaseWithoutDashIsTheSameCode() {
        Invitation code = openCode();
        var browser = new Visitor();
        String typed = code.code().value().toLowerCase().replace("-", " ");
        assertThat(browser.post("/join", "code", typed).path()).isEqualTo("/keep/age");
    }

    @Test
    void everyCodeThatDoesNotWorkSaysWhyAndOpensNoAccount() {
        School school = school();
        var hour = Duration.ofHours(1);
        Invitation notYet = code(school, Duration.ofDays(3), Duration.ofDays(4), 5);
        Invitation expired = code(school, Duration.ofDays(-6), Duration.ofDays(-5), 5);
        Invitation full = code(school, hour.negated(), hour, 1);
        Invitation back = code(school, hour.negated(), hour, 5);
        invitations.takeBack(back.id(), school.group().id(), school.teacher());
        invitations.redeem(full.code(), accounts.newGuest().id());
        var words = new skills.platform.Words(null, skills.kernel.Language.NL);

        assertSays(notYet.code().value(), "Deze code werkt pas op " + words.date(notYet.from()));
        assertSays(
                expired.code().value(),
                "Deze code was geldig tot "
                        + words.date(expired.until())
                        + ". Vraag je docent om een nieuwe.");
        assertSays(full.code().value(), "Deze code is vol");
        assertSays(back.code().value(), "Deze code is ingetrokken");
        assertSays("LVD-9999", "Deze code kennen we niet");
        assertSays("", "Vul de code van je klas in");
    }

    private void assertSays(String code, String words) {
        var browser = new Visitor();
        long before = countAccounts();
        var page = browser.post("/join", "code", code);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(words);
        if (!code.isEmpty())
            assertThat(page.html()).as("what was typed stays").contains("value=\"" + code + "\"");
        assertThat(countAccounts()).isEqualTo(before);
        assertThat(browser.getOnce("/keep").status()).as("no account").isEqualTo(302);
    }

    private long countAccounts() {
        return jdbc.sql("select count(*) from account").query(Long.class).single();
    }

    @Test
    void theLastPlacesGoToAsManyAsThereAreWhoeverComesAtTheSameInstant() throws Exception {
        Invitation code = code(school(), Duration.ofHours(-1), Duration.ofHours(1), 5);
        List<Callable<Boolean>> crowd =
                Stream.generate(accounts::newGuest)
                        .limit(40)
                        .<Callable<Boolean>>map(
                                a ->
                                        () ->
                                                invitations
                                                        .redeem(code.code(), a.id())
                                                        .orElseThrow()
                                                        .joined())
                        .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            long joined = 0;
            for (Future<Boolean> f : threads.invokeAll(crowd)) if (f.get()) joined++;
            assertThat(joined).isEqualTo(5);
        }
        assertThat(memberships.in(code.group())).hasSize(5);
    }

    @Test
    void usingACodeTwiceUsesOnePlace() {
        Invitation code = code(school(), Duration.ofHours(-1), Duration.ofHours(1), 1);
        var account = accounts.newGuest().id();
        assertThat(invitations.redeem(code.code(), account).orElseThrow().joined()).isTrue();
        assertThat(invitations.redeem(code.code(), account).orElseThrow().state())
                .isEqualTo(Invitation.State.OPEN);
        assertThat(invitations.find(code.code()).orElseThrow().used()).isEqualTo(1);
    }

    @Test
    void aKeptPersonCanTypeACodeOnTheKeepPage() {
        Kept kept = kept();
        Invitation other = openCode();
        kept.browser().get("/keep");
        kept.browser().post("/keep/code", "code", other.code().value());
        assertThat(memberships.of(kept.account())).contains(other.group());
    }

    @Test
    void anOldRecoveryCodeIsNotShownToTheNextPersonAtTheSameComputer() {
        Kept first = kept();
        String cookie = first.browser().cookie("recovery").orElseThrow();
        Kept second = kept();
        second.browser().post("/keep/done", "to", "NEXT");
        second.browser().setCookie("recovery", cookie);
        assertThat(second.browser().get("/keep/done").html())
                .doesNotContain(cookie.substring(0, 4));
    }

    @Test
    void aNewRecoveryCodeReplacesTheOld() {
        Kept kept = kept();
        String next = recoveryCode(kept.browser().post("/keep/recovery"));
        assertThat(next).isNotEqualTo(kept.recoveryCode()).hasSize(19);
        assertThat(recoveryCodes.use(kept.recoveryCode())).isEmpty();
        assertThat(recoveryCodes.use(next)).isPresent();
    }

    @Test
    void onlyAHashOfTheRecoveryCodeIsStoredAnywhere() {
        Kept kept = kept();
        String bare = kept.recoveryCode().replace("-", "");
        var texts =
                jdbc.sql(
                                """
                        select format('select count(*) from %I where strpos(cast(%I as text), :secret) > 0', table_name, column_name)
                        from information_schema.columns
                        where table_schema = 'public' and table_name not like 'esco%'
                          and table_name in (select tablename from pg_tables where schemaname = 'public')
                          and table_name in ('recovery_code', 'account', 'account_kept', 'keep_wish', 'spring_session_attributes', 'outbox')
                        """)
                        .query(String.class)
                        .list();
        assertThat(texts).hasSizeGreaterThan(10);
        String hex =
                java.util.HexFormat.of()
                        .formatHex(
                                kept.recoveryCode()
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String sql : texts)
            for (String secret : List.of(kept.recoveryCode(), bare, hex))
                assertThat(jdbc.sql(sql).param("secret", secret).query(Long.class).single())
                        .as(sql)
                        .isZero();
    }

    @Test
    void aGuestThatIsGoneIsToldSo() {
        var browser = new Visitor();
        Invitation code = openCode();
        browser.post("/join", "code", code.code().value());
        UUID member = memberships.in(code.group()).getFirst().value();
        jdbc.sql("delete from membership where account = :id").param("id", member).update();
        jdbc.sql("delete from keep_wish where account = :id").param("id", member).update();
        jdbc.sql("delete from account where id = :id").param("id", member).update();
        assertThat(browser.post("/keep/age", "date", "12-3-2000").path()).isEqualTo("/signin?away");
    }
}
