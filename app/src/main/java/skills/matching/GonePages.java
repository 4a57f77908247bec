package skills.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.identity.Account;
import skills.identity.Group;
import skills.identity.GroupId;
import skills.identity.Groups;
import skills.identity.Memberships;
import skills.kernel.LocalizedText;
import skills.matching.GoneView.OfClass;
import skills.matching.GoneView.TopSkill;
import skills.platform.Problem;
import skills.platform.Sentences;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.vacancy.Region;

/** Fills the page about a closed occupation. */
@Component
class GonePages {

    private final Flows flows;
    private final GroupDoors doors;
    private final CountMeIn counting;
    private final Closings closings;
    private final Groups groups;
    private final Memberships memberships;
    private final Skills skills;
    private final OccupationProfiles profiles;
    private final Sentences sentences;

    GonePages(
            Flows flows,
            GroupDoors doors,
            CountMeIn counting,
            Closings closings,
            Groups groups,
            Memberships memberships,
            Skills skills,
            OccupationProfiles profiles,
            Sentences sentences) {
        this.flows = flows;
        this.doors = doors;
        this.counting = counting;
        this.closings = closings;
        this.groups = groups;
        this.memberships = memberships;
        this.skills = skills;
        this.profiles = profiles;
        this.sentences = sentences;
    }

    /** A class that the viewer teaches or is in. */
    record Seen(Group group, boolean teacher) {}

    /** Empty when there is no such class, or it is another's: which of the two is not said. */
    Optional<Seen> seen(Account viewer, UUID group) {
        var id = new GroupId(group);
        Optional<Group> taught = groups.ofTeacher(viewer.id(), id);
        if (taught.isPresent()) return taught.map(g -> new Seen(g, true));
        return memberships.of(viewer.id()).contains(id)
                ? groups.find(id).map(g -> new Seen(g, false))
                : Optional.empty();
    }

    /**
     * @param group null for a page that is about nobody
     */
    GoneView of(Occupation closed, Region region, Optional<Account> viewer, @Nullable UUID group) {
        Optional<Seen> seen =
                group == null
                        ? Optional.empty()
                        : Optional.of(
                                viewer.flatMap(v -> seen(v, group))
                                        .orElseThrow(Problem::notFound));
        Flows.Found found = flows.of(closed, region);
        return new GoneView(
                found,
                region.text(),
                in(region),
                FlowFigure.of(found.flows().stream().map(Flows.Flow::share).toList()),
                named(doors.ofOccupation(closed.id(), found.open())),
                seen.map(s -> ofClass(s, viewer.orElseThrow(), found, region)).orElse(null),
                viewer.map(this::classes).orElse(List.of()));
    }

    /** "in Noord-Holland", to stand within a sentence. */
    LocalizedText in(Region region) {
        return switch (region) {
            case Region.Everywhere e -> sentences.of("gone.in.all");
            case Region.Province p -> sentences.of("gone.in.province", p.name());
            case Region.Around a ->
                    sentences.of("gone.in.near", Integer.toString(a.km()), a.place().name());
        };
    }

    private OfClass ofClass(Seen seen, Account viewer, Flows.Found found, Region region) {
        GroupId group = seen.group.id();
        var cohort = counting.cohort(group);
        List<TopSkill> top =
                cohort.isEnough()
                        ? named(
                                doors.of(
                                        group, cohort, found.closed().id(), region, found.open()))
                        : List.of();
        return new OfClass(
                seen.group,
                seen.teacher,
                cohort.counted().size(),
                cohort.needed(),
                top,
                !seen.teacher && counting.counts(viewer.id(), group),
                closings.of(group, found.closed().id())
                        .filter(c -> c.region().equals(region.text()))
                        .isPresent());
    }

    private List<Group> classes(Account viewer) {
        List<Group> all = new ArrayList<>(groups.ofTeacher(viewer.id()));
        for (GroupId id : memberships.of(viewer.id()))
            if (all.stream().noneMatch(g -> g.id().equals(id)))
                groups.find(id).ifPresent(all::add);
        return List.copyOf(all);
    }

    private List<TopSkill> named(List<GroupDoors.Told> told) {
        Map<SkillId, Skill> words =
                skills.all(told.stream().map(GroupDoors.Told::skill).toList());
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
}
