package skills.vacancy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes vacancies. A vacancy that is there with the same content is left alone. */
@Repository
class VacancyStore {

    /**
     * Raise it when the same posting is read or connected otherwise, so that it counts as changed.
     */
    private static final String RULES = "3";

    /** Any number that nothing else in this database locks: one import at a time. */
    static final long LOCK = 2026_1125_30L;

    /** So many are connected and written at once. */
    static final int PORTION = 1000;

    record Counts(int added, int changed, int unchanged) {}

    private final JdbcTemplate jdbc;
    private final VacancyMaker maker;

    VacancyStore(JdbcTemplate jdbc, VacancyMaker maker) {
        this.jdbc = jdbc;
        this.maker = maker;
    }

    /** Call inside a transaction. Keys differ. */
    Counts save(List<Posting> postings, Instant now, java.util.function.IntConsumer done) {
        Saving saving = saving(now);
        for (int from = 0; from < postings.size(); from += PORTION) {
            done.accept(from);
            saving.add(postings.subList(from, Math.min(from + PORTION, postings.size())));
        }
        return saving.end();
    }

    /** Begins to save many; call inside the transaction in which it ends. */
    Saving saving(Instant now) {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        return new Saving(now);
    }

    private record Made(Vacancy vacancy, String key, String fingerprint, boolean isNew) {}

    /** Connects one portion in other threads while the one before is written. */
    final class Saving {

        private final Instant now;
        private final String taxonomy = maker.taxonomy();
        private final Supplier<VacancyMaker.Batch> batch = once(maker::batch);
        private @Nullable CompletableFuture<List<Made>> making;
        private int all;
        private int added;
        private int changed;
        private final List<UUID> written = new ArrayList<>();

        private Saving(Instant now) {
            this.now = now;
        }

        /** Keys differ, also from those of earlier portions. */
        void add(List<Posting> portion) {
            Map<String, String> known = known(portion);
            all += portion.size();
            var next =
                    CompletableFuture.supplyAsync(
                            () ->
                                    portion.parallelStream()
                                            .flatMap(p -> make(p, known.get(p.key())).stream())
                                            .toList());
            writeMade();
            making = next;
        }

        /** Those that were new or other than before, known at the end. */
        List<UUID> written() {
            return written;
        }

        Counts end() {
            writeMade();
            return new Counts(added, changed, all - added - changed);
        }

        private Optional<Made> make(Posting p, @Nullable String before) {
            String fingerprint = fingerprint(p, taxonomy);
            return fingerprint.equals(before)
                    ? Optional.empty()
                    : Optional.of(
                            new Made(batch.get().make(p), p.key(), fingerprint, before == null));
        }

        private void writeMade() {
            if (making == null) return;
            List<Made> made;
            try {
                made = making.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException inner ? inner : e;
            } finally {
                making = null;
            }
            List<Object[]> rows = new ArrayList<>();
            StringBuilder requirements = new StringBuilder();
            List<Object[]> again = new ArrayList<>();
            for (Made m : made) {
                Vacancy v = m.vacancy();
                written.add(v.id().value());
                if (!m.isNew()) again.add(new Object[] {v.id().value()});
                rows.add(row(v, m.key(), m.fingerprint(), now));
                for (int i = 0; i < v.requirements().size(); i++)
                    append(requirements, v.id(), i, v.requirements().get(i));
            }
            jdbc.batchUpdate("delete from vacancy_requirement where vacancy = ?", again);
            write(rows);
            copy(requirements.toString());
            added += made.size() - again.size();
            changed += again.size();
        }
    }

    /** A row of CSV. */
    private static void append(StringBuilder rows, VacancyId vacancy, int position, Requirement r) {
        rows.append(vacancy.value()).append(',').append(position).append(',');
        rows.append(r.skill().value()).append(',').append(r.must()).append(',').append(r.origin());
        rows.append(',');
        if (r.said() != null) rows.append('"').append(r.said().replace("\"", "\"\"")).append('"');
        rows.append('\n');
    }

