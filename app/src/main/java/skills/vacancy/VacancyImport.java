package skills.vacancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final int SAY_EVERY = 500;

    private static final Pattern READABLE =
            Pattern.compile("(?i).+\\.(json|jsonl|ndjson|csv|html?)(\\.gz)?");

    private final VacancyStore store;
    private final PlaceLoad places;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    VacancyImport(
            VacancyStore store,
            PlaceLoad places,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
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
            List<Posting> good = new ArrayList<>();
            Map<String, Long> seen = new HashMap<>();
            for (Path one : files(path)) {
                List<VacancyFile.Row> rows = VacancyFile.rows(one);
                progress.say(one.getFileName() + ": " + rows.size() + " rows");
                read(one.getFileName().toString(), rows, rejected, good, seen);
            }
            var counts =
                    transaction.execute(
                            t -> {
                                var saved =
                                        store.save(
                                                good,
                                                clock.instant(),
                                                n -> {
                                                    if (n > 0 && n % SAY_EVERY == 0)
                                                        progress.say(
                                                                n
                                                                        + " of "
                                                                        + good.size()
                                                                        + " vacancies");
                                                });
                                log(file, saved, rejected.count());
                                return saved;
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
        }
    }

    /** The file itself, or every file of a folder whose name says that it may hold vacancies. */
    private static List<Path> files(Path path) throws IOException {
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

    private static void read(
            String file,
            List<VacancyFile.Row> rows,
            RejectedRows rejected,
            List<Posting> good,
            Map<String, Long> seen) {
        for (VacancyFile.Row row : rows) {
            switch (row) {
                case VacancyFile.Row.Bad bad ->
                        rejected.add(file, bad.line(), bad.reason(), bad.text());
                case VacancyFile.Row.Read read -> {
                    try {
                        Posting posting = PostingReader.read(read.posting());
                        Long first = seen.putIfAbsent(posting.key(), read.line());
                        if (first == null) good.add(posting);
                        else
                            throw new Unusable(
                                    "the same vacancy as line "
                                            + first
                                            + " ("
                                            + what(posting.key())
                                            + ")");
                    } catch (Unusable e) {
                        rejected.add(file, read.line(), e.getMessage(), read.posting().toString());
                    }
                }
            }
        }
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
