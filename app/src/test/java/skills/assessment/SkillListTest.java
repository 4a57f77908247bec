package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Accounts;
import skills.kernel.AccountId;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;

/** The skills of one's occupation: answered one at a time, kept once, never lost. */
class SkillListTest extends RoomTest {

    private static final OccupationId GATE =
            OccupationId.parse("7153a12d-85e0-4123-87e9-46bb1a2dc929");
    private static final OccupationId CREW =
            OccupationId.parse("f20d3ae6-baeb-482c-b68d-c2fb115e5dde");

    @Autowired SkillLists lists;
    @Autowired AssessmentSessions sessions;
    @Autowired AssessmentData data;
    @Autowired SkillClaims claims;
    @Autowired Accounts accounts;

    private static Visitor somebody() {
        var visitor = new Visitor();
        visitor.post("/start", "choice", "OCCUPATION:" + GATE);
        visitor.post("/skills/choose", "occupation", GATE.toString());
        return visitor;
    }

    private static String first(Visitor visitor) {
        return visitor.get("/skills").path();
    }

    private static UUID session(String path) {
        return UUID.fromString(path.split("/")[2]);
    }

    private List<String> kept(UUID session) {
        return jdbc.sql(
                        "select coalesce(value::text, skipped, 'back') from response where session = :s order by id")
                .param("s", session)
                .query(String.class)
                .list();
    }

    private static String at(String path, int position) {
        return path.replaceAll("\\d+$", "" + position);
    }

    @Test
    void theWholeListIsAnsweredWithoutScriptAndEndsAtTheResult() {
        var visitor = somebody();
        var page = visitor.get("/skills");
        assertThat(page.text()).contains("Skill 1 van 12", "Nog 5 minuten");
        for (int i = 1; i <= 12; i++)
            page = visitor.post(page.path(), "value", "2", "client", UUID.randomUUID().toString());
        assertThat(page.path()).isEqualTo("/skills/done");
        assertThat(page.text())
                .contains("12 skills kun je laten zien", "Zelf gezegd", "Naar je volgende stap");
        assertThat(visitor.get("/passport").text()).contains("12 skills", "Dit doe je zelf");
    }

    @Test
    void oneGoesOnWhereOneWasWithTheAnswersThatWereGiven() {
        var visitor = somebody();
        String first = first(visitor);
        visitor.post(first, "value", "3");
        assertThat(visitor.get("/skills").path()).isEqualTo(at(first, 2));
        assertThat(visitor.get(first).html()).contains("value=\"3\" checked");
    }

    @Test
    void theSameAnswerSentTwiceCountsOnce() {
        var visitor = somebody();
        String first = first(visitor);
        String client = UUID.randomUUID().toString();
        visitor.post(first, "value", "1", "client", client);
        visitor.post(first, "value", "1", "client", client);
        assertThat(kept(session(first))).containsExactly("1");
    }

    @Test
    void anotherChoiceOnAnOldPageIsNotTakenForTheSame() {
        var visitor = somebody();
        String first = first(visitor);
        String client = UUID.randomUUID().toString();
        visitor.post(first, "value", "1", "client", client);
        visitor.post(first, "value", "4", "client", client);
        visitor.post(first, "value", "4", "client", client);
        assertThat(kept(session(first))).containsExactly("1", "4");
        assertThat(visitor.get(first).html()).contains("value=\"4\" checked");
    }

