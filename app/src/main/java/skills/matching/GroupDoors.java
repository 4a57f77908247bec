package skills.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.GroupId;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.matching.GoneView.TopSkill;
import skills.platform.Words;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.taxonomy.Skillset;
import skills.vacancy.Region;

/**
 * The skills that open most doors for a class, over those who count ({@link Cohort}).
 *
 * <p>A figure is made once a day and kept, so that what one person changes in her skills during a
 * lesson cannot be seen from one look to the next; only who counts makes it anew at once. Doors are
 * told by fives, downwards, and a skill is only told when at least {@link #FEWEST} persons gain by
 * it.
 */
@Component
class GroupDoors {

    /** Fewer persons who gain by a skill would be told apart from the group. */
    static final int FEWEST = 5;

    private static final int TOLD = 3;
    private static final int ROUND = 5;

    private final JdbcClient jdbc;
    private final People people;
    private final Reaches reaches;
    private final Skills skills;
    private final OccupationProfiles profiles;
    private final Clock clock;

    GroupDoors(
            JdbcClient jdbc,
            People people,
            Reaches reaches,
            Skills skills,
            OccupationProfiles profiles,
            Clock clock) {
        this.skills = skills;
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.people = people;
        this.reaches = reaches;
        this.clock = clock;
    }

    /**
     * @param doors at least so many, a multiple of five
     */
    private record Told(SkillId skill, int doors) {}

    /**
     * @param occupations where there are openings, other than what is closed
     */
    List<TopSkill> of(
            GroupId group,
            Cohort<AccountId> cohort,
            OccupationId closed,
            Region region,
            List<OccupationId> occupations) {
        if (!cohort.isEnough()) throw new IllegalArgumentException("too few people");
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PLACE);
        String counted = digest(group, cohort);
        Optional<List<Told>> kept = kept(group, closed, region, today, counted);
        if (kept.isPresent()) return named(kept.get());
        List<Told> made = make(cohort, occupations);
        keep(group, closed, region, today, counted, cohort.counted().size(), made);
        return named(made);
    }

    /** For somebody of whom only the closed occupation is known: exact, it is about nobody. */
    List<TopSkill> ofOccupation(OccupationId closed, List<OccupationId> occupations) {
        Reach reach = reaches.now();
        Skillset all = reach.all();
        int from = all.at(closed);
        if (from < 0) return List.of();
        Ability somebody = Ability.worked(all, from);
        return named(
                new Doors(reach)
                        .most(List.of(somebody), numbers(all, occupations)).stream()
                                .limit(TOLD)
                                .map(d -> new Told(all.skill(d.skill()), d.doors()))
                                .toList());
    }

    private List<TopSkill> named(List<Told> told) {
        Map<SkillId, Skill> words = skills.all(told.stream().map(Told::skill).toList());
        Map<SkillId, LocalizedText> learn = profiles.learn();
        return told.stream()
                .filter(t -> words.containsKey(t.skill()))
                .map(
                        t ->
                                new TopSkill(
                                        words.get(t.skill()).name(),
                                        t.doors(),
                                        learn.get(t.skill())))
                .toList();
    }

    private List<Told> make(Cohort<AccountId> cohort, List<OccupationId> occupations) {
        Reach reach = reaches.now();
        Skillset all = reach.all();
        List<Ability> persons =
                cohort.counted().stream().map(p -> Ability.of(all, people.of(p))).toList();
        return new Doors(reach)
                .most(persons, numbers(all, occupations)).stream()
                        .filter(d -> d.persons() >= FEWEST)
                        .limit(TOLD)
                        .map(d -> new Told(all.skill(d.skill()), d.doors() - d.doors() % ROUND))
                        .toList();
    }

    private static List<Integer> numbers(Skillset all, List<OccupationId> occupations) {
        return occupations.stream().map(all::at).filter(o -> o >= 0).toList();
    }

    private Optional<List<Told>> kept(
            GroupId group, OccupationId closed, Region region, LocalDate day, String counted) {
        return jdbc.sql(
                        """
                        select skills, doors from gone_figure
                        where group_id = :group and occupation = :occupation and region = :region
                          and day = :day and counted = :counted
                        """)
                .param("group", group.value())
                .param("occupation", closed.value())
                .param("region", region.text())
                .param("day", day)
                .param("counted", counted)
                .query(
                        (row, n) -> {
                            var skills = (UUID[]) row.getArray("skills").getArray();
                            var doors = (Integer[]) row.getArray("doors").getArray();
                            List<Told> told = new ArrayList<>();
                            for (int i = 0; i < skills.length; i++)
                                told.add(new Told(new SkillId(skills[i]), doors[i]));
                            return told;
                        })
                .optional();
    }

    private void keep(
            GroupId group,
            OccupationId closed,
            Region region,
            LocalDate day,
            String counted,
            int people,
            List<Told> told) {
        jdbc.sql(
                        """
                        insert into gone_figure (group_id, occupation, region, day, counted, people, skills, doors)
                        values (:group, :occupation, :region, :day, :counted, :people, :skills, :doors)
                        on conflict (group_id, occupation, region) do update
                        set day = excluded.day, counted = excluded.counted, people = excluded.people,
                            skills = excluded.skills, doors = excluded.doors
                        """)
                .param("group", group.value())
                .param("occupation", closed.value())
                .param("region", region.text())
                .param("day", day)
                .param("counted", counted)
                .param("people", people)
                .param("skills", told.stream().map(t -> t.skill().value()).toArray(UUID[]::new))
                .param("doors", told.stream().map(Told::doors).toArray(Integer[]::new))
                .update();
    }

    /** The same for the same persons in whatever order; tells nobody who they are. */
    private static String digest(GroupId group, Cohort<AccountId> cohort) {
        String[] ids =
                cohort.counted().stream().map(AccountId::toString).sorted().toArray(String[]::new);
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            (group.value() + Arrays.toString(ids))
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
