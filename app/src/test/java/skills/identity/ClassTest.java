package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.kernel.LocalizedText;
import skills.platform.Faults;

/** Classes and codes of a teacher; organisations of an administrator. */
class ClassTest extends IdentityTest {

    @Autowired Organizations organizations;

    @Test
    void aTeacherMakesAClassAndACodeForTheBoardAndTakesItBack() {
        School school = school();
        var teacher = teacher(school);
        var made =
                teacher.post(
                        "/class",
                        "name",
                        "LVD4B",
                        "organization",
                        school.organization().value().toString());
        assertThat(made.text()).contains("LVD4B").contains("Nog niemand doet mee");
        var board =
                teacher.post(made.path() + "/code", "until", "", "time", "23:59", "limit", "30");
        assertThat(board.text()).contains("Voor 30 mensen");
        String code = board.find("class=\"code num\">([^<]*)<").orElseThrow();
        assertThat(code).startsWith("LVD-").hasSize(8);
        assertThat(board.html()).contains("<svg class=\"qr\"").contains("/join/" + code);

        var student = new Visitor();
        assertThat(student.post("/join", "code", code).path()).isEqualTo("/keep/age");
        String list = teacher.get(made.path()).text();
        assertThat(list).contains("1 persoon doet mee").contains("Gebruikt 1").contains("Over 29");

        teacher.post(board.path() + "/back");
        assertThat(teacher.get(made.path()).text()).contains("Ingetrokken.");
        assertThat(new Visitor().get("/join/" + code).text()).contains("Deze code is ingetrokken");
    }