    /** There are some eight of them a vacancy; copied they take half the time of inserts. */
    private void copy(String requirements) {
        jdbc.execute(
                (Connection connection) -> {
                    try {
                        return connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(
                                        "copy vacancy_requirement (vacancy, position, skill, must, origin, said) from stdin (format csv)",
                                        new StringReader(requirements));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /**
     * Tells the database how many rows there are now: after many new ones it would plan as if they
     * were not there.
     */
    void counted() {
        jdbc.execute("analyze vacancy, vacancy_requirement");
    }

    /** Made at the first use, which may be by several threads at once. */
    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private @Nullable T made;

            @Override
            public synchronized T get() {
                if (made == null) made = make.get();
                return made;
            }
        };
    }

    private Map<String, String> known(List<Posting> postings) {
        Map<String, String> found = new HashMap<>();
        String[] keys = postings.stream().map(Posting::key).toArray(String[]::new);
        jdbc.query(
                "select key, fingerprint from vacancy where key = any (?)",
                row -> {
                    found.put(row.getString(1), row.getString(2));
                },
                (Object) keys);
        return found;
    }

    private static Object[] row(Vacancy v, String key, String fingerprint, Instant now) {
        var pay = v.pay();
        var hours = v.hours();
        var job = v.occupation();
        return new Object[] {
            v.id().value(),
            key,
            fingerprint,
            v.source(),
            v.url(),
            v.title(),
            v.employer(),
            v.place(),
            v.at() == null ? null : v.at().lat(),
            v.at() == null ? null : v.at().lon(),
            pay == null ? null : pay.min(),
            pay == null ? null : pay.max(),
            pay == null ? null : pay.currency(),
            pay == null ? null : pay.per().name(),
            hours == null ? null : hours.min(),
            hours == null ? null : hours.max(),
            v.contract().stream().map(Enum::name).toArray(String[]::new),
            v.posted(),
            v.openUntil(),
            v.openUntilGiven(),
            v.html(),
            v.cutOff(),
            v.language(),
            v.demo(),
            job == null ? null : job.id().value(),
            job == null ? null : job.label(),
            job == null ? null : job.guessed(),
            v.asked().education() == null ? null : v.asked().education().name(),
            v.asked().languages().stream().map(Asked.Language::written).toArray(String[]::new),
            DoubleKeys.of(v),
            Timestamp.from(now),
            Timestamp.from(now)
        };
    }

    private void write(List<Object[]> rows) {
        jdbc.batchUpdate(
                """
                insert into vacancy (id, key, fingerprint, source, url, title, employer, place, lat, lon,
                    pay_min, pay_max, pay_currency, pay_per, hours_min, hours_max, contract, posted, open_until,
                    open_until_given, html, cut_off, language, demo, occupation, occupation_label,
                    occupation_guessed, education, languages, double_keys, added_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (key) do update set
                    fingerprint = excluded.fingerprint, source = excluded.source, url = excluded.url,
                    title = excluded.title, employer = excluded.employer, place = excluded.place,
                    lat = excluded.lat, lon = excluded.lon, pay_min = excluded.pay_min, pay_max = excluded.pay_max,
                    pay_currency = excluded.pay_currency, pay_per = excluded.pay_per,
                    hours_min = excluded.hours_min, hours_max = excluded.hours_max, contract = excluded.contract,
                    posted = excluded.posted, open_until = excluded.open_until,
                    open_until_given = excluded.open_until_given, html = excluded.html, cut_off = excluded.cut_off,
                    language = excluded.language, demo = excluded.demo, occupation = excluded.occupation,
                    occupation_label = excluded.occupation_label,
                    occupation_guessed = excluded.occupation_guessed, education = excluded.education,
                    languages = excluded.languages, double_keys = excluded.double_keys,
                    changed_at = excluded.changed_at
                """,
                rows);
    }

    /** Records print all their parts, in order: the same posting prints the same. */
    private static String fingerprint(Posting posting, String taxonomy) {
        try {
            String all = RULES + " " + taxonomy + " " + posting;
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
