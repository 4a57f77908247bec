package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/** Everything of a person can be taken along, and everything can go. */
class ErasureTest extends IdentityTest {

    @Autowired Erasure erasure;
    @Autowired PersonalData data;
    @Autowired Keeping keeping;
    @Autowired Addresses addresses;
    @Autowired MailLinks links;
    @Autowired List<PersonalDataPart> parts;

    /** Where in the whole database this text stands. */
    private List<String> found(String text) {
        var columns =
                jdbc.sql(
                                """
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and c.data_type in ('uuid', 'text', 'character varying', 'character', 'jsonb', 'ARRAY')
                        """)
                        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                        .list();
        var found = new ArrayList<String>();
        for (var c : columns)
            if (jdbc.sql(
                            "select exists (select from %s where strpos(%s::text, :text) > 0)"
                                    .formatted(c.getKey(), c.getValue()))
                    .param("text", text)
                    .query(Boolean.class)
                    .single()) found.add(c.getKey() + "." + c.getValue());
        return found;
    }

    @Test
    void anErasedPersonIsNowhereInTheDatabase() {
        Kept kept = kept();
        String address = address();
        kept.browser().get("/keep");
        kept.browser().post("/keep/mail", "address", address);
        kept.browser().post(link(address));
        kept.browser().get("/keep");
        kept.browser().json("/webauthn/register/options", ""); // makes the passkey's owner
        assertThat(found(kept.account().toString()))
                .contains(
                        "account.id",
                        "membership.account",
                        "user_entities.name",
                        "spring_session.principal_name",
                        "mail_link.account");
        assertThat(found(address)).contains("mail_address.address", "outbox.recipient");
        erasure.erase(kept.account());
        assertThat(found(kept.account().toString())).isEmpty();
        assertThat(found(address)).isEmpty();
        erasure.erase(kept.account()); // again is no error
    }

    @Test
    void aTeachersClassesStayWithoutWhoMadeThem() {
        School school = school();
        Invitation code = code(school, Duration.ZERO, Duration.ofHours(1), 3);
        invitations.redeem(code.code(), accounts.newGuest().id());
        erasure.erase(school.teacher());
        assertThat(found(school.teacher().toString())).isEmpty();
        assertThat(groups.find(school.group().id()).orElseThrow().members()).isEqualTo(1);
        assertThat(invitations.find(code.code())).isPresent();
    }

    @Test
    void theExportHoldsEveryPartAndWhatIsStored() {
        Kept kept = kept();
        String address = address();
        addresses.confirm(kept.account(), address);
        var all = data.export(kept.account());
        assertThat(all.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        parts.stream().map(PersonalDataPart::name).toList());
        assertThat(all.keySet().iterator().next()).isEqualTo("account");
        assertThat(all.get("account").toString())
                .contains(
                        kept.account().toString(),
                        address,
                        "ADULT",
                        "class-code",
                        "LVD4A",
                        "recoveryCode",
                        "openSessions")
                .doesNotContain(kept.recoveryCode());
    }

    @Test
    void everyTableThatPointsAtAnAccountBelongsToAPart() {
        var pointing =
                jdbc.sql(
                                """
                        select distinct conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid = 'account'::regclass
                        """)
                        .query(String.class)
                        .set();
        assertThat(pointing).hasSizeGreaterThan(8);
        assertThat(parts.stream().flatMap(p -> p.tables().stream()).toList()).containsAll(pointing);
    }

    @Test
    void guestsGoAfter24HoursAndKeptAccountsStay() {
        AccountId old = accounts.newGuest().id();
        AccountId kept = accounts.newGuest().id();
        keeping.sayAge(kept, Account.AgeGroup.ADULT);
        keeping.shown(kept, Keeping.Way.MAIL, Onward.NEXT);
        AccountId child = accounts.newGuest().id();
        keeping.sayAge(child, Account.AgeGroup.UNDER_16);
        assertThat(keeping.shown(child, Keeping.Way.MAIL, Onward.NEXT).stage())
                .isEqualTo(Keeping.Stage.PARENT);
        clock.advance(Duration.ofHours(23).plusMinutes(59));
        erasure.eraseOldGuests();
        assertThat(accounts.find(old)).isPresent();
        clock.advance(Duration.ofMinutes(2));
        AccountId young = accounts.newGuest().id();
        assertThat(erasure.eraseOldGuests()).isGreaterThanOrEqualTo(2);
        assertThat(accounts.find(old)).isEmpty();
        assertThat(accounts.find(child)).as("no parent allowed it").isEmpty();
        assertThat(accounts.find(kept)).isPresent();
        assertThat(accounts.find(young)).isPresent();
    }

    @Test
    void demoPersonsStayHoweverOld() {
        String name = unique("demo-");
        AccountId person =
                demo.person(name, LocalizedText.same(name), Account.AgeGroup.FROM_16_TO_17, 5);
        clock.advance(Duration.ofDays(400));
        erasure.eraseOldGuests();
        assertThat(demo.person(name, LocalizedText.same(name), Account.AgeGroup.FROM_16_TO_17, 5))
                .isEqualTo(person);
    }

    @Test
    void twoInstancesAtTheSameTimeEraseEachGuestOnceAndNeverOneThatIsBeingKept() throws Exception {
        List<AccountId> guests = new ArrayList<>();
        for (int i = 0; i < 300; i++) guests.add(accounts.newGuest().id());
        List<AccountId> keepers = guests.subList(0, 20);
        keepers.forEach(k -> keeping.sayAge(k, Account.AgeGroup.ADULT));
        clock.advance(Duration.ofHours(25));
        try (var threads = Executors.newFixedThreadPool(3)) {
            Future<Integer> one = threads.submit(erasure::eraseOldGuests);
            Future<Integer> two = threads.submit(erasure::eraseOldGuests);
            List<AccountId> saved =
                    threads.submit(
                                    () -> {
                                        List<AccountId> done = new ArrayList<>();
                                        for (AccountId k : keepers)
                                            try {
                                                keeping.shown(k, Keeping.Way.MAIL, Onward.NEXT);
                                                done.add(k);
                                            } catch (skills.platform.Problem gone) {
                                                // erased a moment before: the person is told so
                                            }
                                        return done;
                                    })
                            .get();
            assertThat(one.get() + two.get()).isGreaterThanOrEqualTo(280);
            for (AccountId s : saved)
                assertThat(accounts.find(s)).as("told that it is kept").isPresent();
            for (AccountId g : guests)
                if (!saved.contains(g)) assertThat(accounts.find(g)).isEmpty();
        }
    }

    @Test
    void oldLinksAreForgotten() {
        String token = links.make(MailLink.Purpose.SIGN_IN, accounts.newGuest().id(), address());
        links.forgetOld();
        assertThat(links.look(token)).isPresent();
        clock.advance(Duration.ofDays(2));
        links.forgetOld();
        assertThat(links.look(token)).isEmpty();
    }
}
