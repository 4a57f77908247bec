package skills.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.vacancy.Vacancy;

/**
 * @param known components of which the person told something; skills always
 * @param wish hours and pay that the person wishes
 * @param counting what can count beside skills, and whether it does
 * @param moreJobs how many fitting vacancies are not shown
 * @param wider how many there are within 60 km when there is none in the area
 */
public record ExploreView(
        String asked,
        @Nullable SearchArea area,
        List<CountsView> counting,
        List<FitFactor> known,
        Wish wish,
        List<Way> ways,
        List<Job> jobs,
        int more,
        boolean moreWays,
        int moreJobs,
        int wider) {

    /** What counts now beside skills in the person's own view: skills (nothing), or own. */
    boolean isOwn() {
        return counting.stream().anyMatch(CountsView::isOn);
    }

    /** Everything that counts now, in one sentence: "je skills, je werk en de afstand". */
    String counted(skills.platform.Ui ui) {
        List<String> all = new java.util.ArrayList<>();
        for (FitFactor factor : known) all.add(ui.t("fitting.counts." + factor.key()));
        for (CountsView c : counting)
            if (c.isOn()) all.add(ui.t("fitting.counts." + c.component()));
        if (all.size() == 1) return ui.t("fitting.counts.only");
        return String.join(", ", all.subList(0, all.size() - 1))
                + " "
                + ui.t("fitting.counts.and")
                + " "
                + all.getLast();
    }

    /**
     * @param lead the skill that counts most for it; null when none does
     * @param leaning how it fits beside skills, in one line; null when that does not count or
     *     nothing is sure
     * @param open how many vacancies are open now
     */
    public record Way(
            OccupationId occupation,
            LocalizedText title,
            @Nullable LocalizedText lead,
            @Nullable LocalizedText leaning,
            MeterView meter,
            FitView fit,
            int open) {}

    public record Job(Vacancy vacancy, MeterView meter, @Nullable Integer km, LocalDate until) {}
}
