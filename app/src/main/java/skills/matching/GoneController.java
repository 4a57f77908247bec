package skills.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Group;
import skills.kernel.Language;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.taxonomy.TitleSearch;
import skills.vacancy.Place;
import skills.vacancy.Places;
import skills.vacancy.Region;
import skills.vacancy.Regions;

/**
 * "Our profession is gone": anybody closes an occupation in a region and sees where its people can
 * go. Figures that name nobody are for everyone; those about a class for its teacher and students.
 */
@Controller
@RequestMapping("/gone")
@Access(Access.By.EVERYONE)
class GoneController {

    private static final int LONGEST = 100;
    private static final int HITS = 8;
    private static final int FARTHEST = 300;

    /** In the form: around the place that is typed beside it. */
    private static final String NEAR = "near";

    private final Occupations occupations;
    private final TitleSearch titles;
    private final Regions regions;
    private final Places places;
    private final GonePages pages;
    private final GoneClasses classes;
    private final ClosedLines lines;

    GoneController(
            Occupations occupations,
            TitleSearch titles,
            Regions regions,
            Places places,
            GonePages pages,
            GoneClasses classes,
            ClosedLines lines) {
        this.occupations = occupations;
        this.titles = titles;
        this.regions = regions;
        this.places = places;
        this.pages = pages;
        this.classes = classes;
        this.lines = lines;
    }

    /**
     * What the form holds.
     *
     * @param q words to search an occupation by
     * @param occupation the chosen one
     * @param region as in an address, or near
     */
    record Form(
            @Nullable String q,
            @Nullable String occupation,
            @Nullable String region,
            @Nullable String place,
            @Nullable String km) {

        String asked() {
            String all = q == null ? "" : q.strip();
            return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
        }

        String chosenRegion() {
            return region == null || region.isBlank() ? Regions.everywhere().text() : region;
        }

        String typedPlace() {
            String all = place == null ? "" : place.strip();
            return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
        }

        int distance() {
            try {
                return km == null ? SearchAreas.USUAL_KM : Integer.parseInt(km);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    @GetMapping
    ModelAndView ask(
            Optional<Account> viewer,
            Form form,
            @RequestParam(name = "class", required = false) @Nullable UUID group,
            Locale locale,
            HttpServletResponse response) {
        Group ofClass = group == null ? null : seen(viewer, group, response);
        var faults = new Faults();
        if (form.occupation() == null || form.occupation().isBlank())
            return page(viewer, form, ofClass, locale, faults);
        Occupation closed = occupation(form.occupation());
        Optional<Region> region = region(form, faults);
        if (region.isEmpty()) return page(viewer, form, ofClass, locale, faults);
        return new ModelAndView(
                "redirect:/gone/"
                        + closed.id()
                        + "?region="
                        + region.get().text()
                        + (group == null ? "" : "&class=" + group));
    }

    /** Only the occupations found, while somebody types. */
    @GetMapping("/options")
    ModelAndView options(Form form, Locale locale) {
        return new ModelAndView("matching/goneoptions", "hits", hits(form, locale))
                .addObject("asked", form.asked());
    }

    @GetMapping("/{occupation}")
    ModelAndView gone(
            Optional<Account> viewer,
            @PathVariable OccupationId occupation,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(name = "class", required = false) @Nullable UUID group,
            Locale locale,
            HttpServletResponse response) {
        Occupation closed = occupations.find(occupation).orElseThrow(Problem::notFound);
        Group ofClass = group == null ? null : seen(viewer, group, response);
        Optional<Region> where = regions.parse(region);
        if (where.isEmpty()) {
            var form =
                    new Form(
                            closed.name().in(Language.of(locale)),
                            closed.id().toString(),
                            null,
                            null,
                            null);
            return page(
                    viewer,
                    form,
                    ofClass,
                    locale,
                    new Faults().add("region", "gone.region.unknown"));
        }
        return new ModelAndView(
                "matching/goneshow", "view", pages.of(closed, where.get(), viewer, group));
    }

    private Group seen(Optional<Account> viewer, UUID group, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return viewer.flatMap(v -> classes.seen(v, group)).orElseThrow(Problem::notFound).group();
    }

    private Occupation occupation(String id) {
        try {
            return occupations.find(OccupationId.parse(id)).orElseThrow(Problem::notFound);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }

    private Optional<Region> region(Form form, Faults faults) {
        if (!form.chosenRegion().equals(NEAR)) {
            Optional<Region> known = regions.parse(form.chosenRegion());
            faults.addIf(known.isEmpty(), "region", "gone.region.unknown");
            return known;
        }
        List<Place> found =
                form.typedPlace().isEmpty() ? List.of() : places.search(form.typedPlace(), 1);
        int km = form.distance();
        faults.addIf(found.isEmpty(), "place", "gone.place.unknown")
                .addIf(km < 1 || km > FARTHEST, "km", "gone.km.wrong");
        return faults.none()
                ? Optional.of(new Region.Around(found.getFirst(), km))
                : Optional.empty();
    }

    private ModelAndView page(
            Optional<Account> viewer,
            Form form,
            @Nullable Group ofClass,
            Locale locale,
            Faults faults) {
        List<ClosedLines.Line> closed =
                viewer.map(
                                v ->
                                        v.is(Account.Role.TEACHER)
                                                ? lines.ofTeacher(v.id())
                                                : lines.of(v.id()))
                        .orElse(List.of());
        var page =
                new ModelAndView(
                        "matching/gone",
                        "view",
                        new GoneView.Ask(
                                form.asked(),
                                hits(form, locale),
                                form.chosenRegion(),
                                form.typedPlace(),
                                form.distance(),
                                regions.provinces(),
                                closed,
                                ofClass,
                                faults));
        if (!faults.none()) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<TitleSearch.Hit> hits(Form form, Locale locale) {
        if (form.asked().isEmpty()) return List.of();
        return titles.search(form.asked(), Language.of(locale), HITS + HITS).hits().stream()
                .filter(h -> h.kind() == TitleSearch.Kind.OCCUPATION)
                .limit(HITS)
                .toList();
    }
}
