package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Wave;
import skills.identity.Account;
import skills.identity.Erasure;
import skills.study.StudyWorlds.World;
import skills.usage.Part;
import skills.usage.Usage;

/** A participant's way through a study, at its pages. */
class TakingPartTest extends StudyRoomTest {

    @Autowired Usage usage;
    @Autowired Erasure erasure;
    @Autowired StudyPeople people;
    @Autowired Lessons lessons;
    @Autowired DryRuns dryRuns;
    @Autowired Retention retention;
    @Autowired StudyReports reports;

    @Test
    void aClassCodeLeadsToTheQuestionAndNoIsAsEasyAsYes() {
        World world = world(Allocation.Unit.CLASS);
        var phone = new Visitor();
        phone.get("/join/" + world.codes().getFirst());
        var page = phone.post("/join", "code", world.codes().getFirst());
        assertThat(page.path()).isEqualTo("/keep/age");
        page = phone.post("/keep/age", "date", "1-2-2008");
        assertThat(page.path()).isEqualTo("/keep/done?to=STUDY");
        page = phone.post("/keep/done", "to", "STUDY");
        assertThat(page.path()).isEqualTo("/study");
        assertThat(page.text()).contains("Helpt het skillspaspoort?", "Lees wat het is", "Nu niet");
        assertThat(phone.get("/next").text()).contains("Doe je mee aan een onderzoek?");
        page = phone.post("/study/" + world.study().name() + "/no");
        assertThat(page.text()).contains("beroep uitzoeken en in vijf zinnen beschrijven");
        assertThat(phone.get("/next").text()).doesNotContain("onderzoek?");
        assertThat(enrolments.all(world.study().id())).isEmpty();
        assertThat(phone.get("/passport").path()).as("nothing waits").isEqualTo("/passport");
    }

    @Test
    void somebodyWithoutAnAccountTakesPartByTheLinkAndAgreesToEachPurposeByItself() {
        World world = world(Allocation.Unit.CLASS);
        var phone = new Visitor();
        assertThat(phone.get(world.join()).text()).contains("Zuid", "3 keer", "Bon van € 10");
        assertThat(phone.cookie("skills")).as("looking leaves nothing").isEmpty();
        var page = phone.post(world.join());
        assertThat(page.path()).isEqualTo("/keep/age");
        phone.post("/keep/age", "date", "1-2-2008");
        phone.post("/keep/done", "to", "STUDY");
        page = phone.get(world.consent());
        assertThat(page.html()).doesNotContain("checked");
        page = phone.post(world.consent(), "agree", "use", "unit", "0");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Zonder dit punt kun je niet meedoen");
        page = phone.post(world.consent(), "agree", "answers", "agree", "contact");
        assertThat(page.text()).contains("Kies je klas.");
        page = phone.post(world.consent(), "agree", "answers", "agree", "contact", "unit", "1");
        assertThat(page.path()).isEqualTo("/study");
        assertThat(page.text()).contains("Vanaf 1 maart 2027, 08:00.", "mailen als er een nieuwe");
        Enrolment own = enrolments.all(world.study().id()).getFirst();
        assertThat(own.unit()).isEqualTo("4B");
        assertThat(own.test()).isFalse();
        assertThat(own.pseudonym())
                .hasSize(8)
                .doesNotContain(own.account().toString().substring(0, 4));
        var given =
                jdbc.sql(
                                """
                                select c.fields[1] as field, c.text_version, c.recipient, c.legal_ground from consent c
                                where c.account = :account order by 1
                                """)
                        .param("account", own.account().value())
                        .query()
                        .listOfRows();
        assertThat(given).hasSize(2);
        assertThat(given.getFirst())
                .containsEntry("field", "study/" + world.study().name() + "/answers")
                .containsEntry("legal_ground", "CONSENT");
        assertThat((String) given.getFirst().get("text_version"))
                .startsWith(world.study().name() + " v1 ");
        // One purpose back: the others stand.
        phone.post("/study/" + own.id() + "/back", "purpose", "contact");
        assertThat(phone.get("/study").text()).contains("Ingetrokken.");
        assertThat(datas.of(world.study().id()).participants().getFirst().consented()).isTrue();
        assertThat(phone.post("/study/" + own.id() + "/back", "purpose", "answers").path())
                .as("without the answers there is only stopping")
                .isEqualTo("/study/" + own.id() + "/stop");
    }

