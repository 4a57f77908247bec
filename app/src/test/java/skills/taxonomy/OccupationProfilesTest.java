package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import skills.RoomTest;

class OccupationProfilesTest extends RoomTest {

    private static final OccupationId TECHNICAL_DIRECTOR =
            OccupationId.of(
                    "http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34");

    @Autowired OccupationProfiles profiles;
    @Autowired Occupations occupations;
    @Autowired Skills skills;
    @Autowired Qualifications qualifications;
    @Autowired OnetFacts onet;
    @Autowired Authored authored;

    @Test
    void sixteenOccupationsAreWrittenOutAndKnownToEsco() {
        assertThat(profiles.written()).hasSize(16);
        for (OccupationId id : profiles.written()) {
            assertThat(occupations.find(id)).isPresent();
            OccupationProfile profile = profiles.of(id);
            assertThat(profile.generated()).isFalse();
            assertThat(profile.skills())
                    .allSatisfy(
                            s -> {
                                assertThat(s.levels()).hasSize(5);
                                assertThat(skills.find(s.skill())).isPresent();
                            });
            assertThat(profile.tasks().stream().map(Task::context).collect(Collectors.toSet()))
                    .contains(
                            Task.Context.WORK,
                            Task.Context.SCHOOL,
                            Task.Context.HOBBY,
                            Task.Context.HOME);
        }
    }

    @Test
    void noSentenceIsThereTwice() {
        List<String> sentences =
                profiles.written().stream()
                        .flatMap(id -> profiles.of(id).skills().stream())
                        .flatMap(s -> s.levels().stream())
                        .map(l -> l.nl())
                        .toList();
        assertThat(sentences).doesNotHaveDuplicates().hasSizeGreaterThan(16 * 8 * 5 - 1);
    }

    @Test
    void everyOtherOccupationHasAGeneratedProfileThatSaysSo() {
        OccupationProfile profile = profiles.of(TECHNICAL_DIRECTOR);
        assertThat(profile.generated()).isTrue();
        assertThat(profile.skills()).hasSizeBetween(1, 12);
        assertThat(profile.skills().getFirst().essential()).isTrue();
        assertThat(profile.skills().getFirst().levels().getFirst().nl())
                .isEqualTo(
                        "Ik heb ‘"
                                + profile.skills().getFirst().name().nl()
                                + "’ nog niet gedaan.");
        assertThat(profile.tasks()).hasSize(12);
        Task task = profile.tasks().getFirst();
        assertThat(task.hints())
                .isNotEmpty()
                .allSatisfy(
                        h -> {
                            assertThat(task.shows()).doesNotContain(h.skill());
                            assertThat(h.because().nl())
                                    .matches("In (alle \\d+|\\d+ van de \\d+) beroepen .*");
                        });
        assertThat(profiles.task(task.id())).contains(task);
        assertThat(profiles.of(TECHNICAL_DIRECTOR)).isEqualTo(profile);
    }

    @Test
    void theNumbersInAHintAreCounted() {
        Task task = profiles.of(TECHNICAL_DIRECTOR).tasks().getFirst();
        Hint hint = task.hints().getFirst();
        int both =
                jdbc.sql(
                                """
                        select count(*) from occupation_skill a join occupation_skill b using (occupation)
                        where a.skill = :a and b.skill = :b
                        """)
                        .param("a", task.shows().getFirst().value())
                        .param("b", hint.skill().value())
                        .query(Integer.class)
                        .single();
        assertThat(hint.because().en()).containsPattern("In (all )?" + both + " ");
    }

    @Test
    void tasksAreFoundAgainAndUnknownOnesAreNot() {
        for (OccupationId id : profiles.written())
            for (Task task : profiles.of(id).tasks())
                assertThat(profiles.task(task.id())).contains(task);
        assertThat(profiles.task("esco.no-uuid")).isEmpty();
        assertThat(profiles.task("cabin-crew.never-written")).isEmpty();
    }

    @Test
    void aMistakeInTheContentIsToldWithItsPlace() {
        String file =
                "slug: x\nesco: http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34\n"
                        + "title: {nl: \"X\", en: \"X\"}\nsummary: {nl: \"X\", en: \"X\"}\n";
        assertThatThrownBy(() -> with(file + "skils: []\ntasks: []\n"))
                .hasMessageContaining("x.yaml")
                .hasMessageContaining("unknown key 'skils'");
        assertThatThrownBy(() -> with(file + "skills: []\ntasks: []\n"))
                .hasMessageContaining("skills: 0 entries, 8 to 12 are needed");
        assertThatThrownBy(() -> with(file)).hasMessageContaining("'skills' is missing");
        assertThatThrownBy(() -> with("slug: [")).hasMessageContaining("not valid YAML");
    }

    @Test
    void aLaterNumberOfAQualificationLeadsToTheSameOccupations() {
        OccupationId checkIn = authored.slugs().get("passenger-handling");
        OccupationId cabin = authored.slugs().get("cabin-crew");
        for (String crebo : List.of("25363", "27040", "91850"))
            assertThat(qualifications.occupationsOf(crebo))
                    .as(crebo)
                    .containsExactly(checkIn, cabin);
        assertThat(qualifications.find("27040"))
                .hasValueSatisfying(
                        q -> {
                            assertThat(q.name()).isEqualTo("Luchtvaartdienstverlener");
                            assertThat(q.level()).isEqualTo(4);
                        });
        assertThat(qualifications.find("99999")).isEmpty();
        assertThat(
                        jdbc.sql("select count(*) from qualification where same_as is null")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1160);
    }

    @Test
    void eachPairOfOccupationAndSkillIsThereOnce() {
        assertThat(
                        jdbc.sql(
                                        "select count(*) from (select 1 from occupation_skill group by occupation, skill having count(*) > 1) x")
                                .query(Integer.class)
                                .single())
                .isZero();
        OccupationId cabin = authored.slugs().get("cabin-crew");
        List<SkillId> all = occupations.skillsOf(cabin).stream().map(r -> r.skill().id()).toList();
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();
        assertThat(Set.copyOf(all)).hasSameSizeAs(all);
    }

    @Test
    void onetTellsHowMuchPreparationAFlightAttendantNeeds() {
        assertThat(onet.of(authored.slugs().get("cabin-crew")))
                .hasValueSatisfying(
                        f -> {
                            assertThat(f.title()).isEqualTo("Flight Attendants");
                            assertThat(f.jobZone()).isBetween(1, 5);
                            assertThat(f.topSkills()).hasSize(10);
                            assertThat(f.topSkills().getFirst().importance()).isBetween(3.0, 5.0);
                            assertThat(f.related()).isNotEmpty();
                        });
    }

    private static void with(String occupation) {
        Resource file =
                new ByteArrayResource(occupation.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public String getFilename() {
                        return "x.yaml";
                    }
                };
        new Authored(
                new ClassPathResource("content/skills.yaml"),
                new Resource[] {file},
                new ClassPathResource("content/tasks/everyday.yaml"),
                new ClassPathResource("content/near-skills.yaml"));
    }
}
