package skills.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.OptionalData;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Accounts;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillId;

/**
 * A CV goes out as a file and comes in again without loss, and the files of others are read as far
 * as they go.
 */
class ResumeTest extends RoomTest {

    private static final OccupationId GATE =
            OccupationId.parse("7153a12d-85e0-4123-87e9-46bb1a2dc929");

    @Autowired Resumes resumes;
    @Autowired Profiles profiles;
    @Autowired SkillClaims claims;
    @Autowired Accounts accounts;
    @Autowired OccupationProfiles occupations;

    @Test
    void whatGoesOutComesInWithoutLoss() throws Exception {
        AccountId from = accounts.newGuest().id();
        profiles.tell(from, "Noor", "Kalm als het druk is. \"<b>\" שלום 🙂");
        var period = new Period(PartialDate.of(2021, 3), null);
        profiles.save(
                from, new Experience(id(), "Bediening", "De Golf", period, "Regel 1\nRegel 2"));
        profiles.save(from, new Experience(id(), "Krant", "", Period.UNKNOWN, ""));
        profiles.save(
                from,
                new Education(
                        id(),
                        "Horeca",
                        "ROC",
                        Period.in(PartialDate.parse("2024-07-05")),
                        4,
                        "25170",
                        "zorg"));
        profiles.save(
                from,
                new Education(
                        id(),
                        "Cursus",
                        "",
                        new Period(null, PartialDate.of(2019)),
                        null,
                        null,
                        ""));
        profiles.save(
                from,
                new Activity(
                        id(),
                        Activity.Kind.HOBBY,
                        "Zeilen",
                        "Club",
                        Period.in(PartialDate.of(2019)),
                        "wind"));
        profiles.save(
                from,
                new Activity(id(), Activity.Kind.VOLUNTEER, "Koken", "Buurthuis", period, ""));
        List<SkillId> skills = occupations.of(GATE).skills().stream().map(s -> s.skill()).toList();
        claims.say(from, skills.get(0), Level.WHEN_HARD, ClaimSource.STATEMENT, "s1", null);
        claims.say(
                from,
                skills.get(1),
                null,
                ClaimSource.TASK,
                "t1",
                new LocalizedText("Daarom.", "Because."));
        claims.say(from, skills.get(2), Level.NOT_YET, ClaimSource.STATEMENT, "s1", null);

        AccountId to = accounts.newGuest().id();
        byte[] file = resumes.give(from, Language.NL);
        var outcome = resumes.take(to, file);

        assertThat(outcome.leftOut()).isEmpty();
        assertThat(outcome.added()).isEqualTo(1 + 6 + 3);
        assertThat(profiles.of(to).name()).isEqualTo("Noor");
        assertThat(new String(resumes.give(to, Language.NL), StandardCharsets.UTF_8))
                .isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(claims.current(to)).isEqualTo(claims.current(from));

        var again = resumes.take(to, file);
        assertThat(again.added()).isZero();
        assertThat(again.known()).isEqualTo(9);
        assertThat(profiles.of(to).entries()).isEqualTo(6);
    }

