package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.LocalizedText;
import skills.vacancy.Arrivals;

/**
 * Looking for work on a phone: keep a search, hear of something new, apply, note what came of it.
 */
class OwnVacanciesTest extends BrowserTest {

    @Autowired ApplicationContext all;
    @Autowired DemoAccounts demo;

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where source = '" + Arrivals.SOURCE + "'").update();
    }

    @Test
    void aSearchIsKeptSomethingNewComesAndSheAppliesAndNotesIt() throws Exception {
        List<Map<String, List<String>>> heads = new CopyOnWriteArrayList<>();
        HttpServer employer = employer(heads);
        try (BrowserContext phone = phone("nl")) {
            var arrivals = new Arrivals(all);
            String word = Arrivals.word();
            arrivals.add("Kok " + word);
            String name = "j" + UUID.randomUUID().toString().substring(0, 8);
            var account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
            jdbc.sql(
                            "insert into mail_address (address, account, confirmed_at) values (:address, :account, now())")
                    .param("address", name + "@example.org")
                    .param("account", account.value())
                    .update();
            Page page = open(phone);
            page.navigate("/demo");
            page.click("form[action='/demo/" + name + "'] button");
            page.waitForURL(Pattern.compile(".*/(next|start).*"));

            page.navigate("/vacancies?q=" + word);
            page.click("text=Bewaar deze zoekopdracht");
            page.waitForURL(Pattern.compile(".*/vacancies/saved"));
            assertThat(page.textContent("main")).contains(word, "Niets nieuws");
            look(page, "saved-searches");
            page.click("text=Stuur mij mail");
            page.waitForSelector("text=Je krijgt mail op");
            page.navigate("/vacancies?q=" + word);
            assertThat(page.textContent("main")).contains("Deze zoekopdracht is bewaard");

            String href = "http://127.0.0.1:" + employer.getAddress().getPort() + "/werken?baan=1";
            arrivals.add("Bakker " + word, "Proefbakkerij", "Delft", href);
            page.navigate("/next");
            assertThat(page.textContent("main")).contains("1 nieuwe vacature: Bakker " + word);
            look(page, "next-with-news");
            page.click("text=1 nieuwe vacature");
            assertThat(page.textContent("h1")).isEqualTo("Bakker " + word);
            assertThat(page.textContent("main")).contains("127.0.0.1");
            look(page, "vacancy-apply");

            page.click("text=Naar de werkgever");
            page.waitForURL(href);
            assertThat(heads).hasSize(1);
            assertThat(heads.getFirst().keySet().stream().map(String::toLowerCase))
                    .doesNotContain("referer", "cookie");

            page.goBack();
            page.click("text=Ik heb gesolliciteerd");
            page.waitForSelector("text=Je solliciteerde op");
            look(page, "vacancy-applied");
            page.click("text=Alles waar je solliciteerde");
            assertThat(page.textContent("main"))
                    .contains("Je wacht op één antwoord", "Bakker " + word, "Proefbakkerij");
            look(page, "applied-list");
            page.click("text=Ik mag op gesprek");
            page.waitForSelector("text=mag je op gesprek");
            page.click("text=Afgewezen");
            page.waitForSelector("text=Je wacht nergens meer op antwoord");
            look(page, "applied-list-done");
            page.navigate("/next");
            assertThat(page.textContent("main")).doesNotContain("nieuwe vacature");
        } finally {
            employer.stop(0);
        }
    }

    /** A site of its own, as any employer has, that keeps what a browser tells it. */
    private static HttpServer employer(List<Map<String, List<String>>> heads) throws Exception {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/werken",
                exchange -> {
                    heads.add(Map.copyOf(exchange.getRequestHeaders()));
                    byte[] body =
                            "<!doctype html><title>x</title><h1>Werken bij</h1>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
