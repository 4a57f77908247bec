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

/** Where people look for work. */
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

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public Set<String> tables() {
        return Set.of("search_area");
    }

    @Override
    public Object export(AccountId account) {
        // The place as stored too: a newer table of places may lack it.
        Map<String, Object> stored =
                jdbc
                        .sql("select place, km, set_at from search_area where account = :account")
                        .param("account", account.value())
                        .query()
                        .listOfRows()
                        .stream()
                        .findFirst()
                        .orElse(Map.of());
        return Map.of(
                "searchArea", stored, "place", of(account).map(a -> a.place().label()).orElse(""));
    }

    @Override
    public void erase(AccountId account) {
        jdbc.sql("delete from search_area where account = :account")
                .param("account", account.value())
                .update();
    }
}
