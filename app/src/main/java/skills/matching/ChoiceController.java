package skills.matching;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;

/** Hiding an occupation, wanting to become one, and taking either back. */
@Controller
@Access(Access.By.HOLDER)
class ChoiceController {

    private final OccupationChoices choices;
    private final Occupations occupations;

    ChoiceController(OccupationChoices choices, Occupations occupations) {
        this.choices = choices;
        this.occupations = occupations;
    }

    @PostMapping("/occupation/{id}/hide")
    ModelAndView hide(Account account, @PathVariable OccupationId id) {
        choices.hide(account.id(), known(id), true);
        return new ModelAndView("redirect:/explore?hidden=" + id.value());
    }

    /**
     * @param to where to go on: list, hidden, or else the page of the occupation
     */
    @PostMapping("/occupation/{id}/show")
    ModelAndView show(
            Account account,
            @PathVariable OccupationId id,
            @RequestParam(defaultValue = "page") String to) {
        choices.hide(account.id(), known(id), false);
        return new ModelAndView(
                "redirect:"
                        + switch (to) {
                            case "list" -> "/explore";
                            case "hidden" -> "/explore/hidden";
                            default -> "/occupation/" + id.value();
                        });
    }

    @PostMapping("/occupation/{id}/wish")
    ModelAndView wish(Account account, @PathVariable OccupationId id) {
        choices.wish(account.id(), known(id), true);
        return new ModelAndView("redirect:/occupation/" + id.value() + "/steps");
    }

    @PostMapping("/occupation/{id}/unwish")
    ModelAndView unwish(Account account, @PathVariable OccupationId id) {
        choices.wish(account.id(), known(id), false);
        return new ModelAndView("redirect:/occupation/" + id.value());
    }

    /** What was hidden, each with a way back. */
    @GetMapping("/explore/hidden")
    ModelAndView hidden(Account account) {
        return new ModelAndView(
                "matching/hidden",
                "choices",
                ChoicesView.of(choices, occupations, account.id(), null));
    }

    private OccupationId known(OccupationId id) {
        return occupations.find(id).map(Occupation::id).orElseThrow(Problem::notFound);
    }
}
