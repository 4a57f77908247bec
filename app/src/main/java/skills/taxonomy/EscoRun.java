package skills.taxonomy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skills.platform.ImportReport;
import skills.platform.Progress;
import skills.platform.RejectedRows;

/** One import of ESCO while it goes on, in one transaction: what was read and found so far. */
final class EscoRun {

    private final Connection connection;
    private final Instant now;
    private final RejectedRows rejected;
    private final Progress progress;
    private StagedTable.Outcome total = new StagedTable.Outcome(0, 0, 0, 0);

    EscoRun(Connection connection, Instant now, RejectedRows rejected, Progress progress) {
        this.connection = connection;
        this.now = now;
        this.rejected = rejected;
        this.progress = progress;
    }

    RejectedRows rejected() {
        return rejected;
    }

    boolean anythingNew() {
        return total.added() + total.changed() + total.gone() > 0;
    }

    void say(EscoFile file, int rows) {
        progress.say("  " + file.table().baseName() + ": " + rows + " rows");
    }

    /**
     * Loads occupations or skills: the texts of each language and, from the first language, the
     * facts.
     *
     * @return how many concepts
     */
    int concepts(
            List<EscoFile> files,
            String concept,
            List<String> factColumns,
            Function<TableFile.Row, List<@Nullable Object>> facts,
            String... required)
            throws IOException, SQLException {
        if (files.isEmpty()) return 0;
        var columns = new ArrayList<>(List.of("uri"));
        columns.addAll(factColumns);
        var concepts = new StagedTable(connection, concept, "", List.of("id"), columns);
        var texts = new ArrayList<StagedTable>();
        int[] order = {0};
        for (EscoFile file : files) {
            var text =
                    new StagedTable(
                            connection,
                            concept + "_text",
                            "_" + file.language(),
                            List.of(concept, "language"),
                            List.of("name", "alternative", "hidden", "description"));
            int rows =
                    file.table()
                            .forEach(
                                    rejected,
                                    row -> {
                                        String uri = row.needUri("conceptUri");
                                        UUID id = ConceptUri.id(uri);
                                        String name = row.need("preferredLabel");
                                        var cells = new ArrayList<@Nullable Object>();
                                        cells.add(id);
                                        cells.add(uri);
                                        cells.addAll(facts.apply(row));
                                        concepts.row(++order[0], cells.toArray());
                                        text.row(
                                                row.line(),
                                                id,
                                                file.language(),
                                                name,
                                                Clean.labels(row.raw("altLabels"), name),
                                                Clean.labels(row.raw("hiddenLabels"), name),
                                                Clean.paragraphs(row.raw("description")));
                                    },
                                    required);
            say(file, rows);
            texts.add(text);
        }
        concepts.staged();
        // The first language comes first; what the others say of the same concept is not needed
        // here.
        concepts.withoutDoubles((line, text) -> {});
        concepts.compare();
        StagedTable.Outcome conceptsWritten = concepts.write(now, "true");
        for (int i = 0; i < files.size(); i++) {
            EscoFile file = files.get(i);
            StagedTable text = texts.get(i);
            text.staged();
            text.withoutDoubles(
                    (line, key) ->
                            rejected.add(
                                    file.table().name(), line, "a double of an earlier row", key));
            text.compare();
            // A fact that changed is a change of the row that it came from.
            if (i == 0)
                text.execute(
                        "update "
                                + text.stage()
                                + " s set outcome = 'changed' from "
                                + concepts.stage()
                                + " c where c.id = s."
                                + concept
                                + " and c.outcome = 'changed' and s.outcome = 'unchanged'");
            add(text.write(now, "language = '" + file.language() + "'"));
        }
        total = total.plus(new StagedTable.Outcome(0, 0, 0, conceptsWritten.gone()));
        return concepts.size();
    }

    /**
     * Loads a file of which each row is one row of one table.
     *
     * @param scope condition that tells which rows of the table such a file speaks of
     * @return how many rows were usable
     */
    int plain(
            @Nullable EscoFile file,
            String table,
            List<String> keys,
            List<String> values,
            String scope,
            Function<TableFile.Row, List<@Nullable Object>> cells,
            String... required)
            throws IOException, SQLException {
        if (file == null) return 0;
        var staged = new StagedTable(connection, table, "_" + file.language(), keys, values);
        int rows =
                file.table()
                        .forEach(
                                rejected,
                                row -> staged.row(row.line(), cells.apply(row).toArray()),
                                required);
        staged.staged();
        staged.withoutDoubles(
                (line, key) ->
                        rejected.add(file.table().name(), line, "a double of an earlier row", key));
        if (keys.contains("occupation") && keys.contains("skill")) {
            staged.refuse(
                    "not exists (select from occupation o where o.id = s.occupation)",
                    (line, key) ->
                            rejected.add(
                                    file.table().name(),
                                    line,
                                    "an occupation that is not known",
                                    key));
            staged.refuse(
                    "not exists (select from skill k where k.id = s.skill)",
                    (line, key) ->
                            rejected.add(
                                    file.table().name(), line, "a skill that is not known", key));
        }
        staged.compare();
        StagedTable.Outcome outcome = staged.write(now, scope);
        add(outcome);
        say(file, rows);
        return outcome.added() + outcome.changed() + outcome.unchanged();
    }

    private void add(StagedTable.Outcome outcome) {
        total = total.plus(outcome);
    }

    /** What follows from the rows: which skills are knowledge, which pairs are there twice. */
    void derive() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    update skill s set knowledge = x.knowledge
                    from (select k.id, coalesce(k.type = 'knowledge', exists (
                              select from skill_broader b where b.skill = k.id and b.gone_at is null
                                  and b.broader_uri like '%/isced-f/%')) as knowledge from skill k) x
                    where s.id = x.id and s.knowledge <> x.knowledge
                    """);
            statement.execute(
                    """
                    update occupation_skill_relation r set doubled = not doubled
                    where not essential and doubled <> exists (
                        select from occupation_skill_relation e where e.occupation = r.occupation
                            and e.skill = r.skill and e.essential and e.gone_at is null)
                    """);
            for (String table :
                    List.of(
                            "occupation",
                            "occupation_text",
                            "skill",
                            "skill_text",
                            "occupation_skill_relation")) statement.execute("analyze " + table);
        }
    }

    ImportReport report(int occupations, int skills, int relations) {
        var more = new LinkedHashMap<String, Object>();
        more.put("occupations", occupations);
        more.put("skills", skills);
        more.put("relations", relations);
        more.put("gone", total.gone());
        return ImportReport.of(
                "esco", total.added(), total.changed(), total.unchanged(), rejected.count(), more);
    }
}
