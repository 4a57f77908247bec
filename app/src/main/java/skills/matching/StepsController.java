package skills.matching;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.matching.OccupationChoices.Kind;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;

/** How to become something: one to three steps, each with what to learn. */
@Controller
@Access(Access.By.HOLDER)
class StepsController {

    private static final int MOST_WAYS = 6;

    private final Steps steps;
    private final Occupations occupations;
    private final OccupationChoices choices;
    private final SearchAreas areas;

    StepsController(
            Steps steps, Occupations occupations, OccupationChoices choices, SearchAreas areas) {
        this.steps = steps;
        this.occupations = occupations;
        this.choices = choices;
        this.areas = areas;
    }

    @GetMapping("/occupation/{id}/steps")
    ModelAndView steps(Account account, @PathVariable OccupationId id) {
        AccountId person = account.id();
        Occupation goal = occupations.find(id).orElseThrow(Problem::notFound);
        Optional<SearchArea> area = areas.of(person);
        Occupation own = steps.own(person).orElse(null);
        boolean hidden = choices.hidden(person).contains(id);
        boolean isOwn = own != null && own.id().equals(id);
        var view =
                new StepsView(
                        goal,
                        own,
                        hidden,
                        choices.since(person, Kind.WISH, id).orElse(null),
                        hidden || isOwn ? List.of() : steps.stops(person, id, area),
                        area.orElse(null));
        // Nearest ways out: when this is one's own occupation, and as a way on when no steps lead
        // there.
        var ways =
                isOwn || view.routes().isEmpty() && !hidden
                        ? steps.waysOut(person, area, MOST_WAYS)
                        : List.<WaysOut.WayOut>of();
        return new ModelAndView("matching/steps", "view", view).addObject("ways", ways);
    }
}