    @Test
    void theArmIsTakenWithTheLastAnswerOfTheFirstWaveAndNotBefore() {
        World world = world(Allocation.Unit.PERSON);
        StudyId study = world.study().id();
        Person p = enrolled(world, 0);
        String wave = enrolment(world, p).wave("T1");
        assertThat(p.browser().get(wave).text()).contains("Deze vragen gaan open op 1 maart 2027");
        assertThat(p.browser().post(wave).path()).as("not before it opens").isEqualTo(wave);
        assertThat(p.browser().get("/passport").text()).contains("Je paspoort komt later");
        clock.set(DURING_T1);
        assertThat(p.browser().get("/next").text())
                .contains("Vragen T1 staat open", "tot en met 7 maart");
        var page = p.browser().post(wave);
        for (int n = 0; n < 12; n++) {
            assertThat(page.path()).startsWith("/round/");
            page = p.browser().post(page.path(), "value", "3");
        }
        assertThat(taken(study)).as("one question is open").isZero();
        assertThat(enrolments.arm(enrolment(world, p).id())).isEmpty();
        page = p.browser().post(page.path(), "skip", "rather-not");
        assertThat(page.path()).isEqualTo(wave);
        assertThat(page.text()).contains("Klaar", "Zo viel het lot", "skillspaspoort");
        assertThat(taken(study)).isEqualTo(1);
        Assignment arm = enrolments.arm(enrolment(world, p).id()).orElseThrow();
        assertThat(arm.unit()).isEqualTo("4A");
        // Changing an answer afterwards draws nothing anew.
        String first =
                jdbc.sql("select session from response order by received_at desc limit 1")
                        .query(UUID.class)
                        .single()
                        .toString();
        p.browser().post("/round/" + first + "/1", "value", "0");
        assertThat(taken(study)).isEqualTo(1);
    }

