package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import skills.RoomTest;
import skills.Visitor;

/** 400 days after the vacancies were loaded, all of them expired. */
class LaterTest extends RoomTest {

    private static final Pattern OFFER = Pattern.compile("href=\"/vacancy/([0-9a-f-]{36})");
    private static final List<String> LISTS =
            List.of("/start/result", "/explore", "/explore?more=10", "/next", "/");

    @Test
    void noExpiredVacancyIsOfferedAnywhere() {
        var visitor = new Visitor();
        String job =
                visitor.get("/start/options?q=steward")
                        .find("(OCCUPATION:[0-9a-f-]{36})")
                        .orElseThrow();
        visitor.post("/start", "choice", job);
        String task =
                visitor.get("/start/tasks").find("name=\"t\" value=\"([^\"]+)\"").orElseThrow();
        visitor.post("/start/tasks", "t", task);
        visitor.post("/start/place", "q", "");
        String today =
                visitor.get("/explore").find("href=\"/vacancy/([0-9a-f-]{36})").orElseThrow();
        assertThat(visitor.get("/start/result").html())
                .as("today there is one")
                .containsPattern(OFFER);
        assertThat(visitor.get("/vacancy/" + today).html()).doesNotContain("gesloten");

        clock.advance(Duration.ofDays(400));
        for (String list : LISTS) {
            Visitor.Page page = visitor.get(list);
            assertThat(page.status()).as(list).isEqualTo(200);
            assertThat(page.html()).as(list + " 400 days later").doesNotContainPattern(OFFER);
        }
        String occupation = job.substring(job.indexOf(':') + 1);
        assertThat(visitor.get("/occupation/" + occupation).html()).doesNotContainPattern(OFFER);
        assertThat(visitor.get("/vacancy/" + today).text()).contains("gesloten");
    }
}
