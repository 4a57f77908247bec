package skills.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Place;
import skills.vacancy.Vacancy;
import skills.vacancy.VacancyQuery;
import skills.vacancy.VacancySearch;

/**
 * The open vacancies that fit one person best, out of all of them. The index ranks roughly by what
 * it can add up: the person's skills, what each occupation gives, the distance. From the top of
 * that ranking each is scored exactly, until none that is left can come in any more.
 */
@Component
class TopJobs {

    /** So many are looked at, at most. */
    static final int MOST = 1000;

    /** The index keeps shares in 9 bits, and a place known by its town may be some way off. */
    private static final double ROUGH = .012;

    /** How a vacancy fits; without its text. */
    record Scored(Vacancy vacancy, FitWork work, double value) {

        /** Best first, then newest, then in an order that is always the same. */
        static final Comparator<Scored> BEST =
                Comparator.comparingDouble((Scored s) -> -s.value)
                        .thenComparing(s -> s.vacancy.posted(), Comparator.reverseOrder())
                        .thenComparing(s -> s.vacancy.id().value());
    }

    private final VacancySearch search;
    private final FitWorks works;
    private volatile @Nullable Bare bare;

    /** For each occupation a vacancy that asks nothing. */
    private record Bare(Skillset skillset, FitWork[] works) {}

    TopJobs(VacancySearch search, FitWorks works) {
        this.search = search;
        this.works = works;
    }

    /**
     * @param query only what it lets through; its order does not count
     * @param near its place, found already; null for anywhere
     * @param most how many, 1 to {@link #MOST}
     * @param hidden occupations that are left out
     */
    List<Scored> best(
            Fitter fitter,
            VacancyQuery query,
            @Nullable Place near,
            int most,
            Set<OccupationId> hidden) {
        double slack = slack(fitter);
        return search.nearest(
                wanted(fitter),
                query,
                near,
                Math.max(MOST, most),
                candidates -> {
                    var best = new PriorityQueue<>(Scored.BEST.reversed());
                    for (int i = 0; i < candidates.size(); i++) {
                        boolean full = best.size() == most;
                        if (full && candidates.rough(i) + slack < best.peek().value) break;
                        Vacancy v = candidates.vacancy(i);
                        if (v.occupation() != null && hidden.contains(v.occupation().id()))
                            continue;
                        FitWork work = works.vacancy(v);
                        best.add(new Scored(v, work, fitter.cautious(work)));
                        if (full) best.poll();
                    }
                    List<Scored> order = new ArrayList<>(best);
                    order.sort(Scored.BEST);
                    return order;
                });
    }

    private VacancySearch.Wanted wanted(Fitter fitter) {
        Map<SkillId, Double> skills = new HashMap<>();
        fitter.lowers().forEach((s, lower) -> skills.put(s, FitFactor.SKILLS.weight() * lower));
        PersonFacts person = fitter.person();
        double[] occupations = null;
        if (!person.work().isEmpty() || !person.studies().isEmpty()) {
            FitWork[] all = bare().works();
            occupations = new double[all.length];
            for (int o = 0; o < all.length; o++) occupations[o] = fitter.cautious(all[o]);
        }
        return new VacancySearch.Wanted(
                skills,
                occupations,
                person.home(),
                person.km(),
                person.home() == null ? 0 : FitFactor.TRAVEL.weight());
    }

    /** What the index cannot know of: hours and pay, and education that the vacancy names. */
    private static double slack(Fitter fitter) {
        PersonFacts person = fitter.person();
        double slack = ROUGH;
        if (!person.wish().isEmpty()) slack += FitFactor.WISHES.weight();
        return slack;
    }

    private Bare bare() {
        FitWorks.All all = works.all();
        Bare known = bare;
        if (known != null && known.skillset() == all.skillset()) return known;
        Skillset skillset = all.skillset();
        FitWork[] made = new FitWork[skillset.occupations()];
        for (int o = 0; o < made.length; o++) {
            OccupationId id = skillset.occupation(o);
            made[o] =
                    FitWork.of(
                            skillset,
                            new FitWork.Facts(
                                    true,
                                    List.of(),
                                    id,
                                    all.eqf().get(id),
                                    false,
                                    null,
                                    null,
                                    null));
        }
        Bare now = new Bare(skillset, made);
        bare = now;
        return now;
    }
}
