package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;

/** The page without script, and what nobody should put into an address. */
class SearchPageTest extends RoomTest {

    @Autowired VacancySearch search;
    @Autowired Vacancies vacancies;

    /** What an earlier test took away leaves the index a moment later. */
    @BeforeEach
    void theIndexHasFollowed() throws InterruptedException {
        int open = vacancies.countOpen(Vacancies.Search.all());
        for (int i = 0; i < 100 && search.find(VacancyQuery.ALL, 1).total() != open; i++)
            Thread.sleep(100);
    }

    private Visitor guest() {
        Visitor visitor = new Visitor();
        visitor.post("/start", "q", "iets met mensen");
        return visitor;
    }

    @Test
    void aSearchIsAnAddressAndEveryRowLeadsToItsVacancy() {
        Visitor guest = guest();
        Visitor.Page page = guest.get("/vacancies?order=new");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Vacatures zoeken").contains("80 vacatures");
        String first = page.find("href=\"(/vacancy/[0-9a-f-]{36})\"").orElseThrow();
        assertThat(guest.get(first).status()).isEqualTo(200);
        Visitor.Page second = guest.get("/vacancies?order=new&page=1");
        assertThat(second.html()).doesNotContain(first);
        assertThat(guest.get("/vacancies/help?q=ver").html()).contains("/vacancies?q=");
    }

    @Test
    void badAddressesAnswerAsIfTheyHadNotAsked() {
        Visitor guest = guest();
        for (String bad :
                List.of(
                        "km=99999999999999999999&place=Utrecht",
                        "km=NaN",
                        "km=-1&place=Utrecht",
                        "hours=1-2&contract=x&field=y&order=z&page=q&days=1e9",
                        "page=99",
                        "page=99&order=new",
                        "occupation=1",
                        "place=" + "%F0%9F%A7%AF".repeat(40),
                        "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                        "q=a&q=b&q=c",
                        "x=y")) {
            Visitor.Page page = guest.get("/vacancies?" + bad);
            assertThat(page.status()).as(bad).isEqualTo(200);
            assertThat(page.html()).as(bad).doesNotContain("<script>alert");
        }
        assertThat(guest.get("/vacancies?q=" + "x".repeat(5_000)).status()).isEqualTo(200);
        // Longer than a server reads an address: refused, not failed.
        assertThat(guest.get("/vacancies?q=" + "x".repeat(10_000)).status())
                .isIn(200, 400, 414, 431);
    }

    @Test
    void anUnknownPlaceIsSaidAndSearchedEverywhere() {
        Visitor.Page page = guest().get("/vacancies?place=Qqqqqqqq&order=new");
        assertThat(page.text()).contains("Deze plaats kennen we niet").contains("80 vacatures");
    }
}
