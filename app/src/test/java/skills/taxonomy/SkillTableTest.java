package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;

class SkillTableTest extends RoomTest {

    @Autowired SkillTable table;
    @Autowired Occupations occupations;
    @Autowired OccupationProfiles profiles;

    @Test
    void everyOccupationOfEscoAsksWhatTheDatabaseSays() {
        Skillset all = table.now();
        assertThat(all.occupations()).isGreaterThan(3000);
        for (int o = 0; o < all.occupations(); o += 300) {
            OccupationId id = all.occupation(o);
            assertThat(all.at(id)).isEqualTo(o);
            if (profiles.written(id).isPresent()) continue;
            assertThat(ids(all, all.essential(o))).isEqualTo(related(id, true));
            assertThat(ids(all, all.useful(o))).isEqualTo(related(id, false));
        }
    }

    @Test
    void aDescribedOccupationAsksWhatItsDescriptionSays() {
        Skillset all = table.now();
        OccupationProfile profile = profiles.of(profiles.bySlug("cabin-crew").orElseThrow());
        int o = all.at(profile.occupation());
        Set<SkillId> asked = ids(all, all.essential(o));
        asked.addAll(ids(all, all.useful(o)));
        assertThat(asked)
                .isEqualTo(
                        profile.skills().stream()
                                .map(ProfileSkill::skill)
                                .collect(Collectors.toSet()));
    }

    @Test
    void aSkillOfOneOccupationIsRareAndOneOfAllIsNot() {
        var rows = new Skillset.Rows();
        SkillId common = skill(1);
        SkillId rare = skill(2);
        for (int i = 0; i < 10; i++)
            rows.asks(new OccupationId(new UUID(0, i)), common, i % 2 == 0);
        rows.asks(new OccupationId(new UUID(0, 3)), rare, true);
        rows.near(rare, common);
        Skillset all = rows.skillset();
        assertThat(all.rarity(all.at(common))).isEqualTo(0, within(1e-12));
        assertThat(all.rarity(all.at(rare))).isEqualTo(1);
        assertThat(all.askedBy(all.at(common))).hasSize(10).isSorted();
        assertThat(all.near(all.at(rare))).containsExactly(all.at(common));
        assertThat(all.at(skill(9))).isEqualTo(-1);
    }

    private static SkillId skill(int n) {
        return new SkillId(new UUID(1, n));
    }

    private Set<SkillId> related(OccupationId id, boolean essential) {
        List<RelatedSkill> all = occupations.skillsOf(id);
        return all.stream()
                .filter(r -> r.essential() == essential)
                .map(r -> r.skill().id())
                .collect(Collectors.toSet());
    }

    private static Set<SkillId> ids(Skillset all, int[] skills) {
        return Arrays.stream(skills).mapToObj(all::skill).collect(Collectors.toSet());
    }
}