    @Test
    void manyCopiesOfOneAnswerAtOnceAreKeptOnce() throws Exception {
        var visitor = somebody();
        String first = first(visitor);
        String client = UUID.randomUUID().toString();
        List<Callable<Integer>> copies = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            copies.add(() -> visitor.postOnce(first, "value", "2", "client", client).status());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var copy : pool.invokeAll(copies)) assertThat(copy.get()).isEqualTo(302);
        }
        assertThat(kept(session(first))).containsExactly("2");
        assertThat(
                        jdbc.sql("select count(*) from skill_claim where source_ref = :s")
                                .param("s", session(first).toString())
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @Test
    void whatWasAnsweredLaterWinsAlsoWhenItArrivesFirst() {
        var visitor = somebody();
        visitor.header("X-Queue", "1");
        String first = first(visitor);
        assertThat(
                        visitor.post(
                                        first,
                                        "value",
                                        "4",
                                        "client",
                                        UUID.randomUUID().toString(),
                                        "seq",
                                        "2",
                                        "ago",
                                        "1000")
                                .html())
                .isEqualTo("kept");
        visitor.post(
                first,
                "value",
                "0",
                "client",
                UUID.randomUUID().toString(),
                "seq",
                "1",
                "ago",
                "60000");
        assertThat(visitor.get(first).html()).contains("value=\"4\" checked");
        assertThat(visitor.get("/passport").text()).contains("Dit leer je anderen");
    }

    @Test
    void skippingWithAReasonIsNotTheSameAsNotYetAndAnAnswerCanBeTakenBack() {
        var visitor = somebody();
        String first = first(visitor);
        visitor.post(first, "value", "2");
        assertThat(visitor.get("/passport").text()).contains("1 skill ");
        visitor.post(first, "skip", "do-not-know");
        assertThat(visitor.get("/passport").text())
                .contains("0 skills")
                .doesNotContain("Nog niet, wel bekeken");
        assertThat(visitor.get("/skills").path()).isEqualTo(at(first, 2));
        var back = visitor.post(first, "undo", "1");
        assertThat(back.path()).isEqualTo(first);
        assertThat(visitor.get("/skills").path()).isEqualTo(first);
        assertThat(kept(session(first))).containsExactly("2", "do-not-know", "back");
    }

    @Test
    void noAnswerOrOneThatIsNoneGetsAMessage() {
        var visitor = somebody();
        String first = first(visitor);
        assertThat(visitor.post(first).text()).contains("Kies een antwoord");
        assertThat(visitor.post(first, "value", "5").text()).contains("Kies een antwoord");
        assertThat(
                        visitor.post(
                                        first,
                                        "value",
                                        "x".repeat(10_000),
                                        "client",
                                        "?",
                                        "seq",
                                        "-1",
                                        "focus",
                                        "1e9",
                                        "ago",
                                        "x")
                                .text())
                .contains("Kies een antwoord");
        assertThat(kept(session(first))).isEmpty();
    }

    @Test
    void whatIsSomebodyElsesOrNowhereIsNotFound() {
        String first = first(somebody());
        var other = somebody();
        assertThat(other.get(first).status()).isEqualTo(404);
        assertThat(other.post(first, "value", "2").status()).isEqualTo(404);
        assertThat(kept(session(first))).isEmpty();
        String mine = first(other);
        for (int position : new int[] {0, 13})
            assertThat(other.get(at(mine, position)).status()).isEqualTo(404);
        assertThat(other.get("/skills/geen/1").status()).isEqualTo(404);
        assertThat(
                        other.post("/skills/choose", "occupation", UUID.randomUUID().toString())
                                .status())
                .isEqualTo(404);
        assertThat(new Visitor().getOnce(first).status()).isEqualTo(302);
    }

    @Test
    void aRetakeLaterKeepsTheHistoryAndShowsGrowth() {
        var visitor = somebody();
        var page = visitor.get("/skills");
        UUID before = session(page.path());
        for (int i = 1; i <= 12; i++) page = visitor.post(page.path(), "value", "1");
        clock.advance(Duration.ofDays(90));
        page = visitor.post("/skills/again");
        assertThat(session(page.path())).isNotEqualTo(before);
        for (int i = 1; i <= 12; i++)
            page = visitor.post(page.path(), "value", i == 3 ? "3" : i == 4 ? "0" : "1");
        assertThat(page.text()).contains("1 skill is gegroeid", "Gegroeid. Eerst: Met hulp");
        assertThat(visitor.get("/passport").text()).contains("Gegroeid. Eerst: Met hulp");
        assertThat(kept(before)).hasSize(12).containsOnly("1");
    }

    @Test
    void anotherOccupationHasItsOwnListAndTheFirstOneWaits() {
        AccountId account = accounts.newGuest().id();
        lists.begin(account, GATE);
        var gate = lists.current(account).orElseThrow();
        lists.begin(account, CREW);
        assertThat(lists.progress(account).orElseThrow().occupation()).isEqualTo(CREW);
        lists.begin(account, GATE);
        lists.begin(account, GATE);
        assertThat(lists.current(account).orElseThrow().id()).isEqualTo(gate.id());
        assertThat(lists.progress(account).orElseThrow())
                .isEqualTo(new SkillLists.Progress(GATE, 12, 0, 12 * 25));
    }

    @Test
    void anyOccupationOfTheTaxonomyHasAListThatSaysHowItWasMade() {
        UUID other =
                jdbc.sql(
                                """
                        select o.id from occupation o join occupation_skill s on s.occupation = o.id
                        where o.id <> all (:written) group by o.id having count(*) > 8 order by o.id limit 1
                        """)
                        .param("written", new UUID[] {GATE.value(), CREW.value()})
                        .query(UUID.class)
                        .single();
        var visitor = somebody();
        var page = visitor.post("/skills/choose", "occupation", other.toString());
        assertThat(page.text()).containsPattern("Skill 1 van (8|9|10|11|12)");
        assertThat(page.text()).contains("automatisch gemaakt");
    }

    @Test
    void theChoiceIsFoundByWhatPeopleCallIt() {
        var page = somebody().get("/skills/choose?q=stewardess");
        assertThat(page.html()).contains(CREW.toString());
        assertThat(somebody().get("/skills/choose?q=" + "x".repeat(5_000)).status()).isEqualTo(200);
        assertThat(somebody().get("/skills/choose?q=%F0%9F%99%82%F0%9F%99%82").text())
                .contains("Niets gevonden");
    }

    @Test
    void erasingLeavesNoAnswer() {
        AccountId account = accounts.newGuest().id();
        lists.begin(account, GATE);
        var session = lists.current(account).orElseThrow();
        sessions.keep(
                session.id(),
                new Response(
                        session.item(1).id(),
                        new Answer.Chosen(Level.ALONE.number()),
                        900,
                        now(),
                        UUID.randomUUID(),
                        1));
        assertThat(data.export(account).toString()).contains(session.item(1).id());
        data.erase(account);
        assertThat(kept(session.id().value())).isEmpty();
        assertThat(lists.progress(account)).isEmpty();
    }
}
