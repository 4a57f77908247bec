package skills.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;
import skills.taxonomy.OccupationId;
import skills.vacancy.HiddenWork;

/** Which occupations a person hides and which she wants to become. The last word counts. */
@Repository
public class OccupationChoices implements PersonalDataPart, HiddenWork {

    enum Kind {
        HIDDEN,
        WISH;

        private String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A choice that stands.
     *
     * @param at since when
     */
    record Choice(OccupationId occupation, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OccupationChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Occupations that leave this person's lists, steps and next steps. */
    @Override
    public Set<OccupationId> hidden(AccountId account) {
        return of(account, Kind.HIDDEN).stream()
                .map(Choice::occupation)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Occupations that the person wants to become, the latest wish first. */
    public List<OccupationId> wished(AccountId account) {
        return of(account, Kind.WISH).stream().map(Choice::occupation).toList();
    }

    /** What stands, the latest first. */
    List<Choice> of(AccountId account, Kind kind) {
        return jdbc.sql(
                        """
                        select occupation, said_at from (
                            select distinct on (occupation) occupation, stands, said_at, id from occupation_choice
                            where account = :account and kind = :kind
                            order by occupation, said_at desc, id desc) last
                        where stands order by said_at desc, id desc
                        """)
                .param("account", account.value())
                .param("kind", kind.stored())
                .query(
                        (row, n) ->
                                new Choice(
                                        new OccupationId(row.getObject("occupation", UUID.class)),
                                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    /** Since when a choice stands; empty when it does not. */
    Optional<Instant> since(AccountId account, Kind kind, OccupationId occupation) {
        return of(account, kind).stream()
                .filter(c -> c.occupation().equals(occupation))
                .map(Choice::at)
                .findFirst();
    }

    /**
     * Makes a choice stand, or no longer; said again leaves no row. One hides no occupation that
     * one wants to become: the newer of both takes the other back.
     */
    @Transactional
    public void hide(AccountId account, OccupationId occupation, boolean stands) {
        if (stands) say(account, occupation, Kind.WISH, false);
        say(account, occupation, Kind.HIDDEN, stands);
    }

    /** As {@link #hide}. */
    @Transactional
    public void wish(AccountId account, OccupationId occupation, boolean stands) {
        if (stands) say(account, occupation, Kind.HIDDEN, false);
        say(account, occupation, Kind.WISH, stands);
    }

    private void say(AccountId account, OccupationId occupation, Kind kind, boolean stands) {
        if (since(account, kind, occupation).isPresent() == stands) return;
        jdbc.sql(
                        """
                        insert into occupation_choice (account, occupation, kind, stands, said_at)
                        values (:account, :occupation, :kind, :stands, :now)
                        """)
                .param("account", account.value())
                .param("occupation", occupation.value())
                .param("kind", kind.stored())
                .param("stands", stands)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public String name() {
        return "choices";
    }

    @Override
    public Set<String> tables() {
        return Set.of("occupation_choice");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "occupations",
                jdbc.sql(
                                """
                        select c.id, c.kind, c.stands, c.said_at, c.occupation,
                               coalesce(nl.name, en.name) as occupation_name
                        from occupation_choice c
                        left join occupation_text nl on nl.occupation = c.occupation and nl.language = 'nl'
                        left join occupation_text en on en.occupation = c.occupation and en.language = 'en'
                        where c.account = :account order by c.said_at, c.id
                        """)
                        .param("account", account.value())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(AccountId account) {
        jdbc.sql("delete from occupation_choice where account = :account")
                .param("account", account.value())
                .update();
    }
}
