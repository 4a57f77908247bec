package skills.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./skills bench words}: every set of the optional data in one go, written as JSON and as a
 * page.
 */
final class WordsReport {

    /**
     * A set of the optional data, with the names of its files under {@code matching/}.
     *
     * @param kind titles, skills or vdab, as the command has it
     */
    record Known(
            String name,
            String kind,
            String language,
            String what,
            String queries,
            String annotations,
            String corpus,
            @Nullable String mapping) {

        BenchSet read(Path data) throws IOException {
            Path folder = data.resolve("matching");
            return BenchSet.read(
                    folder.resolve(queries),
                    folder.resolve(annotations),
                    folder.resolve(corpus),
                    mapping == null ? null : folder.resolve(mapping));
        }

        boolean isIn(Path data) {
            return Files.isRegularFile(data.resolve("matching").resolve(queries))
                    && Files.isRegularFile(data.resolve("matching").resolve(corpus));
        }
    }

    static final List<Known> SETS =
            List.of(
                    melo("melo_nld_q_nl_c_nl", "nl", "Dutch titles to Dutch labels"),
                    melo("melo_bel_q_nl_c_nl", "nl", "Flemish titles to Dutch labels"),
                    melo("melo_usa_q_en_c_en", "en", "US titles to English labels"),
                    melo("melo_nld_q_nl_c_en", "en", "Dutch titles to English labels"),
                    melo("melo_bel_q_nl_c_en", "en", "Flemish titles to English labels"),
                    new Known(
                            "vdab_skills_nl",
                            "vdab",
                            "nl",
                            "Flemish competences to Dutch skills",
                            dev("vdab_skills_nl", "queries"),
                            dev("vdab_skills_nl", "annotations"),
                            "esco-1.2/skills_nl.csv.gz",
                            null),
                    skillx("skillx_tech_validation", "TECH: sentences to English skills"),
                    skillx("skillx_house_validation", "HOUSE: sentences to English skills"),
                    skillx("skillx_techwolf_test", "TechWolf: sentences to English skills"),
                    plain("talentclef25A_val_english", "en", "TalentCLEF, English titles"),
                    plain("talentclef25A_val_german", "de", "TalentCLEF, German titles"));

    private WordsReport() {}

    private static Known melo(String name, String language, String what) {
        return new Known(
                name,
                "titles",
                language,
                what,
                dev(name, "queries"),
                dev(name, "annotations"),
                "bench/corpus/" + name + ".corpus_elements.tsv.gz",
                "bench/corpus/" + name + ".concept_mapping.tsv.gz");
    }

    private static Known skillx(String name, String what) {
        return new Known(
                name,
                "skills",
                "en",
                what,
                dev(name, "queries"),
                dev(name, "annotations"),
                "bench/corpus/skillx.corpus_elements.tsv.gz",
                null);
    }

    private static Known plain(String name, String language, String what) {
        return new Known(
                name,
                "titles",
                language,
                what,
                dev(name, "queries"),
                dev(name, "annotations"),
                "bench/corpus/" + name + ".corpus_elements.tsv.gz",
                null);
    }

    private static String dev(String name, String what) {
        return "bench/dev/" + name + "." + what + ".tsv.gz";
    }

    private record Row(
            Known set, WordsBench.Measured measured, WordsBench.@Nullable Measured other) {}

    /**
     * @param data the folder with matching/
     * @param other a model trained without O*NET, measured on English titles too; or null
     * @return the JSON, one line
     */
    static String write(
            Path data,
            Taxonomy taxonomy,
            Encoder encoder,
            @Nullable Encoder other,
            Path json,
            Path page,
            Consumer<String> log)
            throws IOException {
        var rows = new ArrayList<Row>();
        for (Known set : SETS) {
            if (!set.isIn(data)) continue;
            log.accept(set.name());
            WordsBench.Measured own = measure(set, data, taxonomy, encoder);
            boolean english = set.kind().equals("titles") && set.language().equals("en");
            rows.add(
                    new Row(
                            set,
                            own,
                            other != null && english ? measure(set, data, taxonomy, other) : null));
        }
        if (rows.isEmpty()) throw new BenchSet.BadFile("There is no set under " + data + ".");
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String machine =
                String.format(
                        Locale.ROOT,
                        "%d cores, load %.1f, Java %s",
                        Runtime.getRuntime().availableProcessors(),
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage(),
                        Runtime.version().feature());
        String all = json(rows, at, machine);
        Files.writeString(json, all + "\n");
        Files.writeString(page, page(rows, at, machine));
        return all;
    }

