package skills.passport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Sittings;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.matching.SearchAreas;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.taxonomy.Qualification;
import skills.taxonomy.Qualifications;
import skills.taxonomy.Task;
import skills.taxonomy.TitleSearch;
import skills.taxonomy.TitleSearch.Found;
import skills.vacancy.Place;
import skills.vacancy.Places;

/**
 * The two-minute start: choose, tap, give a place if you like, see the result. No account asked.
 */
@Controller
@Access(Access.By.EVERYONE)
class StartController {

    private static final int LONGEST = 100;
    private static final int HITS = 5;

    private final Sittings sittings;
    private final Begin begin;
    private final Starts starts;
    private final TitleSearch titles;
    private final Occupations occupations;
    private final Qualifications qualifications;
    private final Places places;
    private final SearchAreas areas;

    StartController(
            Sittings sittings,
            Begin begin,
            Starts starts,
            TitleSearch titles,
            Occupations occupations,
            Qualifications qualifications,
            Places places,
            SearchAreas areas) {
        this.sittings = sittings;
        this.begin = begin;
        this.starts = starts;
        this.titles = titles;
        this.occupations = occupations;
        this.qualifications = qualifications;
        this.places = places;
        this.areas = areas;
    }

    /**
     * @param q what was typed, where the page works without script
     */
    @GetMapping("/start")
    ModelAndView start(@RequestParam(defaultValue = "") String q, Locale locale) {
        return new ModelAndView("passport/start", "view", new StartView(options(q, locale), null));
    }

    /** The list under the field while somebody types. */
    @GetMapping("/start/options")
    ModelAndView options(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String of,
            Locale locale) {
        return new ModelAndView("passport/options", "view", options(q, locale).only(of != null));
    }

    private OptionsView options(String q, Locale locale) {
        String asked = clean(q);
        Found found =
                asked.isEmpty()
                        ? new Found(List.of(), null)
                        : titles.search(asked, Language.of(locale), HITS);
        return new OptionsView(asked, found, false);
    }

    private static String clean(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    /**
     * @param choice {@code OCCUPATION:uuid}, {@code QUALIFICATION:crebo}, or empty with an own word
     *     in q
     */
    @PostMapping("/start")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String[] parts = choice.split(":", 2);
        String own = clean(q);
        if (parts.length < 2 && own.isEmpty()) return new ModelAndView("redirect:/start");
        // Look first, so that a made-up choice opens no account.
        if (parts[0].equals(TitleSearch.Kind.QUALIFICATION.name())) {
            Qualification chosen = qualifications.find(parts[1]).orElseThrow(Problem::notFound);
            List<OccupationId> leads = qualifications.occupationsOf(chosen.crebo());
            OccupationId only = leads.size() == 1 ? leads.getFirst() : null;
            begin.choose(account(request, response), chosen.name(), chosen.crebo(), only);
            return new ModelAndView(
                    only == null ? "redirect:/start/occupation" : "redirect:/start/tasks");
        }
        if (parts[0].equals(TitleSearch.Kind.OCCUPATION.name())) {
            Occupation chosen = occupation(parts[1]);
            begin.choose(
                    account(request, response),
                    chosen.name().in(Language.of(locale)),
                    null,
                    chosen.id());
            return new ModelAndView("redirect:/start/tasks");
        }
        begin.choose(account(request, response), own, null, null);
        return new ModelAndView("redirect:/start/tasks");
    }

    private Occupation occupation(String id) {
        try {
            return occupations.find(OccupationId.parse(id)).orElseThrow(Problem::notFound);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound();
        }
    }

    private AccountId account(HttpServletRequest request, HttpServletResponse response) {
        return sittings.currentOrGuest(request, response).id();
    }

    /** A course that leads to several occupations, or to none that we know: which one is it? */
    @GetMapping("/start/occupation")
    ModelAndView which(Optional<Account> account) {
        Optional<Start> start = account.flatMap(a -> starts.of(a.id()));
        if (start.isEmpty() || start.get().crebo() == null)
            return new ModelAndView("redirect:/start");
        List<OccupationId> leads = qualifications.occupationsOf(start.get().crebo());
        return new ModelAndView(
                "passport/which",
                "view",
                new WhichView(start.get().chosen(), occupations.all(leads), leads));
    }

    @PostMapping("/start/occupation")
    ModelAndView which(Optional<Account> account, @RequestParam(defaultValue = "") String choice) {
        Optional<Start> start = account.flatMap(a -> starts.of(a.id()));
        if (start.isEmpty()) return new ModelAndView("redirect:/start");
        Occupation chosen = choice.isEmpty() ? null : occupation(choice.replace("OCCUPATION:", ""));
        begin.choose(
                account.get().id(),
                start.get().chosen(),
                start.get().crebo(),
                chosen == null ? null : chosen.id());
        return new ModelAndView("redirect:/start/tasks");
    }

    @GetMapping("/start/tasks")
    ModelAndView tasks(
            Optional<Account> account, @RequestParam(required = false) @Nullable String none) {
        Optional<Start> start = account.flatMap(a -> starts.of(a.id()));
        if (start.isEmpty()) return new ModelAndView("redirect:/start");
        List<Task> offered = begin.offered(start.get().occupation());
        return new ModelAndView(
                "passport/tasks", "view", TasksView.of(start.get(), offered, none != null));
    }

    @PostMapping("/start/tasks")
    ModelAndView tasks(
            Optional<Account> account,
            @RequestParam(name = "t", required = false) @Nullable List<String> tapped) {
        Optional<Start> start = account.flatMap(a -> starts.of(a.id()));
        if (start.isEmpty()) return new ModelAndView("redirect:/start");
        boolean any = begin.tap(account.get().id(), tapped == null ? Set.of() : Set.copyOf(tapped));
        return new ModelAndView(any ? "redirect:/start/place" : "redirect:/start/tasks?none");
    }

    @GetMapping("/start/place")
    ModelAndView place(Optional<Account> account, @RequestParam(defaultValue = "") String q) {
        if (account.flatMap(a -> starts.of(a.id())).isEmpty())
            return new ModelAndView("redirect:/start");
        String asked = clean(q);
        List<Place> found = asked.isEmpty() ? List.of() : places.search(asked, HITS);
        return new ModelAndView("passport/place", "view", new PlaceView(asked, found));
    }

    /** An empty place means: anywhere. Several places of that name: choose one. */
    @PostMapping("/start/place")
    ModelAndView place(
            Optional<Account> account,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String id) {
        if (account.isEmpty()) return new ModelAndView("redirect:/start");
        AccountId who = account.get().id();
        String asked = clean(q);
        List<Place> found =
                id != null
                        ? places.find(id).map(List::of).orElse(List.of())
                        : asked.isEmpty() ? List.of() : places.search(asked, HITS);
        if (found.isEmpty() && !asked.isEmpty()) {
            return new ModelAndView("passport/place", "view", new PlaceView(asked, List.of()));
        }
        if (found.size() > 1 && !sameSpot(found))
            return new ModelAndView("passport/place", "view", new PlaceView(asked, found));
        if (found.isEmpty()) areas.clear(who);
        else areas.set(who, found.getFirst(), SearchAreas.USUAL_KM);
        return new ModelAndView("redirect:/start/result");
    }

    /** Several names for one postcode need no question. */
    private static boolean sameSpot(List<Place> found) {
        return found.stream()
                .allMatch(
                        p ->
                                skills.vacancy.Distance.km(
                                                p, found.getFirst().lat(), found.getFirst().lon())
                                        < 10);
    }
}
