package skills.vacancy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.platform.Sentences;
import skills.taxonomy.OccupationId;

/**
 * What somebody looks for, as it stands in an address. Whatever cannot be read is left out: an
 * address never fails.
 *
 * @param q words, at most 100 characters; may be empty
 * @param place name, postcode or id of the place to look around; empty for anywhere
 * @param km distance from the place, 1 to 300
 * @param hours any of these bands; empty for all
 * @param contract any of these; empty for all
 * @param field any of these; empty for all
 * @param education any of these; empty for all
 * @param language any of these; empty for all
 * @param pay only vacancies that say what they pay
 * @param days at most so many days ago posted; 0 for all
 * @param page 0 is the first, at most 99
 */
public record VacancyQuery(
        String q,
        String place,
        int km,
        Set<HoursBand> hours,
        Set<Contract> contract,
        Set<WorkField> field,
        Set<EducationBand> education,
        Set<AskedLanguage> language,
        boolean pay,
        int days,
        @Nullable OccupationId occupation,
        Order order,
        int page) {

    /** What comes first. */
    public enum Order {
        /** What fits the person best. */
        FIT,
        /** What fits the words best. */
        WORDS,
        NEAR,
        NEW;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Parts of a search that can be loosened. */
    public enum Part {
        WORDS,
        DISTANCE,
        HOURS,
        CONTRACT,
        FIELD,
        EDUCATION,
        LANGUAGE,
        PAY,
        DAYS
    }

    public static final int KM = 30;
    public static final int MOST_KM = 300;
    static final int LONGEST = 100;
    private static final int MOST_PAGES = 99;

    /** Everything that is open, what fits best first. */
    public static final VacancyQuery ALL =
            new VacancyQuery(
                    "", "", KM, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, 0, null,
                    Order.FIT, 0);

    public VacancyQuery {
        q = cut(q, LONGEST);
        place = cut(place, 60);
        km = Math.clamp(km, 1, MOST_KM);
        days = Math.clamp(days, 0, 365);
        page = Math.clamp(page, 0, MOST_PAGES);
        hours = inOrder(HoursBand.class, hours);
        contract = inOrder(Contract.class, contract);
        field = inOrder(WorkField.class, field);
        education = inOrder(EducationBand.class, education);
        language = Collections.unmodifiableSet(new TreeSet<>(language));
    }

    private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Set<E> some) {
        Set<E> all = EnumSet.noneOf(type);
        all.addAll(some);
        return Collections.unmodifiableSet(all);
    }

    private static String cut(String text, int most) {
        String clean =
                text.replaceAll(
                                "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\x{10000}-\\x{10ffff}]]+",
                                " ")
                        .strip();
        if (clean.length() <= most) return clean;
        int end = Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most;
        return clean.substring(0, end).strip();
    }

    /** Reads the part of an address after the question mark. */
    public static VacancyQuery parse(String address) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : address.split("&", 64)) {
            int at = pair.indexOf('=');
            if (at <= 0) continue;
            try {
                values.computeIfAbsent(decoded(pair.substring(0, at)), k -> new ArrayList<>())
                        .add(decoded(pair.substring(at + 1)));
            } catch (IllegalArgumentException e) {
                // Half a percent sign: that pair says nothing.
            }
        }
        return of(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Reads the values of a form or an address, by name. */
    public static VacancyQuery of(Map<String, ? extends Collection<String>> values) {
        return new VacancyQuery(
                first(values, "q"),
                first(values, "place"),
                number(first(values, "km"), KM),
                all(values, "hours", HoursBand::of),
                all(values, "contract", VacancyQuery::contract),
                all(values, "field", WorkField::ofKey),
                all(values, "education", EducationBand::ofKey),
                all(values, "language", AskedLanguage::of),
                List.of("1", "true", "on").contains(first(values, "pay")),
                number(first(values, "days"), 0),
                occupation(first(values, "occupation")),
                Stream.of(Order.values())
                        .filter(o -> o.key().equals(first(values, "order")))
                        .findFirst()
                        .orElse(Order.FIT),
                number(first(values, "page"), 0));
    }

    private static String first(Map<String, ? extends Collection<String>> values, String name) {
        Collection<String> all = values.get(name);
        return all == null || all.isEmpty() ? "" : String.valueOf(all.iterator().next());
    }

    private static int number(String text, int otherwise) {
        try {
            return (int) Math.clamp(Double.parseDouble(text.strip()), -1, 100_000);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static <E> Set<E> all(
            Map<String, ? extends Collection<String>> values,
            String name,
            Function<String, Optional<E>> read) {
        Collection<String> all = values.get(name);
        return all == null
                ? Set.of()
                : all.stream()
                        .limit(32)
                        .flatMap(v -> read.apply(v).stream())
                        .collect(Collectors.toSet());
    }

    private static Optional<Contract> contract(String key) {
        return Stream.of(Contract.values()).filter(c -> c.name().equalsIgnoreCase(key)).findFirst();
    }

    private static @Nullable OccupationId occupation(String text) {
        try {
            return text.length() == 36 ? new OccupationId(UUID.fromString(text)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The same search always gives the same text; what says nothing is left out, and so is the
     * page.
     */
    public String toQuery() {
        var pairs = new ArrayList<String>();
        add(pairs, "q", q);
        add(pairs, "place", place);
        if (!place.isEmpty() && km != KM) add(pairs, "km", "" + km);
        hours.forEach(h -> add(pairs, "hours", h.key()));
        contract.forEach(c -> add(pairs, "contract", c.name().toLowerCase(Locale.ROOT)));
        field.forEach(f -> add(pairs, "field", f.key()));
        education.forEach(e -> add(pairs, "education", e.key()));
        language.forEach(l -> add(pairs, "language", l.key()));
        if (pay) add(pairs, "pay", "1");
        if (days > 0) add(pairs, "days", "" + days);
        if (occupation != null) add(pairs, "occupation", occupation.toString());
        if (order != Order.FIT) add(pairs, "order", order.key());
        return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, String value) {
        if (!value.isEmpty())
            pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The address of the page with the vacancies. */
    public String address() {
        String query = toQuery();
        String whole = page == 0 ? query : query + (query.isEmpty() ? "" : "&") + "page=" + page;
        return whole.isEmpty() ? "/vacancies" : "/vacancies?" + whole;
    }

    public VacancyQuery page(int page) {
        return with(q, place, km, occupation, order, page);
    }

    public VacancyQuery order(Order order) {
        return with(q, place, km, occupation, order, 0);
    }

    public VacancyQuery words(String q) {
        return with(q, place, km, occupation, order, 0);
    }

    public VacancyQuery around(String place, int km) {
        return with(q, place, km, occupation, order, 0);
    }

    public VacancyQuery only(@Nullable OccupationId occupation) {
        return with(q, place, km, occupation, order, 0);
    }

    /** The same filters. */
    private VacancyQuery with(
            String q,
            String place,
            int km,
            @Nullable OccupationId occupation,
            Order order,
            int page) {
        return new VacancyQuery(
                q,
                place,
                km,
                hours,
                contract,
                field,
                education,
                language,
                pay,
                days,
                occupation,
                order,
                page);
    }

    /** The parts that leave something out. */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (!q.isEmpty()) parts.add(Part.WORDS);
        if (!place.isEmpty()) parts.add(Part.DISTANCE);
        if (!hours.isEmpty()) parts.add(Part.HOURS);
        if (!contract.isEmpty()) parts.add(Part.CONTRACT);
        if (!field.isEmpty()) parts.add(Part.FIELD);
        if (!education.isEmpty()) parts.add(Part.EDUCATION);
        if (!language.isEmpty()) parts.add(Part.LANGUAGE);
        if (pay) parts.add(Part.PAY);
        if (days > 0) parts.add(Part.DAYS);
        return parts;
    }

    /** The same search without one part. */
    public VacancyQuery without(Part part) {
        return new VacancyQuery(
                part == Part.WORDS ? "" : q,
                part == Part.DISTANCE ? "" : place,
                km,
                part == Part.HOURS ? Set.of() : hours,
                part == Part.CONTRACT ? Set.of() : contract,
                part == Part.FIELD ? Set.of() : field,
                part == Part.EDUCATION ? Set.of() : education,
                part == Part.LANGUAGE ? Set.of() : language,
                part != Part.PAY && pay,
                part == Part.DAYS ? 0 : days,
                occupation,
                order,
                0);
    }

    /** The search in words, as "kok, within 30 km of Utrecht, 24 to 32 hours". */
    public LocalizedText describe(Sentences sentences) {
        List<LocalizedText> parts = new ArrayList<>();
        if (!q.isEmpty()) parts.add(LocalizedText.same(q));
        if (!place.isEmpty()) parts.add(sentences.of("vsearch.said.place", "" + km, place));
        either(sentences, parts, hours, h -> "vsearch.hours." + h.name().toLowerCase(Locale.ROOT));
        either(
                sentences,
                parts,
                contract,
                c -> "vsearch.contract." + c.name().toLowerCase(Locale.ROOT));
        either(sentences, parts, field, f -> "vsearch.field." + f.key());
        either(sentences, parts, education, e -> "vsearch.education." + e.key());
        if (!language.isEmpty()) {
            LocalizedText none = sentences.of("vsearch.language.none");
            parts.add(either(sentences, language.stream().map(l -> l.name(none)).toList()));
        }
        if (pay) parts.add(sentences.of("vsearch.said.pay"));
        if (days == 1) parts.add(sentences.of("vsearch.said.day"));
        if (days > 1) parts.add(sentences.of("vsearch.said.days", "" + days));
        if (parts.isEmpty()) return sentences.of("vsearch.said.all");
        return joined(parts, ", ", ", ");
    }

    private static <E> void either(
            Sentences sentences,
            List<LocalizedText> parts,
            Set<E> chosen,
            Function<E, String> key) {
        if (!chosen.isEmpty())
            parts.add(
                    either(
                            sentences,
                            chosen.stream().map(c -> sentences.of(key.apply(c))).toList()));
    }

    private static LocalizedText either(Sentences sentences, List<LocalizedText> names) {
        LocalizedText or = sentences.of("vsearch.said.or");
        return joined(names, " " + or.nl() + " ", " " + or.en() + " ");
    }

    private static LocalizedText joined(List<LocalizedText> parts, String nl, String en) {
        return new LocalizedText(
                parts.stream().map(LocalizedText::nl).collect(Collectors.joining(nl)),
                parts.stream().map(LocalizedText::en).collect(Collectors.joining(en)));
    }
}
