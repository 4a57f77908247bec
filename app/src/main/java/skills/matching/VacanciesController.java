package skills.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.LocalizedText;
import skills.platform.Sentences;
import skills.taxonomy.OccupationId;
import skills.vacancy.Place;
import skills.vacancy.SavedSearch;
import skills.vacancy.SavedSearches;
import skills.vacancy.Vacancy;
import skills.vacancy.VacancyQuery;
import skills.vacancy.VacancyQuery.Order;
import skills.vacancy.VacancyQuery.Part;
import skills.vacancy.VacancySearch;

/** Searching all open vacancies. The address holds the whole search. */
@Controller
@Access(Access.By.HOLDER)
class VacanciesController {

    private static final int ROWS = 20;
    private static final int HELP = 5;

    /** By fit one comes this far; who wants to see more narrows the search. */
    private static final int MOST_BY_FIT = 400;

    private final VacancySearch search;
    private final TopJobs top;
    private final Matcher matcher;
    private final SavedSearches saved;
    private final Sentences sentences;

    VacanciesController(
            VacancySearch search,
            TopJobs top,
            Matcher matcher,
            SavedSearches saved,
            Sentences sentences) {
        this.search = search;
        this.top = top;
        this.matcher = matcher;
        this.saved = saved;
        this.sentences = sentences;
    }

    @GetMapping("/vacancies")
    ModelAndView vacancies(Account account, @RequestParam MultiValueMap<String, String> values) {
        VacancyQuery asked = VacancyQuery.of(values);
        Place near = search.place(asked).orElse(null);
        boolean unknown = !asked.place().isEmpty() && near == null;
        // From now on by the name with what is around it: that finds the same place again.
        String around = near == null ? "" : near.label();
        VacancyQuery query = asked.around(around, asked.km()).page(asked.page());
        boolean byFit = query.order() == Order.FIT;
        Somebody somebody = matcher.somebody(account.id());
        VacancySearch.Found found = search.find(query, near, byFit ? 0 : ROWS);
        int reach = byFit ? Math.min(found.total(), MOST_BY_FIT) : found.total();
        List<Vacancy> rows = byFit ? best(somebody, query, near) : found.rows();
        Optional<SavedSearch> same =
                unknown ? saved.find(account.id(), query) : saved.looked(account.id(), query);
        return new ModelAndView(
                        "matching/vacancies",
                        "view",
                        new VacanciesView(
                                unknown ? asked : query,
                                near,
                                unknown,
                                query.describe(sentences),
                                rows(somebody, rows, near),
                                found.total(),
                                found.counts(),
                                found.corrected(),
                                loosen(query, found),
                                (query.page() + 1) * ROWS >= reach))
                .addObject("saved", same.orElse(null));
    }

    private List<Vacancy> best(Somebody somebody, VacancyQuery query, @Nullable Place near) {
        int to = Math.min(MOST_BY_FIT, (query.page() + 1) * ROWS);
        Set<OccupationId> hidden = query.occupation() == null ? somebody.hidden() : Set.of();
        return top.best(somebody.fitter(), query, near, to, hidden).stream()
                .skip((long) query.page() * ROWS)
                .map(TopJobs.Scored::vacancy)
                .toList();
    }

    /** In the order given. */
    private List<VacanciesView.Row> rows(
            Somebody somebody, List<Vacancy> vacancies, @Nullable Place near) {
        Map<Vacancy, Match> matches = new HashMap<>();
        matcher.vacancies(somebody, vacancies).forEach(m -> matches.put(m.vacancy(), m.match()));
        List<VacanciesView.Row> rows = new ArrayList<>();
        for (Vacancy v : vacancies) {
            Match match = matches.get(v);
            var km = near == null ? java.util.OptionalDouble.empty() : v.kmFrom(near.point());
            rows.add(
                    new VacanciesView.Row(
                            v,
                            MeterView.of(match),
                            why(match),
                            km.isPresent() ? (int) Math.round(km.getAsDouble()) : null));
        }
        return rows;
    }

    private static @Nullable LocalizedText why(Match match) {
        return match.having().stream()
                .max(java.util.Comparator.comparingDouble(f -> f.weight() * f.hold().share()))
                .map(SkillFit::name)
                .orElse(null);
    }

    /** What can go when nothing was found, what helps most first. */
    private List<VacanciesView.Loosen> loosen(VacancyQuery query, VacancySearch.Found found) {
        if (found.total() > 0) return List.of();
        List<VacanciesView.Loosen> all = new ArrayList<>();
        found.without()
                .forEach(
                        (part, n) -> {
                            if (n == 0) return;
                            VacancyQuery without = query.without(part);
                            all.add(
                                    new VacanciesView.Loosen(
                                            part,
                                            only(query, part).describe(sentences),
                                            without.address(),
                                            n));
                        });
        // No single part is to blame: then each part alone.
        if (all.isEmpty() && query.parts().size() > 1)
            for (Part part : query.parts()) {
                VacancyQuery alone = only(query, part);
                int n = search.find(alone, 0).total();
                if (n > 0)
                    all.add(
                            new VacanciesView.Loosen(
                                    null, alone.describe(sentences), alone.address(), n));
            }
        all.sort(java.util.Comparator.comparingInt(l -> -l.openings()));
        return all;
    }

    /** The part alone, to say what it is. */
    private static VacancyQuery only(VacancyQuery query, Part part) {
        VacancyQuery alone = query;
        for (Part other : query.parts()) if (other != part) alone = alone.without(other);
        return alone;
    }

    /** Titles, employers and places while somebody types. */
    @GetMapping("/vacancies/help")
    ModelAndView help(Account account, @RequestParam MultiValueMap<String, String> values) {
        VacancyQuery query = VacancyQuery.of(values);
        return new ModelAndView(
                "matching/vacancies-help",
                Map.of("query", query, "help", search.help(query.q(), HELP)));
    }
}
