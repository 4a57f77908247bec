package skills.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import skills.identity.Account;
import skills.identity.Group;
import skills.identity.GroupId;
import skills.identity.Groups;
import skills.identity.Memberships;
import skills.kernel.AccountId;
import skills.matching.GoneView.OfClass;
import skills.taxonomy.OccupationId;
import skills.vacancy.Region;

/** Classes that somebody teaches or is in, and what a closed occupation means for one of them. */
@Component
class GoneClasses {

    private final Groups groups;
    private final Memberships memberships;
    private final CountMeIn counting;
    private final Closings closings;
    private final GroupDoors doors;

    GoneClasses(
            Groups groups,
            Memberships memberships,
            CountMeIn counting,
            Closings closings,
            GroupDoors doors) {
        this.groups = groups;
        this.memberships = memberships;
        this.counting = counting;
        this.closings = closings;
        this.doors = doors;
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

    List<Group> of(Account viewer) {
        List<Group> all = new ArrayList<>(groups.ofTeacher(viewer.id()));
        for (GroupId id : memberships.of(viewer.id()))
            if (all.stream().noneMatch(g -> g.id().equals(id))) groups.find(id).ifPresent(all::add);
        return List.copyOf(all);
    }

    /**
     * @param open occupations with openings that are a way out
     */
    OfClass about(
            Seen seen,
            Account viewer,
            OccupationId closed,
            Region region,
            List<OccupationId> open) {
        GroupId group = seen.group.id();
        Cohort<AccountId> cohort = counting.cohort(group);
        return new OfClass(
                seen.group,
                seen.teacher,
                cohort.counted().size(),
                cohort.needed(),
                cohort.isEnough() ? doors.of(group, cohort, closed, region, open) : List.of(),
                !seen.teacher && counting.counts(viewer.id(), group),
                closings.of(group, closed)
                        .filter(c -> c.region().equals(region.text()))
                        .isPresent());
    }
}
