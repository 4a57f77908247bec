package skills.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
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

    ClosedLines(
            Closings closings, Memberships memberships, Groups groups, Occupations occupations) {
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

    /** Of the classes that a teacher made. */
    List<Line> ofTeacher(AccountId teacher) {
        return lines(groups.ofTeacher(teacher).stream().map(Group::id).toList());
    }

    List<Line> lines(Collection<GroupId> of) {
        List<Closings.Closing> closed = of.isEmpty() ? List.of() : closings.of(of);
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
