package skills.vacancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillId;
import tools.jackson.databind.node.StringNode;

/**
 * The invented vacancies of the demo world. Their dates count from today, so that the demo never
 * ages.
 */
@Component
public class DemoVacancies {

    private static final String OPEN = "/demo/vacancies.yaml";
    private static final String PAST = "/demo/past-vacancies.csv";
    private static final String SOURCE = "demo";

    private final VacancyStore store;
    private final PlaceLoad places;
    private final OccupationProfiles profiles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoVacancies(
            VacancyStore store,
            PlaceLoad places,
            OccupationProfiles profiles,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds the demo's vacancies, or gives them new dates.
     *
     * @param today the day from which their dates are counted
     * @return how many there are, open and past
     * @throws IllegalStateException when a vacancy names a skill that we do not have
     */
    public int load(LocalDate today) {
        places.loadIfNeeded();
        List<Posting> all = new ArrayList<>(open(today));
        all.addAll(past(today));
        transaction.executeWithoutResult(t -> store.save(all, clock.instant(), n -> {}));
        return all.size();
    }

    private List<Posting> open(LocalDate today) {
        try (InputStream in = DemoVacancies.class.getResourceAsStream(OPEN)) {
            if (in == null) return List.of();
            List<Map<String, Object>> items =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return items.stream().map(item -> posting(item, today)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Posting posting(Map<String, Object> item, LocalDate today) {
        String id = text(item, "id");
        List<Posting.Stated> skills = new ArrayList<>();
        for (Object key : list(item, "must")) skills.add(new Posting.Stated(skill(id, key), true));
        for (Object key : list(item, "nice")) skills.add(new Posting.Stated(skill(id, key), false));
        LocalDate posted = today.minusDays(Long.parseLong(text(item, "posted")));
        Map<?, ?> pay = item.get("pay") instanceof Map<?, ?> m ? m : Map.of();
        return posting(
                id,
                text(item, "title"),
                text(item, "employer"),
                text(item, "place"),
                text(item, "postcode"),
                pay(
                        String.valueOf(pay.get("min")),
                        String.valueOf(pay.get("max")),
                        String.valueOf(pay.get("per"))),
                Amounts.hours(text(item, "hours")),
                PostingReader.contract(StringNode.valueOf(text(item, "contract"))),
                posted,
                posted.plusDays(Long.parseLong(text(item, "open"))),
                CleanText.of(text(item, "text")),
                skills,
                profiles.bySlug(text(item, "occupation")).orElse(null));
    }

    private List<Posting> past(LocalDate today) {
        try (InputStream in = DemoVacancies.class.getResourceAsStream(PAST)) {
            if (in == null) return List.of();
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
            return format.parse(reader).stream().map(row -> past(row, today)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Posting past(CSVRecord row, LocalDate today) {
        LocalDate posted = today.minusDays(Long.parseLong(row.get("posted_days_ago")));
        return posting(
                row.get("id"),
                row.get("title"),
                row.get("employer"),
                row.get("place"),
                row.get("postcode"),
                pay(row.get("pay_min"), row.get("pay_max"), row.get("pay_per")),
                null,
                Set.of(),
                posted,
                posted.plusDays(Long.parseLong(row.get("open_days"))),
                CleanText.of(""),
                List.of(),
                profiles.bySlug(row.get("occupation")).orElse(null));
    }

    private static Posting posting(
            String id,
            String title,
            String employer,
            String place,
            String postcode,
            @Nullable Pay pay,
            @Nullable Hours hours,
            Set<Contract> contract,
            LocalDate posted,
            LocalDate until,
            CleanText text,
            List<Posting.Stated> skills,
            @Nullable OccupationId occupation) {
        return new Posting(
                "demo|" + id,
                SOURCE,
                null,
                title,
                employer,
                place,
                "NL",
                postcode,
                null,
                pay,
                hours,
                contract,
                posted,
                until,
                text,
                "nl",
                true,
                skills,
                occupation,
                "");
    }

    private static @Nullable Pay pay(String min, String max, String per) {
        if (min.isBlank() || min.equals("null")) return null;
        return new Pay(new BigDecimal(min), new BigDecimal(max), "EUR", Pay.Per.valueOf(per));
    }

    private SkillId skill(String vacancy, Object key) {
        return profiles.skillByKey(String.valueOf(key))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "demo vacancy " + vacancy + ": no skill '" + key + "'"));
    }

    private static String text(Map<String, Object> item, String field) {
        Object value = item.get(field);
        if (value == null)
            throw new IllegalStateException("demo vacancy " + item.get("id") + " has no " + field);
        return value.toString();
    }

    private static List<?> list(Map<String, Object> item, String field) {
        return item.get(field) instanceof List<?> list ? list : List.of();
    }
}