    static WordsBench.Measured measure(Known set, Path data, Taxonomy taxonomy, Encoder encoder)
            throws IOException {
        BenchSet read = set.read(data);
        return WordsBench.measure(
                read,
                new BenchIndex(
                        read, taxonomy, encoder, WordsBench.concepts(set.kind()), set.language()),
                set.language());
    }

    private static String json(List<Row> rows, String at, String machine) {
        var parts = new ArrayList<String>();
        for (Row row : rows) {
            String line = WordsCommand.json(row.set().kind(), row.set().language(), row.measured());
            String more =
                    row.other() == null
                            ? ""
                            : ",\"withoutOnet\":"
                                    + WordsCommand.json(
                                            row.set().kind(), row.set().language(), row.other());
            parts.add(
                    "\""
                            + row.set().name()
                            + "\":"
                            + line.substring(0, line.length() - 1)
                            + more
                            + "}");
        }
        return "{\"what\":\"texts to concepts, the shipped model\",\"sets\":{"
                + String.join(",", parts)
                + "},\"machine\":\""
                + machine
                + "\",\"at\":\""
                + at
                + "\"}";
    }

    private static String page(List<Row> rows, String at, String machine) {
        var out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        """
                        # From words to concepts: what was measured

                        Written by `./skills bench words`. Means over all given queries, with half A (looked at while choosing settings) and half B (set aside) beside them. A query is in half A when the first byte of the SHA-256 of its folded text is even (`WordsBench.halfA`). BM25 is plain Lucene in the same run, each label a document: English analyzer for English, standard analyzer for all else.

                        `mrr` ranks every label, as the benchmarks do; `mrrConcept` gives each concept one place. In ranking labels, each further label of one concept counts %.2f less than the one before it, so that one concept does not fill the first places; the published systems rank by likeness alone. Where a set names no concepts the two are the same.

                        | set | queries | mrr | A / B | BM25 | ratio | by likeness alone: mrr / ratio / MAP | mrrConcept | A / B | Hit@1 | Hit@5 | nDCG@5 | MAP | p50 ms | p99 ms | processor p50 / p99 |
                        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                        """,
                        BenchIndex.REPEATED));
        for (Row row : rows) {
            line(out, row.set().what(), row.measured());
            if (row.other() != null)
                line(out, row.set().what() + ", trained without O\\*NET", row.other());
        }
        out.append("\n| set | BM25: Hit@1 | nDCG@5 | MAP | mrrConcept |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            RankMetrics m = row.measured().bm25().all();
            out.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.3f | %.3f | %.3f | %.3f |\n",
                            row.set().what(),
                            m.hit1(),
                            m.ndcg5(),
                            m.map(),
                            m.mrrConcept()));
        }
        out.append(
                String.format(
                        Locale.ROOT,
                        """

                        The shipped model has read titles and tasks of O\\*NET, and the US titles are titles of O\\*NET: it knows those very words. That is why a model trained without them stands beside it. The crosswalk from O\\*NET to ESCO, which is the answer to that set, is in neither.

                        Half B of one set has 95 to 670 queries: differences under .03 (Dutch), .05 (US) and .07 (Flemish) are noise.

                        Measured %s on %s. Times are of one thread, wall clock, with whatever else the machine did.
                        """,
                        at,
                        machine));
        return out.toString();
    }

    private static void line(StringBuilder out, String what, WordsBench.Measured m) {
        RankMetrics all = m.own().all();
        out.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %d | **%.3f** | %.3f / %.3f | %.3f | %.2f | %.3f / %.2f / %.3f | **%.3f** | %.3f / %.3f"
                                + " | %.3f | %.3f | %.3f | %.3f | %.2f | %.2f | %.2f / %.2f |\n",
                        what,
                        all.queries(),
                        all.mrr(),
                        m.own().a().mrr(),
                        m.own().b().mrr(),
                        m.bm25().all().mrr(),
                        m.toBm25(m.own()),
                        m.alone().all().mrr(),
                        m.toBm25(m.alone()),
                        m.alone().all().map(),
                        all.mrrConcept(),
                        m.own().a().mrrConcept(),
                        m.own().b().mrrConcept(),
                        all.hit1(),
                        all.hit5(),
                        all.ndcg5(),
                        all.map(),
                        m.p50(),
                        m.p99(),
                        m.cpu50(),
                        m.cpu99()));
    }
}
