package skills.taxonomy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;
import skills.platform.ImportFailed;
import skills.platform.ImportReport;
import skills.platform.Importer;
import skills.platform.Progress;
import skills.platform.RejectedRows;

/**
 * Reads the tables of the O*NET database as text with tabs, plain or .gz, and the crosswalk to ESCO
 * that lies beside them (in the folder, its parent, or a folder crosswalks in either).
 *
 * <p>What counts as a row: each data row of each table that is used (see {@link OnetFile}) and of
 * the crosswalk. A row that the same table already has (same key) is rejected as a double; a row of
 * the crosswalk that points to an ISCO group rather than to an occupation is rejected too. Nothing
 * is deleted: what newer tables lack gets a date in {@code gone_at}.
 */
public final class OnetImport implements Importer {

    private static final String CROSSWALK = "onet_to_esco_crosswalk.csv";

    private final DataSource database;
    private final Clock clock;

    public OnetImport(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "onet";
    }

    @Override
    public ImportReport run(Path path, Path reportFolder, Progress progress) throws IOException {
        var places = new ArrayList<Path>();
        places.add(path);
        Path parent = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            places.add(path.resolve("onet"));
            places.add(path.resolve("crosswalks"));
            if (parent != null) places.add(parent.resolve("crosswalks"));
        }
        var opened = new ArrayList<TableFiles>();
        try {
            var tables = new ArrayList<TableFile>();
            for (Path place : places) {
                if (!Files.exists(place) && place != path) continue;
                TableFiles files = TableFiles.at(place);
                opened.add(files);
                tables.addAll(files.all());
            }
            return load(tables, path.getFileName().toString(), false, reportFolder, progress);
        } finally {
            for (TableFiles files : opened) files.close();
        }
    }

    ImportReport load(
            List<TableFile> tables,
            String version,
            boolean shipped,
            Path reportFolder,
            Progress progress)
            throws IOException {
        if (tables.stream().noneMatch(t -> OnetFile.of(t).isPresent()))
            throw new ImportFailed(
                    "No table of O*NET here: Skills, Job_Zones, Interests, Related_Occupations "
                            + "and so on are expected, as text with tabs (.tsv, .txt, .gz).");
        try (Connection connection = database.getConnection();
                var rejected = new RejectedRows(reportFolder, name(), clock)) {
            connection.setAutoCommit(false);
            try {
                TaxonomyLoads.lock(connection);
                var total = new StagedTable.Outcome(0, 0, 0, 0);
                for (TableFile table : tables) {
                    var known = OnetFile.of(table);
                    if (known.isPresent())
                        total =
                                total.plus(
                                        read(connection, known.get(), table, rejected, progress));
                    else if (table.baseName().equals(CROSSWALK))
                        total = total.plus(crosswalk(connection, table, rejected, progress));
                }
                var more = new LinkedHashMap<String, Object>();
                more.put("occupations", count(connection, "onet_occupation"));
                more.put("links", count(connection, "onet_crosswalk"));
                more.put("gone", total.gone());
                var report =
                        ImportReport.of(
                                name(),
                                total.added(),
                                total.changed(),
                                total.unchanged(),
                                rejected.count(),
                                more);
                boolean anythingNew = total.added() + total.changed() + total.gone() > 0;
                TaxonomyLoads.record(
                        connection, name(), version, shipped, clock.instant(), report, anythingNew);
                connection.commit();
                return rejected.path() == null
                        ? report
                        : report.with("report", rejected.path().toString());
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw StagedTable.io(e);
        }
    }

    private StagedTable.Outcome read(
            Connection connection,
            OnetFile file,
            TableFile table,
            RejectedRows rejected,
            Progress progress)
            throws IOException, SQLException {
        var staged =
                new StagedTable(
                        connection,
                        file.table(),
                        "_" + file.name().toLowerCase(java.util.Locale.ROOT),
                        file.keys(),
                        file.values());
        int rows =
                table.forEach(
                        rejected,
                        row -> staged.row(row.line(), file.cells().apply(row).toArray()),
                        file.columns());
        progress.say("  " + table.baseName() + ": " + rows + " rows");
        return write(staged, table, file.scope(), rejected);
    }

    private StagedTable.Outcome crosswalk(
            Connection connection, TableFile table, RejectedRows rejected, Progress progress)
            throws IOException, SQLException {
        var staged =
                new StagedTable(
                        connection,
                        "onet_crosswalk",
                        "",
                        List.of("soc", "occupation"),
                        List.of("match"));
        // The official file says in some fifteen lines what it is, before the heading row.
        int rows =
                table.startingAt("O*NET Id")
                        .forEach(
                                rejected,
                                row -> {
                                    String uri = row.needUri("ESCO or ISCO URI");
                                    if (!uri.contains("/occupation/"))
                                        throw new TableFile.Unusable(
                                                "an ISCO group, not an occupation");
                                    staged.row(
                                            row.line(),
                                            row.need("O*NET Id"),
                                            ConceptUri.id(uri),
                                            row.need("Type of Match"));
                                },
                                "O*NET Id",
                                "ESCO or ISCO URI",
                                "Type of Match");
        progress.say("  " + table.baseName() + ": " + rows + " rows");
        return write(staged, table, "true", rejected);
    }

    private StagedTable.Outcome write(
            StagedTable staged, TableFile table, String scope, RejectedRows rejected)
            throws SQLException {
        staged.staged();
        staged.withoutDoubles(
                (line, key) -> rejected.add(table.name(), line, "a double of an earlier row", key));
        staged.compare();
        return staged.write(clock.instant(), scope);
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from " + table + " where gone_at is null")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
