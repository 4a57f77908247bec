package skills.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;
import skills.vacancy.Place;
import skills.vacancy.Places;

/** Where people look for work, and the matches they contest. */
@Repository
public class SearchAreas implements PersonalDataPart {

    /** As far as one looks when nothing else was said. */
    public static final int USUAL_KM = 30;

    private final JdbcClient jdbc;
    private final Places places;
    private final Clock clock;

    SearchAreas(JdbcClient jdbc, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.clock = clock;
    }

    public Optional<SearchArea> of(AccountId account) {
        return jdbc.sql("select place, km from search_area where account = :account")
                .param("account", account.value())
                .query((row, n) -> Map.entry(row.getString("place"), row.getInt("km")))
                .optional()
                .flatMap(
                        row ->
                                places.find(row.getKey())
                                        .map(place -> new SearchArea(place, row.getValue())));
    }

    public void set(AccountId account, Place place, int km) {
        jdbc.sql(
                        """
                        insert into search_area (account, place, km, set_at) values (:account, :place, :km, :now)
                        on conflict (account) do update set place = :place, km = :km, set_at = :now
                        """)
                .param("account", account.value())
                .param("place", place.id())
                .param("km", km)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** From now on anywhere. */
    public void clear(AccountId account) {
        jdbc.sql("delete from search_area where account = :account")
                .param("account", account.value())
                .update();
    }

    /** What the person wishes of a job; {@link Wish#NONE} when nothing was said. */
    Wish wish(AccountId account) {
        return Wish.NONE;
    }

    /**
     * Keeps that a person says a match is not right; subject is {@code occupation/…} or {@code
     * vacancy/…}.
     */
    void contest(AccountId account, String subject, String reason) {
        jdbc.sql(
                        """
                        insert into contested_match (account, subject, reason, said_at)
                        values (:account, :subject, :reason, :now)
                        """)
                .param("account", account.value())
                .param("subject", subject)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public Set<String> tables() {
        return Set.of("search_area", "contested_match");
    }

    @Override
    public Object export(AccountId account) {
        var contested =
                jdbc.sql(
                                "select subject, reason, said_at from contested_match where account = :account order by said_at")
                        .param("account", account.value())
                        .query()
                        .listOfRows();
        return Map.of(
                "searchArea",
                of(account)
                        .map(a -> Map.<String, Object>of("place", a.place().label(), "km", a.km()))
                        .orElse(Map.of()),
                "contestedMatches",
                contested);
    }

    @Override
    public void erase(AccountId account) {
        jdbc.sql("delete from search_area where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from contested_match where account = :account")
                .param("account", account.value())
                .update();
    }
}
