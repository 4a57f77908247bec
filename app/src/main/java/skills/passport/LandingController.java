package skills.passport;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.LocalizedText;
import skills.matching.Matcher;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;

/** The first page, with a real board: where the skills of one trade lead. */
@Controller
@Access(Access.By.EVERYONE)
class LandingController {

    /** The trade of the experiment that this product comes from. */
    private static final String EXAMPLE = "passenger-handling";

    private static final int SHOWN = 4;

    private final OccupationProfiles profiles;
    private final Matcher matcher;

    LandingController(OccupationProfiles profiles, Matcher matcher) {
        this.profiles = profiles;
        this.matcher = matcher;
    }

    record LandingView(
            boolean returning,
            Optional<LocalizedText> from,
            List<Matcher.OccupationMatch> departures) {}

    @GetMapping("/")
    ModelAndView landing(Optional<Account> account) {
        Optional<OccupationId> example = profiles.bySlug(EXAMPLE);
        return new ModelAndView(
                "passport/landing",
                "view",
                new LandingView(
                        account.isPresent(),
                        example.map(o -> profiles.of(o).title()),
                        example.map(o -> matcher.departures(o, SHOWN)).orElse(List.of())));
    }

    /** What happens with data, in plain words. */
    @GetMapping("/about/privacy")
    ModelAndView privacy() {
        return new ModelAndView("passport/privacy");
    }

    /** How the product computes, and from what. */
    @GetMapping("/about/reckoning")
    ModelAndView reckoning() {
        return new ModelAndView("passport/reckoning");
    }
}
