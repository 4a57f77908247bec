package skills.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.matching.ExploreView.Job;
import skills.matching.ExploreView.Way;
import skills.matching.Matcher.OccupationMatch;
import skills.matching.Matcher.VacancyMatch;
import skills.taxonomy.OccupationId;
import skills.taxonomy.TitleSearch;
import skills.vacancy.Place;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancies.Search;
import skills.vacancy.Vacancy;
import skills.vacancy.VacancyQuery;

/** Fills the explorer's pages. */
@Component
class Explorer {

    private static final int WAYS = 6;
    private static final int JOBS = 4;

    /** So many beyond what is shown, since the own view may change their order. */
    private static final int MORE = 40;

    /** What was posted lately is counted among so many. */
    private static final int COUNTED = 400;

    private final Matcher matcher;
    private final SearchAreas areas;
    private final TitleSearch titles;
    private final Vacancies vacancies;
    private final Inclinations inclinations;
    private final OwnFits fits;
    private final Explainer explainer;
    private final OccupationChoices choices;
    private final TopJobs top;

    Explorer(
            Matcher matcher,
            SearchAreas areas,
            TitleSearch titles,
            Vacancies vacancies,
            Inclinations inclinations,
            OwnFits fits,
            Explainer explainer,
            OccupationChoices choices,
            TopJobs top) {
        this.inclinations = inclinations;
        this.fits = fits;
        this.explainer = explainer;
        this.choices = choices;
        this.top = top;
        this.matcher = matcher;
        this.areas = areas;
        this.titles = titles;
        this.vacancies = vacancies;
    }

    ExploreView view(
            AccountId account,
            String asked,
            @Nullable OccupationId only,
            int more,
            Language language) {
        Optional<SearchArea> area = areas.of(account);
        Somebody somebody = matcher.somebody(account);
        Inclinations.Own own = inclinations.of(account);
        List<OwnFits.Ranked> ways =
                asked.isEmpty()
                        ? fits.ordered(own.inclination(), matcher.within(somebody, WAYS * more + 1))
                        : fits.asGiven(
                                own.inclination(),
                                searched(somebody, asked, WAYS * more, language));
        List<VacancyMatch> jobs =
                fits.orderedJobs(
                        own.inclination(),
                        matcher.vacancies(
                                somebody, best(somebody, area, asked, only, JOBS * more)));
        int open = top.open(query(area, asked, only), place(area));
        Map<OccupationId, Integer> openings =
                vacancies.openings(
                        ways.stream()
                                .limit((long) WAYS * more)
                                .map(w -> w.match().occupation())
                                .toList());
        return new ExploreView(
                asked,
                area.orElse(null),
                own.counting().stream().map(CountsView::of).toList(),
                somebody.fitter().person().known(),
                somebody.fitter().person().wish(),
                ways.stream().limit((long) WAYS * more).map(w -> way(w, openings)).toList(),
                jobs.stream().limit((long) JOBS * more).map(m -> job(m, area)).toList(),
                more,
                ways.size() > WAYS * more,
                Math.max(0, open - JOBS * more),
                jobs.isEmpty() && area.isPresent() ? within(area.get(), 60, asked, only) : 0);
    }

    private List<OccupationMatch> searched(
            Somebody somebody, String asked, int limit, Language language) {
        return matcher.occupations(
                somebody,
                titles.search(asked, language, limit).hits().stream()
                        .filter(h -> h.kind() == TitleSearch.Kind.OCCUPATION)
                        .map(h -> OccupationId.parse(h.id()))
                        .filter(id -> !somebody.hidden().contains(id))
                        .toList());
    }

    /** Without the vacancies of occupations that the person hid. */
    private List<Vacancy> shown(AccountId account, List<Vacancy> open) {
        Set<OccupationId> hidden = choices.hidden(account);
        if (hidden.isEmpty()) return open;
        return open.stream()
                .filter(v -> v.occupation() == null || !hidden.contains(v.occupation().id()))
                .toList();
    }

    /** The open vacancies in the area that fit best, the best first. */
    List<VacancyMatch> jobs(AccountId account, Optional<SearchArea> area) {
        Somebody somebody = matcher.somebody(account);
        return matcher.vacancies(somebody, best(somebody, area, "", null, JOBS));
    }

    /** Those of occupations that the person hid only when she asks for that occupation. */
    private List<Vacancy> best(
            Somebody somebody,
            Optional<SearchArea> area,
            String asked,
            @Nullable OccupationId only,
            int shown) {
        return top
                .best(
                        somebody.fitter(),
                        query(area, asked, only),
                        place(area),
                        shown + MORE,
                        only == null ? somebody.hidden() : Set.of())
                .stream()
                .map(TopJobs.Scored::vacancy)
                .toList();
    }

    private static @Nullable Place place(Optional<SearchArea> area) {
        return area.map(SearchArea::place).orElse(null);
    }

    private static VacancyQuery query(
            Optional<SearchArea> area, String asked, @Nullable OccupationId only) {
        VacancyQuery all = VacancyQuery.ALL.words(asked).only(only);
        return area.map(a -> all.around(a.place().label(), a.km())).orElse(all);
    }

    List<Vacancy> open(AccountId account, Optional<SearchArea> area) {
        return shown(account, vacancies.open(search(area, "", null)));
    }

    private int within(SearchArea area, int km, String asked, @Nullable OccupationId only) {
        return vacancies.countOpen(
                search(Optional.of(new SearchArea(area.place(), km)), asked, only));
    }

    private static Search search(
            Optional<SearchArea> area, String asked, @Nullable OccupationId only) {
        Search search = Search.all().with(asked).page(0, COUNTED);
        Search of = only == null ? search : search.of(List.of(only));
        return area.map(a -> of.within(a.km(), a.place())).orElse(of);
    }

    private Way way(OwnFits.Ranked ranked, Map<OccupationId, Integer> openings) {
        OccupationMatch m = ranked.match();
        List<SkillFit> strongest = new ArrayList<>(m.match().fits());
        strongest.sort(java.util.Comparator.comparingDouble(f -> -f.weight() * f.hold().share()));
        SkillFit lead = strongest.isEmpty() ? null : strongest.getFirst();
        return new Way(
                m.occupation(),
                m.title(),
                lead == null || lead.hold() == Hold.NONE ? null : lead.name(),
                explainer.inShort(ranked.personal()).orElse(null),
                MeterView.of(m.match()),
                FitView.of(m.fit()),
                openings.getOrDefault(m.occupation(), 0));
    }

    static Job job(VacancyMatch m, Optional<SearchArea> area) {
        Vacancy v = m.vacancy();
        OptionalDouble km =
                area.map(a -> v.kmFrom(a.place().point())).orElse(OptionalDouble.empty());
        LocalDate until = v.openUntil();
        return new Job(
                v,
                MeterView.of(m.match()),
                km.isPresent() ? (int) Math.round(km.getAsDouble()) : null,
                until);
    }
}
