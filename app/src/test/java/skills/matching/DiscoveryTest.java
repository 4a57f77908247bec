package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Task;

/** Skills behind tapped tasks, on everything that was written about occupations. */
class DiscoveryTest extends RoomTest {

    @Autowired OccupationProfiles profiles;

    private static List<Discovery> find(OccupationProfile profile, List<Task> tapped) {
        Set<SkillId> own =
                profile.skills().stream().map(ProfileSkill::skill).collect(Collectors.toSet());
        return SkillDiscovery.discover(profile.tasks(), tapped, own, Set.of(), 3);
    }

    private static List<Task> some(List<Task> tasks, int n, Random random) {
        List<Task> left = new ArrayList<>(tasks);
        List<Task> taken = new ArrayList<>();
        while (taken.size() < n) taken.add(left.remove(random.nextInt(left.size())));
        return taken;
    }

    @Test
    void fourTapsGiveThreeSkillsThatWereNotNamedAndEachReasonNamesATappedPhrase() {
        var random = new Random(4);
        for (OccupationId id : profiles.written()) {
            OccupationProfile profile = profiles.of(id);
            for (int i = 0; i < 50; i++) {
                List<Task> tapped = some(profile.tasks(), 4, random);
                List<Discovery> found = find(profile, tapped);
                assertThat(found).hasSize(3);
                Set<SkillId> named =
                        tapped.stream()
                                .flatMap(t -> t.shows().stream())
                                .collect(Collectors.toSet());
                for (Discovery d : found) {
                    assertThat(named).doesNotContain(d.skill());
                    assertThat(tapped.stream().map(Task::phrase)).containsAll(d.phrases());
                    assertThat(d.phrases()).isNotEmpty();
                    assertThat(d.because().nl()).isNotBlank();
                }
                assertThat(found.stream().map(Discovery::skill)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void differentTapsGiveDifferentSkills() {
        var random = new Random(5);
        int same = 0;
        int pairs = 0;
        for (OccupationId id : profiles.written()) {
            OccupationProfile profile = profiles.of(id);
            for (int i = 0; i < 50; i++) {
                List<Task> eight = some(profile.tasks(), 8, random);
                Set<SkillId> one = skills(find(profile, eight.subList(0, 4)));
                Set<SkillId> other = skills(find(profile, eight.subList(4, 8)));
                pairs++;
                if (one.equals(other)) same++;
            }
        }
        assertThat(pairs).isEqualTo(50 * profiles.written().size());
        assertThat(same).isZero();
    }

    @Test
    void oneTapGivesAtLeastTwoSkills() {
        for (OccupationId id : profiles.written())
            for (Task task : profiles.of(id).tasks())
                assertThat(find(profiles.of(id), List.of(task)).size())
                        .as(task.id())
                        .isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatWasDeniedIsNotFoundAgain() {
        OccupationProfile profile = profiles.of(profiles.written().getFirst());
        List<Task> tapped = profile.tasks().subList(0, 4);
        Set<SkillId> first = skills(find(profile, tapped));
        Set<SkillId> again =
                skills(SkillDiscovery.discover(profile.tasks(), tapped, Set.of(), first, 3));
        assertThat(again).doesNotContainAnyElementsOf(first);
    }

    @Test
    void withoutTapsNothingIsFound() {
        OccupationProfile profile = profiles.of(profiles.written().getFirst());
        assertThat(find(profile, List.of())).isEmpty();
    }

    private static Set<SkillId> skills(List<Discovery> found) {
        return found.stream().map(Discovery::skill).collect(Collectors.toCollection(HashSet::new));
    }
}
