package skills.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import skills.platform.ImportFailed;
import skills.platform.ImportReport;
import skills.platform.Importer;
import skills.platform.Progress;

/** {@code ./skills import instrument}: a questionnaire from CSV files, all or nothing. */
public final class InstrumentImport implements Importer {

    private final Instruments instruments;

    public InstrumentImport(DataSource database, Clock clock) {
        instruments = new Instruments(JdbcClient.create(database), clock);
    }

    @Override
    public String name() {
        return "instrument";
    }

    /**
     * @param path a folder with the files
     */
    @Override
    public ImportReport run(Path path, Path reportFolder, Progress progress) throws IOException {
        if (!Files.isDirectory(path)) return run(List.of(path), reportFolder, progress);
        List<Path> found = new ArrayList<>();
        try (var all = Files.list(path)) {
            all.filter(f -> kind(f) != null).sorted().forEach(found::add);
        }
        if (found.isEmpty())
            throw new ImportFailed(
                    path + " holds no " + String.join(", ", InstrumentCsv.NAMES) + ".");
        return run(found, reportFolder, progress);
    }

    /**
     * @param paths the files themselves; which is which, the end of the name says
     */
    @Override
    public ImportReport run(List<Path> paths, Path reportFolder, Progress progress)
            throws IOException {
        if (paths.size() == 1 && Files.isDirectory(paths.getFirst()))
            return run(paths.getFirst(), reportFolder, progress);
        Map<String, byte[]> given = new LinkedHashMap<>();
        for (Path path : paths) {
            String kind = kind(path);
            if (kind == null)
                throw new ImportFailed(
                        path.getFileName()
                                + " is none of "
                                + String.join(", ", InstrumentCsv.NAMES)
                                + "; a word may stand before that name.");
            if (given.put(kind, bytes(path)) != null)
                throw new ImportFailed("There are two files " + kind + "; give one instrument.");
        }
        InstrumentCsv.Outcome outcome = InstrumentCsv.read(given);
        outcome.remarks().forEach(r -> progress.say(inWords(r)));
        if (!outcome.isGood())
            throw new ImportFailed(
                    outcome.wrong().size()
                            + (outcome.wrong().size() == 1 ? " thing is" : " things are")
                            + " wrong, named above; nothing was changed.");
        var id = outcome.id();
        boolean known = instruments.find(id).isPresent();
        boolean same = known && instruments.files(id).equals(outcome.files());
        if (!instruments.put(id.name(), outcome.files()))
            throw new ImportFailed(
                    "Somebody has begun to answer "
                            + id
                            + ", so it stays as it is. Give what you changed another version.");
        return ImportReport.of(
                name(),
                known ? 0 : 1,
                known && !same ? 1 : 0,
                same ? 1 : 0,
                0,
                Map.of("name", id.name(), "version", id.version()));
    }

    /** Whichever of our names the name of a file ends with; null when it is none. */
    private static @org.jspecify.annotations.Nullable String kind(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return InstrumentCsv.NAMES.stream()
                .filter(n -> name.equals(n) || name.matches(".*[ ._-]" + n.replace(".", "\\.")))
                .findFirst()
                .orElse(null);
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ImportedTable.MOST_BYTES + 1);
        }
    }

    /** "items.csv, line 3, column key: ..." */
    private static String inWords(Remark remark) {
        ResourceBundle words = ResourceBundle.getBundle("messages.instruments", Locale.of("en"));
        String said =
                new MessageFormat(words.getString(remark.key()), Locale.UK).format(remark.args());
        return remark.file()
                + (remark.line() == 0 ? "" : ", line " + remark.line())
                + (remark.column().isEmpty() ? "" : ", column " + remark.column())
                + ": "
                + said;
    }
}
