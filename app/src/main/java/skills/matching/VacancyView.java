package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.vacancy.Requirement;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancy;

/**
 * @param open false for one that can no longer be applied for
 * @param listings all sources that name this job, the shown one first
 */
record VacancyView(
        Vacancy vacancy,
        boolean open,
        @Nullable Integer km,
        @Nullable SearchArea area,
        MeterView meter,
        WantsView wants,
        List<SkillFit> missing,
        FitView fit,
        boolean onet,
        List<Explanation> why,
        skills.kernel.LocalizedText change,
        List<Vacancies.Listing> listings) {

    /** The same job in other sources. */
    List<Vacancies.Listing> others() {
        return listings.size() < 2 ? List.of() : listings.subList(1, listings.size());
    }

    /** Where the list of skills comes from: stated, extracted or occupation. */
    String origin() {
        if (vacancy.requirements().isEmpty()) return "none";
        if (vacancy.requirementsFromOccupationOnly()) return "occupation";
        boolean stated =
                vacancy.requirements().stream()
                        .allMatch(r -> r.origin() == Requirement.Origin.STATED);
        return stated ? "stated" : "extracted";
    }

    /** Something of what they offer that the vacancy says itself. */
    boolean hasOffer() {
        return vacancy.pay() != null
                || vacancy.hours() != null
                || km != null
                || vacancy.asked().education() != null
                || !vacancy.asked().languages().isEmpty()
                || !vacancy.contract().isEmpty();
    }
}
