package skills.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.assessment.SkillLists;
import skills.identity.Group;
import skills.identity.GroupId;
import skills.identity.Groups;
import skills.identity.Memberships;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;

/** What a person's classes have closed, each as one line that leads to its page. */
@Component
public class ClosedLines {

    private final Closings closings;
    private final Memberships memberships;
    private final Groups groups;
    private final Occupations occupations;
    private final SkillLists lists;

    ClosedLines(
            Closings closings,
            Memberships memberships,
            Groups groups,
            Occupations occupations,
            SkillLists lists) {
        this.lists = lists;
        this.closings = closings;
        this.memberships = memberships;
        this.groups = groups;
        this.occupations = occupations;
    }

    /**
     * @param href of the page about it, for the class
     */
    public record Line(LocalizedText title, String href) {}

    /** Of the classes that a person is in, the latest first. */
    public List<Line> of(AccountId account) {
        return lines(memberships.of(account));
    }

    /**
     * That the person's own occupation was closed by one of her classes, the latest; at most one.
     *
     * @param since only what was closed after this instant; null for whenever
     */
    public Optional<Line> own(AccountId account, @Nullable Instant since) {
        Optional<OccupationId> own = lists.occupation(account);
        List<GroupId> of = own.isEmpty() ? List.of() : memberships.of(account);
        if (of.isEmpty()) return Optional.empty();
        return lines(
                        closings.of(of).stream()
                                .filter(c -> c.occupation().equals(own.get()))
                                .filter(c -> since == null || c.closedAt().isAfter(since))
                                .limit(1)
                                .toList())
                .stream()
                .findFirst();
    }

    /** Of the classes that a teacher made. */
    List<Line> ofTeacher(AccountId teacher) {
        return lines(groups.ofTeacher(teacher).stream().map(Group::id).toList());
    }

    List<Line> lines(Collection<GroupId> of) {
        return of.isEmpty() ? List.of() : lines(closings.of(of));
    }

    private List<Line> lines(List<Closings.Closing> closed) {
        Map<OccupationId, Occupation> named =
                occupations.all(closed.stream().map(Closings.Closing::occupation).toList());
        return closed.stream()
                .filter(c -> named.containsKey(c.occupation()))
                .map(
                        c ->
                                new Line(
                                        named.get(c.occupation()).name(),
                                        "/gone/"
                                                + c.occupation()
                                                + "?region="
                                                + c.region()
                                                + "&class="
                                                + c.group().value()))
                .toList();
    }
}
