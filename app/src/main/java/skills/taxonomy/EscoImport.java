package skills.taxonomy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import skills.platform.ImportFailed;
import skills.platform.ImportReport;
import skills.platform.Importer;
import skills.platform.Progress;
import skills.platform.RejectedRows;

/**
 * Reads ESCO in the layout of its official CSV download: a folder, a zip, or single files, plain or
 * .gz, in Dutch, English and German.
 *
 * <p>What counts as a row: each data row of each file that is used. Used are occupations, skills,
 * skillGroups and ISCOGroups in every one of the three languages that is there, and of the files
 * that say the same in every language (occupationSkillRelations, skillSkillRelations,
 * skillsHierarchy, the two broaderRelations) one. Rows of occupationSkillRelations_without_uri are
 * all rejected: they name a skill without saying which. The collections are not used. A row is
 * changed when any text or fact that we keep of it differs, or when it comes back after it was
 * gone.
 *
 * <p>A newer version deletes nothing: what it lacks, of the kinds of files that it has, gets a date
 * in {@code gone_at}; {@code gone} in the report counts those rows.
 */
public final class EscoImport implements Importer {

    /** One load at a time, over all instances. */
    static final long LOCK = 20261125L;

    private static final String[] CONCEPT = {"conceptUri", "preferredLabel"};
    private static final String[] BROADER = {
        "conceptType", "conceptUri", "broaderType", "broaderUri"
    };

    private final DataSource database;
    private final Clock clock;

    public EscoImport(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "esco";
    }

    @Override
    public ImportReport run(Path path, Path reportFolder, Progress progress) throws IOException {
        try (TableFiles files = TableFiles.at(path)) {
            return load(files.all(), path.getFileName().toString(), false, reportFolder, progress);
        }
    }

