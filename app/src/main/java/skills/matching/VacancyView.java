package skills.matching;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;
import skills.vacancy.Requirement;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancy;

/**
 * @param open false for one that can no longer be applied for
 * @param listings all sources that name this job, the shown one first
 * @param read skills that were found in the text, in its order
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
        LocalizedText change,
        List<Vacancies.Listing> listings,
        List<Read> read) {

    /**
     * A skill that was found in the text.
     *
     * @param words of the vacancy that say it
     */
    record Read(LocalizedText skill, String words, boolean must) {

        static List<Read> of(Vacancy vacancy, Match match) {
            Map<SkillId, LocalizedText> names =
                    match.fits().stream()
                            .collect(
                                    Collectors.toMap(SkillFit::skill, SkillFit::name, (a, b) -> a));
            return vacancy.requirements().stream()
                    .filter(r -> r.said() != null && names.containsKey(r.skill()))
                    .map(r -> new Read(names.get(r.skill()), r.said(), r.must()))
                    .toList();
        }
    }

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