    @Test
    void theFileOfAnotherProgramIsReadAsFarAsItGoes() throws Exception {
        AccountId account = accounts.newGuest().id();
        var outcome = resumes.take(account, sample());
        Profile profile = profiles.of(account);
        assertThat(profile.sentence()).isEqualTo("Graag buiten.");
        assertThat(profile.experiences())
                .extracting(Experience::title)
                .containsExactlyInAnyOrder("Bediening", "Verkoop", "Oppas", "Krant", "7");
        var service =
                profile.experiences().stream()
                        .filter(e -> e.title().equals("Bediening"))
                        .findFirst()
                        .orElseThrow();
        assertThat(service.period()).isEqualTo(new Period(PartialDate.of(2022, 6), null));
        assertThat(service.words()).isEqualTo("Kassa gedraaid\nFooien verdeeld");
        assertThat(profile.experiences())
                .filteredOn(e -> e.title().equals("Verkoop"))
                .extracting(Entry::period)
                .containsExactly(new Period(PartialDate.of(2011, 3), null));
        assertThat(profile.educations()).singleElement().extracting(Education::eqf).isEqualTo(3);
        assertThat(outcome.leftOut())
                .extracting(Resume.LeftOut::where, Resume.LeftOut::reason)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("work[2]", "profile.left.date"),
                        org.assertj.core.groups.Tuple.tuple("work[3]", "profile.left.order"),
                        org.assertj.core.groups.Tuple.tuple("work[4]", "profile.left.title"),
                        org.assertj.core.groups.Tuple.tuple("work[5]", "profile.left.object"),
                        org.assertj.core.groups.Tuple.tuple("work: url", "profile.left.section"),
                        org.assertj.core.groups.Tuple.tuple(
                                "basics: email", "profile.left.section"),
                        org.assertj.core.groups.Tuple.tuple("skills[0]", "profile.left.skill"),
                        org.assertj.core.groups.Tuple.tuple("awards", "profile.left.section"));
    }

    @Test
    void theSampleOfTheSchemaIsRead() throws Exception {
        byte[] file =
                Files.readAllBytes(
                        OptionalData.need("matching/resume-formats/jsonresume_sample.resume.json"));
        AccountId account = accounts.newGuest().id();
        resumes.take(account, file);
        Profile profile = profiles.of(account);
        assertThat(profile.experiences())
                .singleElement()
                .extracting(Entry::title)
                .isEqualTo("CEO/President");
        assertThat(profile.educations()).singleElement().extracting(Education::eqf).isEqualTo(6);
        assertThat(profile.activities())
                .extracting(Entry::title)
                .containsExactlyInAnyOrder("Teacher", "Wildlife");
    }

    @Test
    void whatStandsHereIsNotReplaced() throws Exception {
        AccountId account = accounts.newGuest().id();
        profiles.tell(account, "Noor", "Mijn zin.");
        assertThat(resumes.take(account, sample()).leftOut())
                .contains(new Resume.LeftOut("basics.name", "profile.left.kept"));
        assertThat(profiles.of(account).name()).isEqualTo("Noor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "geen json", "{\"work\": [", "[]", "7", "null", "{\"iets\": 1}"})
    void whatIsNoResumeChangesNothing(String file) {
        AccountId account = accounts.newGuest().id();
        assertThatThrownBy(() -> resumes.take(account, file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Resume.Unreadable.class);
        assertThat(profiles.of(account).isEmpty()).isTrue();
    }

    @Test
    void aFileIsUploadedAndDownloadedInTheBrowser() throws IOException {
        var visitor = new Visitor();
        visitor.post("/start", "choice", "OCCUPATION:" + GATE);
        assertThat(visitor.upload("/profile/resume", "file", "cv.json", sample()).text())
                .contains("Je cv is gelezen", "Dit deel bewaren we niet");
        assertThat(visitor.get("/passport").text())
                .contains("Strandtent De Golf", "sinds juni 2022", "Graag buiten.");
        assertThat(visitor.get("/profile/resume.json").html())
                .contains("\"position\" : \"Bediening\"");
        byte[] latin = "{\"basics\":{\"name\":\"Zo\u00eb\"}}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(visitor.upload("/profile/resume", "file", "x.json", latin).text())
                .contains("geen JSON-bestand");
        assertThat(visitor.upload("/profile/resume", "file", "x.json", new byte[0]).text())
                .contains("Kies eerst een bestand");
        assertThat(visitor.upload("/profile/resume", "file", "x.json", new byte[1_000_001]).text())
                .contains("te groot");
    }

    private static byte[] sample() throws IOException {
        try (var in = ResumeTest.class.getResourceAsStream("/resumes/others.json")) {
            return in.readAllBytes();
        }
    }

    private static EntryId id() {
        return new EntryId(UUID.randomUUID());
    }
}
