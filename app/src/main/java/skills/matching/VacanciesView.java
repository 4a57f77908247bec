package skills.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.vacancy.AskedLanguage;
import skills.vacancy.Contract;
import skills.vacancy.EducationBand;
import skills.vacancy.HoursBand;
import skills.vacancy.Place;
import skills.vacancy.Vacancy;
import skills.vacancy.VacancyQuery;
import skills.vacancy.VacancyQuery.Order;
import skills.vacancy.VacancyQuery.Part;
import skills.vacancy.VacancySearch.Counts;
import skills.vacancy.WorkField;

/**
 * @param near where was looked; null for anywhere
 * @param unknownPlace a place was asked that nobody knows
 * @param said the search in words
 * @param loosen for each part that can go, the search without it and how many that finds
 * @param last no more pages after this one
 */
record VacanciesView(
        VacancyQuery query,
        @Nullable Place near,
        boolean unknownPlace,
        LocalizedText said,
        List<Row> rows,
        int total,
        Counts counts,
        @Nullable String corrected,
        List<Loosen> loosen,
        boolean last) {

    /**
     * @param why the skill that counts most of those the person has; null when there is none
     */
    record Row(
            Vacancy vacancy, MeterView meter, @Nullable LocalizedText why, @Nullable Integer km) {}

    /**
     * @param part what is left out; null when this part alone is kept
     */
    record Loosen(@Nullable Part part, LocalizedText said, String address, int openings) {}

    record Choice<T>(T value, int openings, boolean chosen) {}

    private static <E extends Enum<E>> List<Choice<E>> choices(
            E[] all, Map<E, Integer> counts, java.util.Set<E> chosen) {
        List<Choice<E>> choices = new ArrayList<>();
        for (E one : all) {
            int n = counts.getOrDefault(one, 0);
            if (n > 0 || chosen.contains(one))
                choices.add(new Choice<>(one, n, chosen.contains(one)));
        }
        return choices;
    }

    List<Choice<HoursBand>> hours() {
        return choices(HoursBand.values(), counts.hours(), query.hours());
    }

    List<Choice<Contract>> contracts() {
        return choices(Contract.values(), counts.contract(), query.contract());
    }

    List<Choice<WorkField>> fields() {
        return choices(WorkField.values(), counts.field(), query.field());
    }

    List<Choice<EducationBand>> educations() {
        return choices(EducationBand.values(), counts.education(), query.education());
    }

    List<Choice<AskedLanguage>> languages() {
        java.util.Set<AskedLanguage> all = new java.util.TreeSet<>(counts.language().keySet());
        all.addAll(query.language());
        return all.stream()
                .map(
                        l ->
                                new Choice<>(
                                        l,
                                        counts.language().getOrDefault(l, 0),
                                        query.language().contains(l)))
                .toList();
    }

    /** Kilometres to choose from; counted only where a place was found. */
    List<Choice<Integer>> kms() {
        List<Choice<Integer>> all = new ArrayList<>();
        counts.km()
                .forEach(
                        (km, n) ->
                                all.add(new Choice<>(km, near == null ? -1 : n, km == query.km())));
        if (all.stream().noneMatch(Choice::chosen)) all.add(new Choice<>(query.km(), -1, true));
        return all;
    }

    List<Choice<Integer>> days() {
        List<Choice<Integer>> all = new ArrayList<>();
        counts.days().forEach((days, n) -> all.add(new Choice<>(days, n, days == query.days())));
        if (query.days() > 0 && all.stream().noneMatch(Choice::chosen))
            all.add(new Choice<>(query.days(), -1, true));
        return all;
    }

    List<Order> orders() {
        List<Order> all = new ArrayList<>(List.of(Order.FIT));
        if (!query.q().isEmpty()) all.add(Order.WORDS);
        if (near != null) all.add(Order.NEAR);
        all.add(Order.NEW);
        return all;
    }

    /** How many filters narrow the list, words left out. */
    int filters() {
        return (int) query.parts().stream().filter(p -> p != Part.WORDS).count();
    }
}