    private int taken(StudyId study) {
        return jdbc.sql(
                        "select count(*) from study_slot where study = :id and taken_at is not null")
                .param("id", study.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whoFinishesAtTheSameMomentGetsASlotEachAndTheArmsStayBalanced() throws Exception {
        World world = world(Allocation.Unit.PERSON);
        List<Person> all = IntStream.range(0, 8).mapToObj(i -> enrolled(world, 0)).toList();
        clock.set(DURING_T1);
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Visitor.Page>> answers =
                    all.stream()
                            .<Callable<Visitor.Page>>map(
                                    p ->
                                            () ->
                                                    answer(
                                                            p.browser(),
                                                            enrolment(world, p).wave("T1"),
                                                            2))
                            .toList();
            for (var done : pool.invokeAll(answers))
                assertThat(done.get().text()).contains("Zo viel het lot");
        }
        assertThat(taken(world.study().id())).isEqualTo(8);
        Map<String, Long> arms =
                enrolments.arms(world.study().id()).values().stream()
                        .collect(Collectors.groupingBy(Assignment::arm, Collectors.counting()));
        assertThat(arms).containsExactlyInAnyOrderEntriesOf(Map.of("now", 4L, "later", 4L));
    }

    @Test
    void theTeachersPagesAreTheSameWhoeverTakesPartRefusesOrStops() {
        World world = world(Allocation.Unit.CLASS);
        var teacher = new Visitor();
        String name =
                jdbc.sql("select name from demo_person where account = :id")
                        .param("id", world.teacher().value())
                        .query(String.class)
                        .single();
        teacher.post("/demo/" + name);
        Person yes = person(Account.AgeGroup.ADULT);
        Person no = person(Account.AgeGroup.ADULT);
        for (Person p : List.of(yes, no)) demo.join(p.account(), world.groups().getFirst());
        clock.set(DURING_T1);
        String before = pages(teacher, world);
        assertThat(before).contains("4A");
        yes.browser().get("/study");
        yes.browser().post(world.join());
        yes.browser().post(world.consent(), "agree", "answers", "age", "");
        no.browser().get("/study");
        no.browser().post(world.consent(), "no", "1");
        assertThat(pages(teacher, world)).isEqualTo(before);
        answer(yes.browser(), enrolment(world, yes).wave("T1"), 1);
        assertThat(pages(teacher, world)).isEqualTo(before);
        yes.browser().post("/study/" + enrolment(world, yes).id() + "/stop", "how", "delete");
        assertThat(pages(teacher, world)).isEqualTo(before);
    }

    /** Byte for byte, but for the token against forged requests and the codes of the moment. */
    private String pages(Visitor teacher, World world) {
        return List.of("/class", "/class/" + world.groups().getFirst().value()).stream()
                .map(p -> teacher.get(p).html())
                .map(h -> h.replaceAll("(_csrf\" value|csrf\" content)=\"[^\"]*\"", "$1"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void underSixteenAParentAgreesToTheSameWordsAndMayTakeItBack() {
        World world = world(Allocation.Unit.CLASS);
        var child = new Visitor();
        child.post("/join", "code", world.codes().getFirst());
        child.post("/keep/age", "date", "1-2-2014");
        var page = child.post("/keep/age", "date", "1-2-2014", "sure", "yes");
        assertThat(page.path()).isEqualTo("/study");
        child.post(world.join());
        assertThat(child.get(world.consent()).text()).contains("nog geen 16");
        page = child.post(world.consent(), "agree", "answers", "agree", "use");
        assertThat(page.path()).isEqualTo("/study/" + world.study().name() + "/parent");
        assertThat(enrolments.all(world.study().id())).as("not before the parent").isEmpty();
        assertThat(child.post(page.path(), "address", "geen adres").status()).isEqualTo(422);
        String address = "ouder-" + UUID.randomUUID() + "@example.org";
        page = child.post(page.path(), "address", address);
        assertThat(page.text()).contains("Zodra die ja zegt");
        String letter =
                jdbc.sql("select body from outbox where recipient = :to")
                        .param("to", address)
                        .query(String.class)
                        .single();
        String link = letter.replaceAll("(?s).*(/study/parent/\\S+).*", "$1");
        var parent = new Visitor();
        assertThat(parent.get(link).text())
                .contains("Mag je kind meedoen?", "onder een nummer en zonder mijn naam")
                .doesNotContain("mailen als er een nieuwe");
        assertThat(enrolments.all(world.study().id())).as("opening decides nothing").isEmpty();
        assertThat(parent.post(link, "answer", "yes").text()).contains("Je zei ja");
        Enrolment own = enrolments.all(world.study().id()).getFirst();
        assertThat(own.unit()).isEqualTo("4A");
        assertThat(
                        jdbc.sql("select count(*) from account_kept where account = :id")
                                .param("id", own.account().value())
                                .query(Integer.class)
                                .single())
                .as("kept, though a child and without a way in of its own")
                .isEqualTo(1);
        clock.set(DURING_T1);
        answer(child, own.wave("T1"), 2);
        assertThat(parent.post(link, "answer", "back").text()).contains("Je kind doet niet mee");
        assertThat(enrolments.all(world.study().id())).isEmpty();
        assertThat(responses(own)).isZero();
        assertThat(parent.post(link, "answer", "yes").text())
                .as("no way back")
                .contains("doet niet mee");
    }

    private int responses(Enrolment e) {
        return jdbc.sql(
                        "select count(*) from assessment_session where account = :a and starts_with(round, :r)")
                .param("a", e.account().value())
                .param("r", e.waves())
                .query(Integer.class)
                .single();
    }

    @Test
    void answersGivenInTimeAreTakenADayLateWithTheirTimeAndLaterOnesAreNot() {
        World world = world(Allocation.Unit.CLASS);
        Person p = enrolled(world, 0);
        Instant closes = WaveClock.closes(world.study().plan(), world.study().plan().wave("T1"));
        clock.set(closes.minus(Duration.ofMinutes(10)));
        String wave = enrolment(world, p).wave("T1");
        String first = p.browser().post(wave).path();
        String base = first.substring(0, first.lastIndexOf('/') + 1);
        clock.set(closes.plus(Duration.ofHours(2)));
        long threeHours = Duration.ofHours(3).toMillis();
        long anHour = Duration.ofHours(1).toMillis();
        var late = new Visitor();
        assertThat(p.browser().postOnce(base + 1, "value", "2", "ago", "" + anHour).status())
                .as("given an hour after the closing")
                .isEqualTo(410);
        assertThat(p.browser().postOnce(base + 1, "value", "2", "ago", "" + threeHours).status())
                .isEqualTo(302);
        assertThat(p.browser().get(base + 2).path()).as("nothing more is asked").isEqualTo(wave);
        assertThat(p.browser().get(wave).text()).contains("Deze vragen zijn gesloten");
        clock.set(closes.plus(Duration.ofHours(23)));
        for (int n = 2; n <= 5; n++)
            p.browser()
                    .postOnce(base + n, "value", "2", "ago", "" + Duration.ofHours(24).toMillis());
        String second =
                jdbc.sql("select id from assessment_session where round = :r and place = 1")
                        .param("r", wave)
                        .query(UUID.class)
                        .single()
                        .toString();
        for (int n = 1; n <= 8; n++)
            p.browser()
                    .postOnce(
                            "/round/" + second + "/" + n,
                            "value",
                            "2",
                            "ago",
                            "" + Duration.ofHours(24).toMillis());
        var answered = enrolments.answered(enrolment(world, p).id()).get("T1");
        assertThat(answered.at()).isBefore(closes).isAfter(closes.minus(Duration.ofHours(2)));
        assertThat(enrolments.arm(enrolment(world, p).id())).isPresent();
        clock.set(closes.plus(Duration.ofHours(25)));
        assertThat(
                        p.browser()
                                .postOnce(
                                        base + 1,
                                        "value",
                                        "4",
                                        "ago",
                                        "" + Duration.ofHours(26).toMillis())
                                .status())
                .as("more than a day after")
                .isEqualTo(410);
        assertThat(late.get(wave).path()).as("somebody else").startsWith("/signin");
    }

    @Test
    void stoppingKeepsAnswersDeletingKeepsACountAndErasingTheAccountDoesTheSame() {
        World world = world(Allocation.Unit.CLASS);
        StudyId study = world.study().id();
        Person stops = enrolled(world, 0);
        Person deletes = enrolled(world, 0);
        Person erases = enrolled(world, 1);
        clock.set(DURING_T1);
        for (Person p : List.of(stops, deletes, erases))
            answer(p.browser(), enrolment(world, p).wave("T1"), 3);
        Enrolment stopped = enrolment(world, stops);
        Enrolment deleted = enrolment(world, deletes);
        assertThat(stops.browser().get("/study/" + stopped.id() + "/stop").text())
                .contains("Stoppen, antwoorden blijven", "Stoppen en alles wissen");
        assertThat(stops.browser().post("/study/" + stopped.id() + "/stop", "how", "keep").text())
                .contains("Je bent gestopt");
        assertThat(
                        deletes.browser()
                                .post("/study/" + deleted.id() + "/stop", "how", "delete")
                                .text())
                .contains("Alles van dit onderzoek is gewist");
        erasure.erase(erases.account());
        clock.set(DURING_T2);
        assertThat(stops.browser().get("/next").text()).doesNotContain("staat open");
        assertThat(stops.browser().get(stopped.wave("T2")).text()).contains("gesloten");
        assertThat(responses(deleted)).isZero();
        StudyData data = datas.of(study);
        assertThat(data.participants()).hasSize(3);
        assertThat(data.participants().stream().filter(Participant::consented))
                .extracting(Participant::id)
                .containsExactly(stopped.pseudonym());
        assertThat(data.answers().get("T1").keySet()).containsExactly(stopped.pseudonym());
        assertThat(data.participants())
                .extracting(Participant::id)
                .doesNotContain(deleted.pseudonym());
        assertThat(data.participants().stream().filter(p -> !p.consented()))
                .as("still counted in the arm and class as allocated")
                .extracting(Participant::unit)
                .containsExactlyInAnyOrder("4A", "4B");
        assertThat(
                        jdbc.sql("select count(*) from study_person where account = :id")
                                .param("id", erases.account().value())
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from consent c where c.account = :id
                                        and not exists (select from consent_withdrawal w where w.consent = c.id)
                                        """)
                                .param("id", deletes.account().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void theDataAreTheRowsUnderPseudonyms() {
        World world = world(Allocation.Unit.CLASS);
        StudyId study = world.study().id();
        List<Person> all = List.of(enrolled(world, 0), enrolled(world, 1));
        clock.set(DURING_T1);
        for (Person p : all) answer(p.browser(), enrolment(world, p).wave("T1"), 3);
        Map<String, Person> byArm =
                all.stream()
                        .collect(
                                Collectors.toMap(
                                        p ->
                                                enrolments
                                                        .arm(enrolment(world, p).id())
                                                        .orElseThrow()
                                                        .arm(),
                                        p -> p));
        assertThat(byArm.keySet()).containsExactlyInAnyOrder("now", "later");
        clock.set(AFTER_T1);
        Person offered = byArm.get("now");
        Person control = byArm.get("later");
        assertThat(offered.browser().get("/passport").path()).isEqualTo("/passport");
        assertThat(control.browser().get("/passport").text())
                .contains("Je paspoort gaat open op 8 juni 2027", "direct na T3");
        assertThat(control.browser().get("/next").text())
                .contains("Je paspoort komt later")
                .doesNotContain("Zo ver ben je");
        usage.completed(offered.account(), Part.PROFILE);
        String unit = enrolment(world, offered).unit();
        lessons.add(
                study,
                new Lessons.Lesson("Zuid", unit, now().minusSeconds(60), now().plusSeconds(60)));
        Participant before = participant(study, world, offered);
        assertThat(before.user()).as("in a lesson is not outside it").isFalse();
        clock.advance(Duration.ofHours(1));
        usage.completed(offered.account(), Part.SHARE);
        Participant after = participant(study, world, offered);
        assertThat(after.user()).isTrue();
        assertThat(after.sittings()).isEqualTo(2);
        assertThat(after.contaminated()).isFalse();
        assertThat(after.age()).isEqualTo(17.0);
        assertThat(participant(study, world, control).contaminated()).isFalse();
        assertThat(participant(study, world, control).user()).isFalse();
        assertThat(control.browser().post("/study/later").path()).isEqualTo("/passport");
        assertThat(participant(study, world, control).contaminated()).isTrue();
        StudyData data = datas.of(study);
        assertThat(data.byLot()).isTrue();
        String pseudonym = enrolment(world, control).pseudonym();
        assertThat(data.answers().get("T1").get(pseudonym))
                .hasSize(9)
                .containsEntry("skillinsight_1", 4)
                .containsEntry("jobinsecurity_4", 4);
        assertThat(data.answers().get("T3")).isEmpty();
        clock.set(DURING_T3);
        answer(control.browser(), enrolment(world, control).wave("T3"), 0);
        assertThat(datas.of(study).answer(pseudonym, "T3", "skillinsight_2")).hasValue(1);
        assertThat(datas.modes(study))
                .isEqualTo(
                        Map.of(
                                "T1", Map.of(Wave.Mode.ONLINE, 2),
                                "T3", Map.of(Wave.Mode.LESSON, 1)));
        assertThat(control.browser().get("/study").text()).contains("Toon mijn bon van € 10");
        clock.set(AFTER_T3);
        control.browser()
                .post("/study/" + enrolment(world, control).id() + "/back", "purpose", "use");
        assertThat(participant(study, world, control).user()).as("use was taken back").isNull();
        assertThat(control.browser().get("/explore").path())
                .as("open after T3")
                .isEqualTo("/explore");
    }

    private Participant participant(StudyId study, World world, Person person) {
        String pseudonym = enrolment(world, person).pseudonym();
        return datas.of(study).participants().stream()
                .filter(p -> p.id().equals(pseudonym))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoSchoolsWithTheSameNumberAreTwoPersonsAndALetterKnowsTheClass() {
        World world = world(Allocation.Unit.CLASS, false);
        StudyId study = world.study().id();
        var classes =
                List.of(
                        new StudyUnit(
                                new skills.evaluation.allocation.Unit("4A", "Zuid", Map.of(), 20),
                                null,
                                null),
                        new StudyUnit(
                                new skills.evaluation.allocation.Unit("4C", "Noord", Map.of(), 20),
                                null,
                                null));
        units.replace(study, classes);
        freezing.freeze(study, 7L, world.teacher());
        String name =
                jdbc.sql("select name from demo_person where account = :id")
                        .param("id", world.teacher().value())
                        .query(String.class)
                        .single();
        var researcher = new Visitor();
        researcher.post("/demo/" + name);
        String at = "/studies/" + study.value() + "/people";
        String to = "noor-" + UUID.randomUUID() + "@example.org";
        var page =
                researcher.upload(
                        at,
                        "file",
                        "lijst.csv",
                        ("nummer;e-mail;school;klas\n1001;;Zuid;4A\n1001;;Noord;4C\n;"
                                        + to
                                        + ";Noord;4C\n;fout;Zuid;4A\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.text()).contains("3 nieuw", "Regel 5: ‘fout’ is geen e-mailadres.");
        assertThat(people.of(study)).hasSize(3);
        researcher.upload(
                at,
                "file",
                "lijst.csv",
                "nummer;school;klas\n1001;Zuid;4A\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(people.of(study)).as("the same again adds nobody").hasSize(3);
        Person p = person(Account.AgeGroup.ADULT);
        assertThat(p.browser().post(world.join(), "number", "9").text())
                .contains("staat niet op de lijst");
        page = p.browser().post(world.join(), "number", "1001");
        assertThat(page.text()).contains("Kies je school.");
        p.browser().post(world.join(), "number", "1001", "school", "Noord");
        p.browser().post(world.consent(), "agree", "answers");
        assertThat(enrolment(world, p).unit()).isEqualTo("4C");
        assertThat(enrolment(world, p).school()).isEqualTo("Noord");
        Person other = person(Account.AgeGroup.ADULT);
        assertThat(other.browser().post(world.join(), "number", "1001", "school", "Noord").text())
                .contains("Hiermee doet al iemand mee");
        researcher.post(at + "/letters");
        String letter =
                jdbc.sql("select body from outbox where recipient = :to")
                        .param("to", to)
                        .query(String.class)
                        .single();
        String link = letter.replaceAll("(?s).*(/study/list/\\S+).*", "$1");
        String token =
                other.browser().get(link).find("name=\"token\" value=\"([^\"]+)\"").orElseThrow();
        other.browser().post(world.join(), "token", token);
        other.browser().post(world.consent(), "agree", "answers");
        assertThat(enrolment(world, other).unit()).isEqualTo("4C");
        assertThat(researcher.get(at).text()).doesNotContain(enrolment(world, other).pseudonym());
        Set<String> names =
                enrolments.all(study).stream()
                        .map(Enrolment::pseudonym)
                        .collect(Collectors.toSet());
        assertThat(names).hasSize(2);
    }

    @Test
    void beforeTheFreezeOnlyATrialTakesPartAndNothingOfItIsLeft() {
        World world = world(Allocation.Unit.CLASS, false);
        StudyId study = world.study().id();
        Person p = person(Account.AgeGroup.ADULT);
        assertThat(p.browser().get(world.join()).text()).contains("nog niet begonnen");
        p.browser().post(world.consent(), "agree", "answers", "unit", "0");
        assertThat(enrolments.tests(study)).isEmpty();
        dryRuns.begin(study, world.teacher());
        p.browser().post(world.join());
        p.browser().post(world.consent(), "agree", "answers", "unit", "0");
        Enrolment own = enrolment(world, p);
        assertThat(own.test()).isTrue();
        assertThat(answer(p.browser(), own.wave("T1"), 2).text()).contains("Zo viel het lot");
        assertThat(answer(p.browser(), own.wave("T2"), 2).text()).contains("Klaar");
        assertThat(datas.of(study).participants()).as("a trial is no data").isEmpty();
        freezing.freeze(study, 7L, world.teacher());
        assertThat(enrolments.tests(study)).isEmpty();
        assertThat(responses(own)).isZero();
        assertThat(p.browser().get("/study").text()).contains("Je doet nu niet mee");
    }

    @Test
    void onTheDayThatThePlanNamesWhatLeadsToPersonsGoesAndTheDataStay() {
        World world = world(Allocation.Unit.CLASS);
        StudyId study = world.study().id();
        List<Person> all = List.of(enrolled(world, 0), enrolled(world, 1), enrolled(world, 1));
        clock.set(DURING_T1);
        for (Person p : all) answer(p.browser(), enrolment(world, p).wave("T1"), 1);
        Enrolment first = enrolment(world, all.getFirst());
        all.get(2)
                .browser()
                .post("/study/" + enrolment(world, all.get(2)).id() + "/stop", "how", "delete");
        clock.set(Instant.parse("2028-06-07T20:00:00Z"));
        String before = datas.of(study).hash();
        retention.tidy();
        assertThat(enrolments.all(study)).as("the day before").hasSize(2);
        clock.set(Instant.parse("2028-06-07T22:00:00Z"));
        retention.tidy();
        assertThat(enrolments.all(study)).isEmpty();
        assertThat(responses(first)).isZero();
        assertThat(all.getFirst().browser().get("/study").text()).contains("Je doet nu niet mee");
        StudyData kept = reports.data(studies.find(study).orElseThrow());
        assertThat(kept.hash()).as("the same data, from files").isEqualTo(before);
        assertThat(kept.participants()).hasSize(3);
        retention.tidy();
        assertThat(reports.data(studies.find(study).orElseThrow()).hash()).isEqualTo(before);
    }

    @Test
    void anotherPersonsWaveIsNotThere() {
        World world = world(Allocation.Unit.CLASS);
        Person mine = enrolled(world, 0);
        Person other = enrolled(world, 0);
        Enrolment own = enrolment(world, mine);
        for (String path : List.of(own.wave("T1"), "/study/" + own.id() + "/stop"))
            assertThat(other.browser().get(path).status()).isEqualTo(404);
        assertThat(other.browser().post("/study/" + own.id() + "/stop", "how", "delete").status())
                .isEqualTo(404);
        assertThat(mine.browser().get(own.wave("T9")).status()).isEqualTo(404);
        assertThat(mine.browser().get("/study/parent/nosuchtoken").status()).isEqualTo(410);
        assertThat(mine.browser().get("/study/no-such-study/join").status()).isEqualTo(404);
    }
}
