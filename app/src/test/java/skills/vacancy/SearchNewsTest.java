package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.identity.Erasure;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Mails;
import skills.platform.Outbox;

/** Saved searches tell real news only, once, on the page of next steps or by mail. */
class SearchNewsTest extends RoomTest {

    @Autowired ApplicationContext all;
    @Autowired DemoAccounts demo;
    @Autowired Outbox outbox;
    @Autowired Erasure erasure;
    @Autowired NewsLetters letters;
    @Autowired SearchNews news;
    @Autowired NewsLetterText texts;
    @Autowired TransactionTemplate transaction;

    private Arrivals arrivals;
    private final String word = Arrivals.word();

    @BeforeEach
    void noonOfTomorrow() {
        arrivals = new Arrivals(all);
        at(1, LocalTime.NOON);
    }

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where source = '" + Arrivals.SOURCE + "'").update();
    }

    /** So many days from today, at this time on the clock of the place. */
    private void at(int day, LocalTime time) {
        clock.set(
                LocalDate.ofInstant(Instant.now(), Today.ZONE)
                        .plusDays(day)
                        .atTime(time)
                        .atZone(Today.ZONE)
                        .toInstant());
    }

    private record Person(Visitor browser, AccountId account, String address) {}

    /** Keeps looking for the word of this test. */
    private Person person() {
        String name = "s" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        browser.post("/vacancies/saved", "query", "q=" + word);
        return new Person(browser, account, name + "@example.org");
    }

    private Person withMail() {
        Person p = person();
        jdbc.sql(
                        "insert into mail_address (address, account, confirmed_at) values (:address, :account, now())")
                .param("address", p.address)
                .param("account", p.account.value())
                .update();
        assertThat(p.browser.post("/vacancies/saved/mail", "wanted", "true").text())
                .contains("Je krijgt mail op " + p.address);
        return p;
    }

    private VacancyId add(String title) {
        return arrivals.add(title + " " + word);
    }

    private List<Outbox.Letter> letters(Person p) {
        return outbox.to(List.of(p.address));
    }

    private static String saved(Person p) {
        return p.browser
                .get("/vacancies/saved")
                .find("href=\"(/vacancies/saved/[0-9a-f-]{36})\"")
                .orElseThrow();
    }

    @Test
    void whatWasThereWhenSavingIsNoNewsWhatComesIsToldForOneVisit() {
        add("Oude kok");
        Person p = person();
        assertThat(p.browser.get("/next").text()).doesNotContain("nieuwe vacature");
        add("Kok");
        assertThat(p.browser.get("/vacancies/saved").text()).contains("1 nieuwe vacature.");
        assertThat(p.browser.get("/next").text()).contains("1 nieuwe vacature: Kok " + word);
        add("Bakker");
        assertThat(p.browser.get("/next").text()).contains("2 nieuwe vacatures, zoals");
        clock.advance(Duration.ofHours(2));
        assertThat(p.browser.get("/next").text()).as("told once").doesNotContain("nieuwe vacature");
        assertThat(p.browser.get("/vacancies/saved").text())
                .as("the list still has it")
                .contains("2 nieuwe vacatures.");
        assertThat(p.browser.get(saved(p)).text())
                .contains("Kok " + word, "Bakker " + word)
                .doesNotContain("Oude kok");
        assertThat(p.browser.get(saved(p)).text()).as("loaded again").contains("Kok " + word);
        assertThat(p.browser.get("/vacancies/saved").text()).contains("Niets nieuws.");
        clock.advance(Duration.ofHours(2));
        assertThat(p.browser.get(saved(p)).text()).contains("Niets nieuws sinds je keek");
    }

    @Test
    void whatSheOpenedOrLookedAtIsNoNews() {
        Person p = person();
        VacancyId id = add("Kok");
        assertThat(p.browser.get("/vacancy/" + id).status()).isEqualTo(200);
        assertThat(p.browser.get("/next").text()).doesNotContain("nieuwe vacature");
        add("Bakker");
        p.browser.get(saved(p));
        assertThat(p.browser.get("/next").text()).doesNotContain("nieuwe vacature");
    }

    @Test
    void endedTakenDownAndDoublesAreNoNews() {
        Person p = person();
        VacancyId first = add("Kok");
        assertThat(p.browser.get("/next").text()).contains("1 nieuwe vacature: Kok");
        clock.advance(Duration.ofHours(2));
        // The same words again, before anything marked it; a marked double; a double that takes
        // the place of the one that was told.
        VacancyId again = add("Kok");
        assertThat(again).isNotEqualTo(first);
        VacancyId marked = add("Gemerkte kok");
        VacancyId instead = add("Kok (m/v)");
        VacancyId ended = add("Geëindigde kok");
        VacancyId fake = add("Nepkok");
        update("same_as = '" + first + "'", marked);
        update("same_as = '" + instead + "'", first);
        update("ended_on = posted", ended);
        update("taken_down = true", fake);
        assertThat(p.browser.get("/next").text()).doesNotContain("nieuwe vacature");
        assertThat(news.fresh(p.account, news.searches(p.account))).isEmpty();
        add("Bakker");
        assertThat(p.browser.get("/next").text()).contains("1 nieuwe vacature: Bakker");
    }

    @Test
    void workThatSheHidIsNoNewsUnlessSheSearchesForIt() {
        Person p = person();
        VacancyId id = arrivals.add("Kok", word, "Utrecht", null);
        String kok =
                jdbc.sql("select occupation::text from vacancy where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single();
        p.browser.post("/occupation/" + kok + "/hide");
        assertThat(p.browser.get("/next").text()).doesNotContain("nieuwe vacature");
        p.browser.post("/vacancies/saved", "query", "q=" + word + "&occupation=" + kok);
        arrivals.add("Kok", word, "Delft", null);
        assertThat(p.browser.get("/next").text()).contains("1 nieuwe vacature: Kok");
    }

    private void update(String what, VacancyId id) {
        jdbc.sql("update vacancy set " + what + " where id = :id").param("id", id.value()).update();
    }

    @Test
    void twoSearchesThatFindTheSameTellItOnceAndAnEndedOneNothing() {
        Person p = person();
        p.browser.post("/vacancies/saved", "query", "q=" + word + "&place=Utrecht");
        p.browser.post("/vacancies/saved", "query", "place=Utrecht&q=" + word);
        assertThat(news.searches(p.account)).hasSize(2);
        add("Kok");
        assertThat(p.browser.get("/next").text()).contains("1 nieuwe vacature: Kok");
        for (SavedSearch s : news.searches(p.account))
            p.browser.post("/vacancies/saved/" + s.id() + "/end");
        assertThat(p.browser.get("/vacancies/saved").text()).contains("Bewaar wat je zoekt");
        add("Bakker");
        assertThat(p.browser.get("/next").text()).doesNotContain("Bakker");
        assertThat(
                        jdbc.sql("select count(*) from saved_search where account = :a")
                                .param("a", p.account.value())
                                .query(Integer.class)
                                .single())
                .as("a row is kept")
                .isEqualTo(2);
    }

    @Test
    void aSearchOfSomebodyElseIsNotThere() {
        Person p = person();
        Person other = person();
        String path = saved(p);
        assertThat(other.browser.get(path).status()).isEqualTo(404);
        other.browser.post(path + "/end");
        assertThat(news.searches(p.account)).hasSize(1);
    }

    @Test
    void everythingCannotBeSavedAndTheListEndsAtTwenty() {
        Person p = person();
        p.browser.post("/vacancies/saved", "query", "order=new&page=3");
        assertThat(news.searches(p.account)).hasSize(1);
        for (int i = 1; i < SavedSearches.MOST; i++)
            p.browser.post("/vacancies/saved", "query", "q=" + word + i);
        var full = p.browser.post("/vacancies/saved", "query", "q=" + word + "x");
        assertThat(full.status()).isEqualTo(422);
        assertThat(full.text()).contains("Je kunt 20 zoekopdrachten bewaren");
        assertThat(news.searches(p.account)).hasSize(SavedSearches.MOST);
    }

    @Test
    void aGuestCannotTurnMailOnNorWhoHasNoAddress() {
        var guest = new Visitor();
        guest.post("/start", "q", "iets met mensen");
        guest.post("/vacancies/saved", "query", "q=" + word);
        assertThat(guest.get("/vacancies/saved").text()).contains("als je je paspoort bewaart");
        assertThat(guest.postOnce("/vacancies/saved/mail", "wanted", "true").status())
                .isEqualTo(403);
        Person p = person();
        assertThat(p.browser.post("/vacancies/saved/mail", "wanted", "true").path())
                .isEqualTo("/keep");
        add("Kok");
        letters.run();
        assertThat(
                        jdbc.sql("select count(*) from news_mail_wish where account = :a")
                                .param("a", p.account.value())
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(letters(p)).isEmpty();
    }

    @Test
    void oneLetterADayWithOnlyWhatIsNewAndNoneWithoutNews() {
        Person silent = person();
        Person p = withMail();
        letters.run();
        assertThat(letters(p)).as("nothing new").isEmpty();
        VacancyId kok = add("Kok");
        letters.run();
        letters.run();
        assertThat(letters(p))
                .singleElement()
                .satisfies(
                        l -> {
                            assertThat(l.subject()).isEqualTo("Nieuwe vacature: Kok " + word);
                            assertThat(l.text())
                                    .contains("Je zoekt: ", word)
                                    .contains("- Kok " + word + ", Proefbedrijf, Utrecht")
                                    .contains(origin() + "/vacancy/" + kok)
                                    .contains(origin() + "/vacancies/stop/")
                                    .doesNotContain(p.account.toString());
                        });
        assertThat(p.browser.get("/next").text())
                .as("the mail told it")
                .doesNotContain("nieuwe vacature");
        clock.advance(Duration.ofHours(3));
        add("Bakker");
        letters.run();
        assertThat(letters(p)).as("once a day").hasSize(1);
        at(2, LocalTime.of(6, 59));
        letters.run();
        assertThat(letters(p)).as("not at night").hasSize(1);
        at(2, LocalTime.of(7, 0));
        letters.run();
        assertThat(letters(p)).hasSize(2);
        assertThat(letters(p).getLast().text())
                .contains("Bakker " + word)
                .doesNotContain("Kok " + word);
        at(3, LocalTime.NOON);
        letters.run();
        assertThat(letters(p)).as("nothing new").hasSize(2);
        add("Smid");
        at(3, LocalTime.of(20, 0));
        letters.run();
        assertThat(letters(p)).as("not in the evening").hasSize(2);
        at(3, LocalTime.of(19, 59));
        letters.run();
        assertThat(letters(p)).hasSize(3);
        assertThat(letters(silent)).as("mail is off until turned on").isEmpty();
        assertThat(letters(p).stream().map(Outbox.Letter::language).distinct().toList())
                .containsExactly(skills.kernel.Language.NL);
    }

    @Test
    void seenOnTheNextPageIsNotMailedAndSomebodyReadingEnglishGetsEnglish() {
        Person p = withMail();
        add("Kok");
        p.browser.get("/next");
        letters.run();
        assertThat(letters(p)).isEmpty();
        p.browser.post("/vacancies/saved/mail", "wanted", "false");
        p.browser.get("/vacancies/saved?lang=en");
        p.browser.post("/vacancies/saved/mail", "wanted", "true");
        add("Bakker");
        letters.run();
        assertThat(letters(p).getFirst().text())
                .contains("There is 1 new vacancy", "You look for", "Skills passport");
    }

    @Test
    void theClockOfThePlaceCountsAlsoWhenItChanges() {
        // In the night to 28 March 2027 the clock goes from two to three.
        clock.set(Instant.parse("2027-03-27T12:00:00Z"));
        Person p = withMail();
        add("Kok");
        clock.set(Instant.parse("2027-03-28T04:30:00Z"));
        letters.run();
        assertThat(letters(p)).as("half past six").isEmpty();
        clock.set(Instant.parse("2027-03-28T05:10:00Z"));
        letters.run();
        assertThat(letters(p)).as("ten past seven").hasSize(1);
    }

    @Test
    void twoInstancesAtTheSameInstantSendOneLetter() throws Exception {
        Person p = withMail();
        for (int day = 1; day <= 5; day++) {
            at(day, LocalTime.NOON);
            add("Kok " + day);
            var together = new CyclicBarrier(3);
            try (var instances = Executors.newFixedThreadPool(3)) {
                for (int i = 0; i < 3; i++)
                    instances.submit(
                            () -> {
                                together.await();
                                letters.run();
                                return null;
                            });
            }
            assertThat(letters(p)).hasSize(day);
        }
    }

    @Test
    void killedBeforeTheMarkNothingWentAndRefusedByTheMailServerItGoesLater() throws Exception {
        Person p = withMail();
        add("Kok");
        transaction.executeWithoutResult(
                t -> {
                    letters.run();
                    assertThat(letters(p)).hasSize(1);
                    t.setRollbackOnly();
                });
        assertThat(letters(p)).as("letter and mark went together").isEmpty();
        int closed;
        try (var port = new java.net.ServerSocket(0)) {
            closed = port.getLocalPort();
        }
        new NewsLetters(jdbc, news, texts, Mails.at(closed), transaction, clock).run();
        assertThat(
                        jdbc.sql("select count(*) from search_news where account = :a")
                                .param("a", p.account.value())
                                .query(Integer.class)
                                .single())
                .as("refused is not told")
                .isZero();
        letters.run();
        letters.run();
        assertThat(letters(p)).hasSize(1);
    }

    @Test
    void theLinkInALetterStopsTheMailByAButtonWithoutSigningIn() throws Exception {
        Person p = withMail();
        add("Kok");
        letters.run();
        String stop =
                letters(p).getFirst().text().replaceAll("(?s).*(/vacancies/stop/\\S+).*", "$1");
        var anybody = new Visitor();
        assertThat(anybody.get(stop).text()).contains("Geen mail meer over vacatures?");
        at(2, LocalTime.NOON);
        add("Bakker");
        letters.run();
        assertThat(letters(p)).as("opening the link changes nothing").hasSize(2);
        assertThat(anybody.post(stop).text()).contains("De mail is gestopt");
        at(3, LocalTime.NOON);
        add("Smid");
        letters.run();
        assertThat(letters(p)).hasSize(2);
        assertThat(p.browser.get("/next").text()).contains("1 nieuwe vacature: Smid");
        assertThat(p.browser.get("/vacancies/saved").text()).contains("Je krijgt nu geen mail");

        // A mail program's own button: one POST, no cookies.
        p.browser.post("/vacancies/saved/mail", "wanted", "true");
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(origin() + stop))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "List-Unsubscribe=One-Click"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(p.browser.get("/vacancies/saved").text()).contains("Je krijgt nu geen mail");
        assertThat(new Visitor().get(stop + "x").status()).isEqualTo(410);
    }

    @Test
    void anErasedAccountLeavesNothingAndGetsNothing() {
        Person p = withMail();
        VacancyId kok = add("Kok");
        letters.run();
        String stop =
                letters(p).getFirst().text().replaceAll("(?s).*(/vacancies/stop/\\S+).*", "$1");
        p.browser.post("/vacancy/" + kok + "/mine", "what", "APPLIED");
        clock.advance(Duration.ofDays(15));
        p.browser.get("/next");
        erasure.erase(p.account);
        for (String table :
                List.of(
                        "saved_search",
                        "search_news",
                        "news_letter",
                        "news_mail_wish",
                        "vacancy_seen",
                        "vacancy_application",
                        "vacancy_application_asked"))
            assertThat(
                            jdbc.sql("select count(*) from " + table + " where account = :a")
                                    .param("a", p.account.value())
                                    .query(Integer.class)
                                    .single())
                    .as(table)
                    .isZero();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from saved_search_look l where not exists (select from saved_search s where s.id = l.search)")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(letters(p)).as("not even what lay in the outbox").isEmpty();
        at(20, LocalTime.NOON);
        add("Bakker");
        letters.run();
        assertThat(letters(p)).isEmpty();
        assertThat(new Visitor().get(stop).status()).isEqualTo(410);
    }
}