    @Test
    void nobodyOpensTheClassOfAnotherTeacher() {
        School mine = school();
        School others = school();
        Invitation code = code(others, Duration.ZERO, Duration.ofHours(1), 5);
        var teacher = teacher(mine);
        String path = "/class/" + others.group().id().value();
        assertThat(teacher.get(path).status()).isEqualTo(404);
        assertThat(teacher.post(path + "/code", "limit", "5").status()).isEqualTo(404);
        String codePath = "/code/" + code.id().value();
        assertThat(teacher.get(path + codePath).status()).isEqualTo(404);
        assertThat(teacher.post(path + codePath + "/back").status()).isEqualTo(404);
        String mixed = "/class/" + mine.group().id().value() + codePath;
        assertThat(teacher.get(mixed).status()).isEqualTo(404);
        teacher.post(mixed + "/back");
        assertThat(invitations.find(code.code()).orElseThrow().takenBackAt()).isNull();
        assertThat(
                        teacher.post(
                                        "/class",
                                        "name",
                                        "X",
                                        "organization",
                                        others.organization().value().toString())
                                .status())
                .isEqualTo(404);
        assertThat(teacher.get("/class/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(teacher.get("/class/not-an-id").status()).isEqualTo(404);
        assertThat(teacher.get("/admin").status()).isEqualTo(404);
    }

    @Test
    void whoDoesNotTeachAnyMoreDoesNotSeeTheClass() {
        School school = school();
        var teacher = teacher(school);
        jdbc.sql("update account_role set ended_at = now() where account = :id")
                .param("id", school.teacher().value())
                .update();
        assertThat(teacher.get("/class").status()).isEqualTo(404);
    }

    @Test
    void aStudentFindsNoClassPage() {
        Kept student = kept();
        assertThat(student.browser().get("/class").status()).isEqualTo(404);
        assertThat(student.browser().get("/admin").status()).isEqualTo(404);
    }

    static Stream<String> oddNames() {
        return Stream.of(
                "<script>alert(1)</script>",
                "👩‍✈️ klas 🛄",
                "כיתה 4 א",
                "\"><img src=x onerror=alert(1)>",
                "a\u0000b",
                "{0} ''{1}");
    }

    @ParameterizedTest
    @MethodSource("oddNames")
    void anOddNameIsShownAsItWasTypedAndDoesNothing(String name) {
        School school = school();
        var teacher = teacher(school);
        var made =
                teacher.post(
                        "/class",
                        "name",
                        name,
                        "organization",
                        school.organization().value().toString());
        assertThat(made.status()).isEqualTo(200);
        // The character zero is taken out of every request before a controller sees it.
        assertThat(made.html()).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(groups.ofTeacher(school.teacher()))
                .extracting(Group::name)
                .contains(Typed.line(name.replace("\u0000", "")));
        assertThat(made.html()).contains("dir=\"auto\"");
        var board = teacher.post(made.path() + "/code", "limit", "3");
        assertThat(board.status()).isEqualTo(200);
        assertThat(
                        new Visitor()
                                .get(
                                        "/join/"
                                                + board.find("class=\"code num\">([^<]*)<")
                                                        .orElseThrow())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void tooLongEmptyAndMissingFieldsGetAMessage() {
        School school = school();
        var teacher = teacher(school);
        String at = school.organization().value().toString();
        assertThat(teacher.post("/class", "name", "x".repeat(10_000), "organization", at).text())
                .contains("hooguit 60 tekens");
        assertThat(teacher.post("/class", "name", "  \t ", "organization", at).text())
                .contains("Vul een naam in");
        assertThat(teacher.post("/class", "name", "X").status()).isEqualTo(400);
        String code = "/class/" + school.group().id().value() + "/code";
        var wrong =
                teacher.post(
                        code,
                        "from",
                        "morgen?",
                        "until",
                        "31-2-2027",
                        "time",
                        "25:99",
                        "limit",
                        "veel");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("Deze datum kunnen we niet lezen")
                .contains("Deze tijd kunnen we niet lezen")
                .contains("Kies een heel getal van 1 tot 1000");
        assertThat(wrong.html()).contains("value=\"31-2-2027\"");
        assertThat(teacher.post(code, "from", "1-1-2020", "limit", "5").text())
                .contains("Deze dag is voorbij");
        assertThat(teacher.post(code, "limit", "0").text()).contains("Kies een heel getal");
        for (String field : List.of("from", "until", "time", "limit"))
            assertThat(teacher.post(code, field, "😀".repeat(3000)).status()).isEqualTo(422);
    }

    @Test
    void aCodeWithoutDatesWorksUntilMidnightInAmsterdam() {
        var noon = Instant.parse("2026-11-25T11:00:00Z");
        var window = new CodeForm("", "", "", "35").read(noon, new Faults()).orElseThrow();
        assertThat(window.from()).isEqualTo(noon);
        assertThat(window.until()).isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
        var lesson =
                new CodeForm("26-11-2026", "", "11.30 uur", "35")
                        .read(noon, new Faults())
                        .orElseThrow();
        assertThat(lesson.from()).isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
        assertThat(lesson.until()).isEqualTo(Instant.parse("2026-11-26T10:30:00Z"));
        var faults = new Faults();
        assertThat(new CodeForm("27-11-2026", "26-11-2026", "", "35").read(noon, faults)).isEmpty();
        assertThat(faults.of("until")).isEqualTo("class.code.until.before");
        LocalDate summer = LocalDate.of(2027, 3, 28);
        var changes =
                new CodeForm(summer.toString(), summer.toString(), "", "1")
                        .read(noon, new Faults())
                        .orElseThrow();
        assertThat(Duration.between(changes.from(), changes.until()))
                .as("a day of 23 hours")
                .isEqualTo(Duration.ofHours(23));
    }

    @Property(tries = 300)
    void aFreshCodeIsReadBackHoweverItIsTyped(@ForAll String groupName) {
        InvitationCode code = InvitationCode.fresh(groupName);
        assertThat(code.value())
                .matches("[A-Z]{3}-[A-Z0-9]{4}")
                .doesNotContainPattern("[0158AEIOUSZB]");
        assertThat(InvitationCode.read(code.value())).contains(code);
        assertThat(InvitationCode.read(" " + code.value().toLowerCase().replace('-', '–') + "\n"))
                .contains(code);
    }

    @Property(tries = 300)
    void whateverIsTypedIsACodeOrNot(@ForAll String typed) {
        InvitationCode.read(typed).ifPresent(c -> assertThat(c.value()).hasSize(8));
    }

    @Test
    void anAdministratorMakesAnOrganisationAndInvitesATeacherByMail() {
        String name = unique("admin-");
        var id = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 9);
        demo.administrator(id);
        var admin = new Visitor();
        admin.post("/demo/" + name);
        String school = unique("Luchthaven College ");
        assertThat(admin.post("/admin/organization", "name", school).text()).contains(school);
        assertThat(admin.post("/admin/organization", "name", "x".repeat(10_000)).text())
                .contains("hooguit 120 tekens");
        var organization =
                organizations.all().stream()
                        .filter(o -> o.name().equals(school))
                        .findAny()
                        .orElseThrow();
        String address = address();
        assertThat(
                        admin.post(
                                        "/admin/teacher",
                                        "address",
                                        address,
                                        "organization",
                                        organization.id().value().toString())
                                .text())
                .contains("De uitnodiging is verstuurd");
        assertThat(
                        admin.post(
                                        "/admin/teacher",
                                        "address",
                                        "nee",
                                        "organization",
                                        organization.id().value().toString())
                                .text())
                .contains("Dit is geen e-mailadres");

        var teacher = new Visitor();
        String link = link(address);
        assertThat(teacher.get(link).text()).contains(school);
        assertThat(teacher.post(link).path()).isEqualTo("/keep/age");
        teacher.post("/keep/age", "date", "1-1-1980");
        teacher.post("/keep/done", "to", "CLASS");
        assertThat(teacher.get("/class").text()).contains("Mijn klassen").contains("Nieuwe klas");
        var given =
                jdbc.sql("select given_by from account_role where organization = :o")
                        .param("o", organization.id().value())
                        .query(UUID.class)
                        .single();
        assertThat(given).as("who gave it").isEqualTo(id.value());
    }

    @Test
    void anAdministratorInvitesAResearcherWhoHasStudiesAndNoClasses() {
        String name = unique("admin-");
        demo.administrator(demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 9));
        var admin = new Visitor();
        admin.post("/demo/" + name);
        var organization = demo.organization(unique("Lectoraat "));
        String address = address();
        admin.post(
                "/admin/researcher",
                "address",
                address,
                "organization",
                organization.value().toString());
        assertThat(organizations.find(organization).orElseThrow().researchers()).isZero();

        var researcher = new Visitor();
        String link = link(address);
        assertThat(researcher.get(link).text()).contains("Onderzoek doen").contains("Lectoraat");
        researcher.post(link);
        researcher.post("/keep/age", "date", "1-1-1980");
        assertThat(researcher.post("/keep/done", "to", "STUDIES").path()).isEqualTo("/studies");
        assertThat(researcher.get("/class").status()).isEqualTo(404);
        assertThat(organizations.find(organization).orElseThrow().researchers()).isOne();
        assertThat(
                        organizations.ofResearcher(
                                demo.person(
                                        name, LocalizedText.same(name), Account.AgeGroup.ADULT, 9)))
                .as("an administrator is no researcher")
                .isEmpty();
    }

    @Test
    void theDemoListsItsPersonsAndAnUnknownOneIsNotThere() {
        School school = school();
        assertThat(new Visitor().get("/demo").text()).contains(school.teacherName());
        assertThat(new Visitor().post("/demo/niemand").status()).isEqualTo(404);
        assertThat(new Visitor().get("/demo/" + school.teacherName()).status())
                .as("not by a link")
                .isNotEqualTo(200);
    }
}
