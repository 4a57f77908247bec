package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Problem;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.vacancy.Place;
import skills.vacancy.Places;

/** Where one can go: occupations and open vacancies that fit. */
@Controller
@Access(Access.By.HOLDER)
class ExploreController {

    private static final int LONGEST_QUESTION = 100;

    private final Explorer explorer;
    private final SearchAreas areas;
    private final Places places;
    private final FitSwitches switches;
    private final OccupationChoices choices;
    private final Occupations occupations;
    private final ClosedLines closed;

    ExploreController(
            Explorer explorer,
            SearchAreas areas,
            Places places,
            FitSwitches switches,
            OccupationChoices choices,
            Occupations occupations,
            ClosedLines closed) {
        this.closed = closed;
        this.explorer = explorer;
        this.areas = areas;
        this.places = places;
        this.switches = switches;
        this.choices = choices;
        this.occupations = occupations;
    }

    /**
     * @param q words to search for
     * @param occupation only jobs of this occupation
     * @param more how many times "more" was asked
     * @param hidden hidden a moment ago
     */
    @GetMapping("/explore")
    ModelAndView explore(
            Account account,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OccupationId occupation,
            @RequestParam(defaultValue = "1") int more,
            @RequestParam(required = false) @Nullable OccupationId hidden,
            java.util.Locale locale) {
        String asked = q.strip();
        if (asked.length() > LONGEST_QUESTION) asked = asked.substring(0, LONGEST_QUESTION);
        int pages = Math.clamp(more, 1, 10);
        return new ModelAndView(
                        "matching/explore",
                        "view",
                        explorer.view(account.id(), asked, occupation, pages, Language.of(locale)))
                .addObject("choices", ChoicesView.of(choices, occupations, account.id(), hidden))
                .addObject("closed", closed.of(account.id()));
    }

    /** Lets how one works, or what drives one, count in the explorer; or no longer. */
    @PostMapping("/explore/counts")
    ModelAndView counts(
            Account account, @RequestParam String component, @RequestParam boolean counts) {
        switches.set(account.id(), Component.of(component).orElseThrow(Problem::notFound), counts);
        return new ModelAndView("redirect:/explore");
    }

    /** Sets around which place to look; an empty text means anywhere. */
    @PostMapping("/explore/area")
    ModelAndView area(
            Account account,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(defaultValue = "30") int km) {
        if (place.isBlank() && id == null) {
            areas.clear(account.id());
            return new ModelAndView("redirect:/explore");
        }
        List<Place> found =
                id == null
                        ? places.search(place, 6)
                        : places.find(id).map(List::of).orElse(List.of());
        if (found.isEmpty() || km < 1 || km > 300)
            throw new Problem(org.springframework.http.HttpStatus.BAD_REQUEST, "noplace");
        areas.set(account.id(), found.getFirst(), km);
        return new ModelAndView("redirect:/explore");
    }
}
