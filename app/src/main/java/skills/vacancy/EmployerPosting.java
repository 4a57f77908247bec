package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.identity.EmployerEnded;
import skills.kernel.AccountId;

/** Offers what an employer typed, through the doors of an import, and ends it. */
@Component
class EmployerPosting {

    private final EmployerVacancies mine;
    private final VacancyStore store;
    private final Doubles doubles;
    private final Places places;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EmployerPosting(
            EmployerVacancies mine,
            VacancyStore store,
            Doubles doubles,
            Places places,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.mine = mine;
        this.store = store;
        this.doubles = doubles;
        this.places = places;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Offers it as it is now, for the first time or again. */
    void post(AccountId account, EmployerVacancy vacancy) {
        Instant now = clock.instant();
        LocalDate today = Today.of(clock);
        transaction.executeWithoutResult(
                t -> {
                    store.save(List.of(posting(vacancy, today)), now, n -> {});
                    end(vacancy.id(), null, now);
                    mine.posted(vacancy.id(), today);
                    mine.act(vacancy.id(), EmployerVacancies.What.POSTED, account);
                });
    }

    /** From today on nobody can apply any more. */
    void close(AccountId account, EmployerVacancy vacancy) {
        transaction.executeWithoutResult(t -> close(vacancy.id(), account));
    }

    /** Nothing of an employer that we no longer know is offered any longer. */
    @EventListener
    void ended(EmployerEnded event) {
        transaction.executeWithoutResult(
                t -> mine.openOf(event.organization().value()).forEach(id -> close(id, null)));
    }

    private void close(UUID id, @Nullable AccountId by) {
        end(id, Today.of(clock), clock.instant());
        mine.act(id, EmployerVacancies.What.CLOSED, by);
    }

    private void end(UUID id, @Nullable LocalDate day, Instant now) {
        UUID offered = EmployerVacancy.offered(id).value();
        doubles.alone();
        jdbc.sql("update vacancy set ended_on = :day, changed_at = :now where id = :id")
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("id", offered)
                .update();
        doubles.settle(List.of(offered), now);
    }

    private Posting posting(EmployerVacancy v, LocalDate today) {
        Place place = places.find(v.place()).orElseThrow();
        CleanText text = CleanText.of(v.text());
        return new Posting(
                v.key(),
                v.organization(),
                v.link().isEmpty() ? null : v.link(),
                v.title(),
                v.organization(),
                place.name(),
                null,
                place.postcode(),
                place.point(),
                v.pay(),
                v.hours(),
                v.contract(),
                v.posted() == null ? today : v.posted(),
                v.openUntil(),
                text,
                PostingReader.language(v.title(), text),
                v.demo(),
                v.asks().stream().map(r -> new Posting.Stated(r.skill(), r.must())).toList(),
                v.occupation(),
                "");
    }
}
