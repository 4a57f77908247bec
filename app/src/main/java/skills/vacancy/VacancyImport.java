package skills.vacancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.platform.ImportFailed;
import skills.platform.ImportReport;
import skills.platform.Importer;
import skills.platform.Progress;
import skills.platform.RejectedRows;

/**
 * Reads vacancies from a file or from all files of a folder. A vacancy that comes again is updated;
 * none is ever deleted.
 */
@Component
class VacancyImport implements Importer {

    private static final Pattern READABLE =
            Pattern.compile("(?i).+\\.(json|jsonl|ndjson|csv|html?)(\\.gz)?");

    /** New rows after which the database's own counts are too old to plan with. */
    private static final int MANY = 5000;

    private final VacancyStore store;
    private final Doubles doubles;
    private final PlaceLoad places;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    VacancyImport(
            VacancyStore store,
            Doubles doubles,
            PlaceLoad places,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.doubles = doubles;
        this.places = places;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "vacancies";
    }

    @Override
    public ImportReport run(Path path, Path reportFolder, Progress progress) throws IOException {
        String file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        places.loadIfNeeded();
        try (var rejected = new RejectedRows(reportFolder, name(), clock)) {
            List<Path> files = files(path);
            var counts =
                    transaction.execute(
                            t -> {
                                try {
                                    var saved = save(files, rejected, progress);
                                    log(file, saved, rejected.count());
                                    return saved;
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            var report =
                    ImportReport.of(
                            name(),
                            counts.added(),
                            counts.changed(),
                            counts.unchanged(),
                            rejected.count(),
                            Map.of());
            return rejected.path() == null
                    ? report
                    : report.with("report", rejected.path().toString());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads a portion while the one before is connected and the one before that is written. */
    private VacancyStore.Counts save(List<Path> files, RejectedRows rejected, Progress progress)
            throws IOException {
        Instant now = clock.instant();
        VacancyStore.Saving saving = store.saving(now);
        Map<String, Long> seen = new HashMap<>();
        for (Path one : files) {
            String name = one.getFileName().toString();
            List<VacancyFile.Piece> pieces = VacancyFile.pieces(one);
            progress.say(name + ": " + pieces.size() + " rows");
            for (int from = 0; from < pieces.size(); from += VacancyStore.PORTION) {
                int to = Math.min(from + VacancyStore.PORTION, pieces.size());
                saving.add(good(name, pieces.subList(from, to), rejected, seen));
                if (pieces.size() > VacancyStore.PORTION)
                    progress.say(to + " of " + pieces.size() + " rows");
            }
        }
        VacancyStore.Counts counts = saving.end();
        if (saving.written().size() > MANY) store.counted();
        doubles.settle(saving.written(), now);
        return counts;
    }

    /** The file itself, or every file of a folder whose name says that it may hold vacancies. */
    static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) return List.of(path);
        try (var all = Files.list(path)) {
            List<Path> found =
                    all.filter(Files::isRegularFile)
                            .filter(f -> READABLE.matcher(f.getFileName().toString()).matches())
                            .sorted()
                            .toList();
            if (found.isEmpty())
                throw new ImportFailed(path + " holds no .json, .jsonl, .csv or .html file.");
            return found;
        }
    }

    /** What became of a row: a posting, or the reason why there is none. */
    private record Outcome(
            long line, @Nullable Posting posting, @Nullable String reason, Object row) {}

    private static Stream<Outcome> read(VacancyFile.Piece piece) {
        return piece.rows().stream()
                .map(
                        row -> {
                            switch (row) {
                                case VacancyFile.Row.Bad bad -> {
                                    return new Outcome(bad.line(), null, bad.reason(), bad.text());
                                }
                                case VacancyFile.Row.Read read -> {
                                    try {
                                        return new Outcome(
                                                read.line(),
                                                PostingReader.read(read.posting()),
                                                null,
                                                read.posting());
                                    } catch (Unusable e) {
                                        return new Outcome(
                                                read.line(), null, e.getMessage(), read.posting());
                                    }
                                }
                            }
                        });
    }

    private static List<Posting> good(
            String file,
            List<VacancyFile.Piece> pieces,
            RejectedRows rejected,
            Map<String, Long> seen) {
        List<Posting> good = new ArrayList<>();
        for (Outcome o : pieces.parallelStream().flatMap(VacancyImport::read).toList()) {
            Posting posting = o.posting();
            if (posting == null) {
                rejected.add(file, o.line(), String.valueOf(o.reason()), o.row().toString());
                continue;
            }
            Long first = seen.putIfAbsent(posting.key(), o.line());
            if (first == null) good.add(posting);
            else
                rejected.add(
                        file,
                        o.line(),
                        "the same vacancy as line " + first + " (" + what(posting.key()) + ")",
                        o.row().toString());
        }
        return good;
    }

    private static String what(String key) {
        return key.startsWith("id|")
                ? "same identifier"
                : key.startsWith("url|") ? "same address" : "same title, employer and place";
    }

    private void log(String file, VacancyStore.Counts saved, int rejected) {
        jdbc.sql(
                        """
                        insert into vacancy_import (file, started_at, added, changed, unchanged, rejected)
                        values (:file, :now, :added, :changed, :unchanged, :rejected)
                        """)
                .param("file", file)
                .param("now", Timestamp.from(clock.instant()))
                .param("added", saved.added())
                .param("changed", saved.changed())
                .param("unchanged", saved.unchanged())
                .param("rejected", rejected)
                .update();
    }
}
