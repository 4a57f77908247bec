package skills.evaluation.export;

import static skills.evaluation.export.DataPackageFile.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.Draws;
import skills.evaluation.data.StudyData;
import skills.evaluation.export.CsvFile.Dialect;
import skills.evaluation.plan.Columns;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Text;
import skills.evaluation.reference.ReferenceResults;
import skills.statistics.Progress;

/**
 * A study as files: tables in two kinds of CSV, codebooks (DDI-Codebook 2.5, Frictionless, and a
 * table), syntax for SPSS, the plan, the results, and a program in R that computes them again.
 *
 * <p>What leaves holds the pseudonyms of the study and no time finer than a day. What others may
 * know of a person is made coarser (see {@link Options#k}); the results in it are those of the data
 * in it, so that they can be computed again, and the README names the ones that the coarser data
 * changed. The same data give the same bytes.
 */
public final class StudyExport {

    /** Smallest group of which a figure is told. */
    public static final int SMALLEST_GROUP = 10;

    /**
     * @param k how many persons must share each combination of class, school, gender and age; 5 for
     *     everything that leaves an installation. 1 makes nothing coarser and tells of groups of
     *     any size: only for data that were read from files of whoever gets the export.
     */
    public record Options(int k, Wording wording) {
        public static final Options USUAL = new Options(5, Wording.NONE);

        int smallest() {
            return k <= 1 ? 1 : SMALLEST_GROUP;
        }
    }

    private StudyExport() {}

    /**
     * Contents by path, README first.
     *
     * @throws skills.statistics.Cancelled when progress says to stop
     */
    public static Map<String, byte[]> files(StudyData data, Options options, Progress progress) {
        Protection.Protected safe = Protection.of(data, options.k());
        List<Draws> draws = draws(safe.data(), progress);
        Map<String, @Nullable Object> results = results(safe.data(), draws, options, progress);
        List<String> changed =
                options.k() <= 1
                        ? List.of()
                        : Numbers.different(
                                results(data, draws(data, progress), options, progress), results);
        Plan plan = own(data.plan());
        List<Table> tables = new Tables(safe.data(), options.wording()).all();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Table table : tables)
            for (Dialect dialect : Dialect.values())
                files.put(
                        DataPackageFile.path(table, dialect), bytes(CsvFile.write(table, dialect)));
        List<Text> notes = safe.notes();
        files.put("codebook.csv", bytes(CodebookFile.write(tables, Dialect.COMMA)));
        files.put("excel/codebook.csv", bytes(CodebookFile.write(tables, Dialect.DUTCH_EXCEL)));
        files.put(
                "codebook.ddi.xml", bytes(DdiFile.write(plan, tables, options.smallest(), notes)));
        files.put("datapackage.json", bytes(DataPackageFile.write(plan, tables, files, notes)));
        Table all = tables.getLast();
        files.put("data-nl.sps", bytes(SpssFile.write(all, "data.csv", true)));
        files.put("data-en.sps", bytes(SpssFile.write(all, "data.csv", false)));
        files.put("plan.json", bytes(PlanFile.pretty(plan) + "\n"));
        files.put("results.json", bytes(DataPackageFile.JSON.writeValueAsString(results) + "\n"));
        files.put("results.csv", bytes(Numbers.write(results)));
        RScript.add(safe.data(), draws, files);
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        ReadMe readMe = new ReadMe(data, safe, options, changed);
        ordered.put("README-nl.md", bytes(readMe.write(true)));
        ordered.put("README-en.md", bytes(readMe.write(false)));
        ordered.putAll(files);
        ordered.put("checksums.sha256", bytes(checksums(ordered)));
        return Collections.unmodifiableMap(ordered);
    }

    /** None of a study in which an arm has no participant. */
    private static List<Draws> draws(StudyData data, Progress progress) {
        Plan plan = data.plan();
        long arms =
                data.participants().stream()
                        .map(p -> plan.arm(p.arm()).offered())
                        .distinct()
                        .count();
        return arms < 2 ? List.of() : Draws.of(data, progress);
    }

    private static Map<String, @Nullable Object> results(
            StudyData data, List<Draws> draws, Options options, Progress progress) {
        Map<String, @Nullable Object> results =
                new LinkedHashMap<>(ReferenceResults.of(data, progress));
        RScript.results(draws, results);
        return Numbers.withoutSmallClasses(results, options.smallest());
    }

    /** The plan as the files of the export name their columns. */
    private static Plan own(Plan p) {
        return new Plan(
                p.name(),
                p.title(),
                p.question(),
                p.simulated(),
                p.remark(),
                p.zone(),
                p.arms(),
                p.allocation(),
                p.waves(),
                p.scales(),
                p.outcomes(),
                p.uses(),
                p.consents(),
                p.withheld(),
                p.equalTask(),
                p.incentive(),
                p.retentionMonths(),
                p.expectations(),
                p.analysis(),
                Columns.OWN);
    }

    private static String checksums(Map<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(files)
                .forEach(
                        (path, content) ->
                                lines.append(PlanFile.sha256(content))
                                        .append("  ")
                                        .append(path)
                                        .append('\n'));
        return lines.toString();
    }

    /** Writes the files into a folder, which is made when it is not there. */
    public static void write(StudyData data, Options options, Progress progress, Path folder)
            throws IOException {
        for (var file : files(data, options, progress).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** Writes the files as one ZIP; the stream stays open. */
    public static void zip(StudyData data, Options options, Progress progress, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (var file : files(data, options, progress).entrySet()) {
            ZipEntry entry = new ZipEntry(data.plan().name() + "/" + file.getKey());
            // The same data give the same bytes, and no time is told.
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    static String resource(String name) {
        try (var in = StudyExport.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no resource " + name);
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
