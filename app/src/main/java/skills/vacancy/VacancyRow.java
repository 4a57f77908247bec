package skills.vacancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;

/**
 * A row of the table of vacancies: the vacancy without its requirements, which are rows of their
 * own.
 */
record VacancyRow(Vacancy bare) {

    VacancyId id() {
        return bare.id();
    }

    Vacancy with(List<Requirement> requirements) {
        return new Vacancy(
                bare.id(),
                bare.title(),
                bare.employer(),
                bare.place(),
                bare.at(),
                bare.pay(),
                bare.hours(),
                bare.contract(),
                bare.posted(),
                bare.openUntil(),
                bare.openUntilGiven(),
                bare.html(),
                bare.cutOff(),
                bare.url(),
                bare.source(),
                bare.language(),
                bare.demo(),
                bare.occupation(),
                List.copyOf(requirements),
                bare.asked(),
                bare.standing());
    }

    static VacancyRow read(ResultSet row, int n) throws SQLException {
        Double lat = row.getObject("lat", Double.class);
        Double lon = row.getObject("lon", Double.class);
        Double from = row.getObject("hours_min", Double.class);
        Double to = row.getObject("hours_max", Double.class);
        return new VacancyRow(
                new Vacancy(
                        new VacancyId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("employer"),
                        row.getString("place"),
                        lat == null || lon == null ? null : new Point(lat, lon),
                        Pay.of(
                                row.getBigDecimal("pay_min"),
                                row.getBigDecimal("pay_max"),
                                row.getString("pay_currency"),
                                row.getString("pay_per")),
                        from == null || to == null ? null : new Hours(from, to),
                        contract((String[]) row.getArray("contract").getArray()),
                        row.getObject("posted", LocalDate.class),
                        row.getObject("open_until", LocalDate.class),
                        row.getBoolean("open_until_given"),
                        row.getString("html"),
                        row.getBoolean("cut_off"),
                        row.getString("url"),
                        row.getString("source"),
                        row.getString("language"),
                        row.getBoolean("demo"),
                        occupation(row),
                        List.of(),
                        asked(row),
                        standing(row)));
    }

    private static Vacancy.@Nullable MappedOccupation occupation(ResultSet row)
            throws SQLException {
        UUID id = row.getObject("occupation", UUID.class);
        return id == null
                ? null
                : new Vacancy.MappedOccupation(
                        new OccupationId(id),
                        row.getString("occupation_label"),
                        row.getBoolean("occupation_guessed"));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        String education = row.getString("education");
        String[] languages = (String[]) row.getArray("languages").getArray();
        return new Asked(
                education == null ? null : EducationLevel.valueOf(education),
                Arrays.stream(languages).map(Asked.Language::read).toList());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        UUID same = row.getObject("same_as", UUID.class);
        return new Standing(
                row.getObject("ended_on", LocalDate.class),
                row.getBoolean("taken_down"),
                same == null ? null : new VacancyId(same));
    }

    private static Set<Contract> contract(String[] names) {
        Set<Contract> found = EnumSet.noneOf(Contract.class);
        for (String name : names) found.add(Contract.valueOf(name));
        return Collections.unmodifiableSet(found);
    }
}
