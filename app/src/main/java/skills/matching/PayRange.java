package skills.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.vacancy.Pay;
import skills.vacancy.Vacancy;

/**
 * What vacancies pay that name pay in the same money for the same period.
 *
 * @param pay from the lowest to the highest amount named
 * @param n how many vacancies name it
 */
record PayRange(Pay pay, int n) {

    /** One for each money and period, the one that most vacancies name first. */
    static List<PayRange> of(List<Vacancy> vacancies) {
        record Kind(String currency, Pay.Per per) {}
        Map<Kind, List<Pay>> by = new LinkedHashMap<>();
        for (Vacancy v : vacancies)
            if (v.pay() != null)
                by.computeIfAbsent(
                                new Kind(v.pay().currency(), v.pay().per()), k -> new ArrayList<>())
                        .add(v.pay());
        return by.entrySet().stream()
                .map(
                        e ->
                                new PayRange(
                                        new Pay(
                                                least(e.getValue()),
                                                most(e.getValue()),
                                                e.getKey().currency(),
                                                e.getKey().per()),
                                        e.getValue().size()))
                .sorted(java.util.Comparator.comparingInt(r -> -r.n()))
                .toList();
    }

    private static BigDecimal least(List<Pay> pays) {
        return pays.stream().map(Pay::min).min(BigDecimal::compareTo).orElseThrow();
    }

    private static BigDecimal most(List<Pay> pays) {
        return pays.stream().map(Pay::max).max(BigDecimal::compareTo).orElseThrow();
    }
}
