package skills.matching;

import java.util.ArrayList;
import java.util.Arrays;
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
import skills.vacancy.Asked;
import skills.vacancy.EducationLevel;
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
    static final int MOST = 500;

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

    private static final EducationLevel[] LEVELS = EducationLevel.values();

    /**
     * Vacancies that ask no skill, by level of education and occupation; made when first needed and
     * the same for everybody.
     */
    private record Bare(Skillset skillset, FitWork[][] works) {

        FitWork work(FitWorks made, int occupation, int education) {
            FitWork known = works[education][occupation + 1];
            if (known != null) return known;
            var job =
                    occupation < 0
                            ? null
                            : new Vacancy.MappedOccupation(
                                    skillset.occupation(occupation), "", false);
            var level = education == 0 ? null : LEVELS[education - 1];
            FitWork work = made.vacancy(Vacancy.asking(job, new Asked(level, List.of())));
            works[education][occupation + 1] = work;
            return work;
        }
    }

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

    /** How many a search lets through. */
    int open(VacancyQuery query, @Nullable Place near) {
        return search.find(query, near, 0).total();
    }

    private VacancySearch.Wanted wanted(Fitter fitter) {
        Map<SkillId, Double> skills = new HashMap<>();
        fitter.lowers().forEach((s, lower) -> skills.put(s, FitFactor.SKILLS.weight() * lower));
        PersonFacts person = fitter.person();
        boolean background = !person.work().isEmpty() || !person.studies().isEmpty();
        return new VacancySearch.Wanted(
                skills,
                background ? gain(fitter) : null,
                FitFactor.EXPERIENCE.weight() + FitFactor.EDUCATION.weight(),
                person.home(),
                person.km(),
                person.home() == null ? 0 : FitFactor.TRAVEL.weight());
    }

    /** What a vacancy that asks no skill would get, worked out once for each pair. */
    private VacancySearch.Gain gain(Fitter fitter) {
        Bare all = bare();
        double[][] known = new double[LEVELS.length + 1][];
        return (occupation, education) -> {
            double[] row = known[education];
            if (row == null) {
                row = new double[all.skillset().occupations() + 1];
                Arrays.fill(row, Double.NaN);
                known[education] = row;
            }
            double gain = row[occupation + 1];
            if (Double.isNaN(gain)) {
                gain = fitter.cautious(all.work(works, occupation, education));
                row[occupation + 1] = gain;
            }
            return gain;
        };
    }

    /** What the index cannot know of: hours and pay. */
    private static double slack(Fitter fitter) {
        PersonFacts person = fitter.person();
        double slack = ROUGH;
        if (!person.wish().isEmpty()) slack += FitFactor.WISHES.weight();
        return slack;
    }

    private Bare bare() {
        Skillset skillset = works.all().skillset();
        Bare known = bare;
        if (known != null && known.skillset() == skillset) return known;
        Bare now = new Bare(skillset, new FitWork[LEVELS.length + 1][skillset.occupations() + 1]);
        bare = now;
        return now;
    }
}