    ImportReport load(
            List<TableFile> tables,
            String version,
            boolean shipped,
            Path reportFolder,
            Progress progress)
            throws IOException {
        List<EscoFile> files = tables.stream().flatMap(t -> EscoFile.of(t).stream()).toList();
        if (files.isEmpty())
            throw new ImportFailed(
                    "No file of ESCO here: occupations_nl.csv, skills_nl.csv, "
                            + "occupationSkillRelations_en.csv and so on are expected, as in the official download.");
        try (Connection connection = database.getConnection();
                var rejected = new RejectedRows(reportFolder, name(), clock)) {
            connection.setAutoCommit(false);
            try {
                TaxonomyLoads.lock(connection);
                var run = new EscoRun(connection, clock.instant(), rejected, progress);
                ImportReport report = read(run, files);
                TaxonomyLoads.record(
                        connection,
                        name(),
                        version,
                        shipped,
                        clock.instant(),
                        report,
                        run.anythingNew());
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

    private static ImportReport read(EscoRun run, List<EscoFile> files)
            throws IOException, SQLException {
        int occupations =
                run.concepts(
                        EscoFile.inOurLanguages(files, EscoFile.Kind.OCCUPATIONS),
                        "occupation",
                        List.of("isco", "code", "regulated"),
                        row ->
                                List.of(
                                        row.need("iscoGroup"),
                                        row.get("code"),
                                        row.get("regulatedProfessionNote").endsWith("/regulated")),
                        "conceptUri",
                        "preferredLabel",
                        "altLabels",
                        "iscoGroup");
        int skills =
                run.concepts(
                        EscoFile.inOurLanguages(files, EscoFile.Kind.SKILLS),
                        "skill",
                        List.of("type", "reuse"),
                        row ->
                                java.util.Arrays.asList(
                                        orNull(row.get("skillType")),
                                        orNull(row.get("reuseLevel"))),
                        "conceptUri",
                        "preferredLabel",
                        "altLabels",
                        "skillType");
        int relations = relations(run, EscoFile.one(files, EscoFile.Kind.RELATIONS));
        withoutUri(run, EscoFile.one(files, EscoFile.Kind.RELATIONS_WITHOUT_URI));
        run.plain(
                EscoFile.one(files, EscoFile.Kind.SKILL_RELATIONS),
                "skill_relation",
                List.of("skill", "related", "essential"),
                List.of(),
                "true",
                row ->
                        List.of(
                                ConceptUri.id(row.needUri("originalSkillUri")),
                                ConceptUri.id(row.needUri("relatedSkillUri")),
                                essential(row)),
                "originalSkillUri",
                "relationType",
                "relatedSkillUri");
        for (EscoFile file : EscoFile.inOurLanguages(files, EscoFile.Kind.SKILL_GROUPS))
            run.plain(
                    file,
                    "skill_group_text",
                    List.of("skill_group", "language"),
                    List.of("uri", "code", "name", "description"),
                    "language = '" + file.language() + "'",
                    row ->
                            java.util.Arrays.asList(
                                    ConceptUri.id(row.needUri("conceptUri")),
                                    file.language(),
                                    row.get("conceptUri"),
                                    row.get("code"),
                                    row.need("preferredLabel"),
                                    Clean.paragraphs(row.raw("description"))),
                    CONCEPT);
        run.plain(
                EscoFile.one(files, EscoFile.Kind.SKILL_HIERARCHY),
                "skill_hierarchy",
                List.of("path"),
                List.of("skill_group", "code", "name"),
                "true",
                EscoImport::hierarchy,
                "Level 0 URI",
                "Level 0 preferred term",
                "Level 1 URI",
                "Level 2 URI",
                "Level 3 URI");
        run.plain(
                EscoFile.one(files, EscoFile.Kind.SKILL_BROADER),
                "skill_broader",
                List.of("skill", "broader"),
                List.of("skill_type", "broader_type", "broader_uri"),
                "true",
                row ->
                        List.of(
                                ConceptUri.id(row.needUri("conceptUri")),
                                ConceptUri.id(row.needUri("broaderUri")),
                                row.need("conceptType"),
                                row.need("broaderType"),
                                row.get("broaderUri")),
                BROADER);
        run.plain(
                EscoFile.one(files, EscoFile.Kind.OCCUPATION_BROADER),
                "occupation_broader",
                List.of("occupation", "broader"),
                List.of("occupation_type", "broader_type"),
                "true",
                row ->
                        List.of(
                                ConceptUri.id(row.needUri("conceptUri")),
                                        ConceptUri.id(row.needUri("broaderUri")),
                                row.need("conceptType"), row.need("broaderType")),
                BROADER);
        for (EscoFile file : EscoFile.inOurLanguages(files, EscoFile.Kind.ISCO_GROUPS))
            run.plain(
                    file,
                    "isco_group_text",
                    List.of("code", "language"),
                    List.of("name", "description"),
                    "language = '" + file.language() + "'",
                    row ->
                            java.util.Arrays.asList(
                                    row.need("code"),
                                    file.language(),
                                    row.need("preferredLabel"),
                                    Clean.paragraphs(row.raw("description"))),
                    "code",
                    "preferredLabel");
        run.derive();
        return run.report(occupations, skills, relations);
    }

    private static int relations(EscoRun run, @Nullable EscoFile file)
            throws IOException, SQLException {
        return run.plain(
                file,
                "occupation_skill_relation",
                List.of("occupation", "skill", "essential"),
                List.of(),
                "true",
                row ->
                        List.of(
                                ConceptUri.id(row.needUri("occupationUri")),
                                ConceptUri.id(row.needUri("skillUri")),
                                essential(row)),
                "occupationUri",
                "relationType",
                "skillUri");
    }

    private static void withoutUri(EscoRun run, @Nullable EscoFile file) throws IOException {
        if (file == null) return;
        int rows =
                file.table()
                        .forEach(
                                run.rejected(),
                                row -> {
                                    throw new TableFile.Unusable(
                                            "no skill address: the skill is named but not told which");
                                },
                                "occupationUri",
                                "relationType");
        run.say(file, rows);
    }

    private static List<Object> hierarchy(TableFile.Row row) {
        var path = new StringBuilder();
        String last = "";
        int depth = 0;
        for (int level = 0; level <= 3; level++) {
            String uri = row.get("Level " + level + " URI");
            if (uri.isEmpty()) break;
            path.append(level == 0 ? "" : " ").append(uri);
            last = uri;
            depth = level;
        }
        if (last.isEmpty()) throw new TableFile.Unusable("no Level 0 URI");
        return List.of(
                path.toString(), ConceptUri.id(last),
                row.get("Level " + depth + " code"),
                        row.need("Level " + depth + " preferred term"));
    }

    private static boolean essential(TableFile.Row row) {
        return switch (row.need("relationType")) {
            case "essential" -> true;
            case "optional" -> false;
            default ->
                    throw new TableFile.Unusable("relationType is neither essential nor optional");
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
