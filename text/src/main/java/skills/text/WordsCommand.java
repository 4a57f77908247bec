package skills.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./skills bench titles|skills|vdab} and {@code ./skills train-words}: measures the shipped
 * model on any set of queries and answers, and trains it again.
 */
public final class WordsCommand {

    /** Wrong use; the message says what is expected. */
    private static final class Usage extends Exception {
        Usage(String message) {
            super(message);
        }
    }

    private static final String BENCH =
            "bench titles|skills|vdab --queries FILE --annotations FILE --corpus FILE [--mapping"
                    + " FILE] [--lang nl|en|de|...] [--model FILE]";
    private static final String TRAIN = "train-words [--out FILE] [--seed NUMBER] [--without-onet]";

    private WordsCommand() {}

    /** Exits 0 when done, 1 when it failed, 2 for wrong use. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        String command = args.length == 0 ? "" : args[0];
        List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
        try {
            switch (command) {
                case "words" -> report(rest, out, err);
                case "titles", "skills", "vdab" -> bench(command, rest, out, err);
                case "train-words" -> train(rest, out, err);
                default -> throw new Usage("Use: " + BENCH + "\n  or: " + TRAIN);
            }
            return 0;
        } catch (Usage e) {
            err.println(e.getMessage());
            return 2;
        } catch (BenchSet.BadFile e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("Cannot read or write: " + e.getMessage());
            return 1;
        }
    }

    private static void bench(String kind, List<String> args, PrintStream out, PrintStream err)
            throws IOException, Usage {
        Map<String, String> given =
                options(
                        args,
                        List.of(
                                "queries",
                                "annotations",
                                "corpus",
                                "mapping",
                                "lang",
                                "model",
                                "content"),
                        BENCH);
        Path content = Path.of(given.getOrDefault("content", "content"));
        Path mapping = given.containsKey("mapping") ? Path.of(given.get("mapping")) : null;
        BenchSet set =
                BenchSet.read(
                        file(given, "queries"),
                        file(given, "annotations"),
                        file(given, "corpus"),
                        mapping);
        Encoder encoder = model(given, content);
        Taxonomy taxonomy = Taxonomy.read(content.resolve("taxonomy/esco"));
        String language = given.getOrDefault("lang", kind.equals("vdab") ? "nl" : "");
        if (language.isEmpty()) language = guess(set, taxonomy);
        long start = System.nanoTime();
        var index = new BenchIndex(set, taxonomy, encoder, WordsBench.concepts(kind), language);
        err.printf(
                Locale.ROOT,
                "%d queries, %d labels of %d concepts (%s), index made in %.1f s, %.1f MB beside"
                        + " the model%n",
                set.gains().size(),
                set.corpus().size(),
                index.index().size(),
                language,
                (System.nanoTime() - start) / 1e9,
                index.index().bytes() / 1e6);
        out.println(json(kind, language, WordsBench.measure(set, index, language)));
    }

    private static void report(List<String> args, PrintStream out, PrintStream err)
            throws IOException, Usage {
        Map<String, String> given =
                options(
                        args,
                        List.of("data", "json", "page", "model", "other", "content"),
                        "bench words [--data FOLDER] [--other MODEL trained without O*NET]");
        Path content = Path.of(given.getOrDefault("content", "content"));
        Path home = content.toAbsolutePath().normalize().getParent();
        String other = given.get("other");
        out.println(
                WordsReport.write(
                        Path.of(given.getOrDefault("data", "../shared/data")),
                        Taxonomy.read(content.resolve("taxonomy/esco")),
                        model(given, content),
                        other == null ? null : model(Map.of("model", other), content),
                        Path.of(given.getOrDefault("json", home + "/bench/results/words.json")),
                        Path.of(
                                given.getOrDefault(
                                        "page", home + "/docs/validation/words-matching.md")),
                        err::println));
    }

    static Encoder model(Map<String, String> given, Path content) throws IOException {
        Path file =
                given.containsKey("model")
                        ? Path.of(given.get("model"))
                        : content.resolve("model/words.bin");
        if (!Files.isRegularFile(file))
            throw new BenchSet.BadFile(
                    "There is no trained model at " + file + ": ./skills train-words makes it.");
        try (var in = Files.newInputStream(file)) {
            return Encoder.read(in);
        }
    }

    /** The language of the corpus: Dutch, or else English, by which taxonomy's words it has. */
    private static String guess(BenchSet set, Taxonomy taxonomy) {
        String best = "en";
        int most = -1;
        for (String language : Taxonomy.LANGUAGES) {
            var known = new java.util.HashSet<String>();
            for (Concept concept : taxonomy.concepts().values())
                for (String label : concept.labels(language)) known.addAll(Tokens.words(label));
            int count = 0;
            for (String text : set.corpus().values())
                for (String word : Tokens.words(text)) if (known.contains(word)) count++;
            if (count > most) {
                most = count;
                best = language;
            }
        }
        return best;
    }

    private static Path file(Map<String, String> given, String name) throws Usage {
        String value = given.get(name);
        if (value == null) throw new Usage("--" + name + " is missing. Use: " + BENCH);
        return Path.of(value);
    }

    private static Map<String, String> options(
            List<String> args, List<String> allowed, String usage) throws Usage {
        var given = new LinkedHashMap<String, String>();
        for (int i = 0; i < args.size(); i++) {
            String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
            if (name.equals("without-onet") && allowed.contains(name)) {
                given.put(name, "");
                continue;
            }
            if (!allowed.contains(name) || i + 1 >= args.size())
                throw new Usage("Unknown or incomplete: " + args.get(i) + ". Use: " + usage);
            given.put(name, args.get(++i));
        }
        return given;
    }

    /** One line: the figures of this method over all queries, then BM25's, then both halves. */
    static String json(String kind, String language, WordsBench.Measured m) {
        return "{\"bench\":\"%s\",\"lang\":\"%s\",%s,\"p50Ms\":%s,\"p99Ms\":%s,\"p50CpuMs\":%s,\"p99CpuMs\":%s,\"mrrToBm25\":%s,\"byLikenessAlone\":{%s},\"bm25\":{%s},\"A\":{%s,\"bm25\":{%s}},\"B\":{%s,\"bm25\":{%s}}}"
                .formatted(
                        kind,
                        language,
                        fields(m.own().all()),
                        number(m.p50()),
                        number(m.p99()),
                        number(m.cpu50()),
                        number(m.cpu99()),
                        number(m.toBm25(m.own())),
                        fields(m.alone().all()),
                        fields(m.bm25().all()),
                        fields(m.own().a()),
                        fields(m.bm25().a()),
                        fields(m.own().b()),
                        fields(m.bm25().b()));
    }

    private static String fields(RankMetrics m) {
        var parts = new ArrayList<String>();
        parts.add("\"queries\":" + m.queries());
        parts.add("\"mrr\":" + number(m.mrr()));
        parts.add("\"mrrConcept\":" + number(m.mrrConcept()));
        parts.add("\"map\":" + number(m.map()));
        parts.add("\"ndcg5\":" + number(m.ndcg5()));
        parts.add("\"hit1\":" + number(m.hit1()));
        parts.add("\"hit5\":" + number(m.hit5()));
        parts.add("\"hit10\":" + number(m.hit10()));
        return String.join(",", parts);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static void train(List<String> args, PrintStream out, PrintStream err)
            throws IOException, Usage {
        Map<String, String> given =
                options(
                        args,
                        List.of("out", "seed", "without-onet", "content", "onet", "steps"),
                        TRAIN);
        Path content = Path.of(given.getOrDefault("content", "content"));
        Path to = Path.of(given.getOrDefault("out", content.resolve("model/words.bin").toString()));
        Path onet = onet(given, content);
        long start = System.nanoTime();
        Taxonomy taxonomy = Taxonomy.read(content.resolve("taxonomy/esco"));
        EncoderTraining.Settings settings = TaxonomyTraining.SETTINGS;
        try {
            if (given.containsKey("seed"))
                settings = settings.withSeed(Long.parseLong(given.get("seed")));
            if (given.containsKey("steps"))
                settings = settings.withSteps(Integer.parseInt(given.get("steps")));
        } catch (NumberFormatException e) {
            throw new Usage("--seed and --steps take whole numbers. Use: " + TRAIN);
        }
        Encoder encoder =
                EncoderTraining.train(
                        settings,
                        new TrainingTexts(TaxonomyTraining.groups(taxonomy, onet)),
                        TaxonomyTraining.compounds(taxonomy),
                        line ->
                                err.printf(
                                        Locale.ROOT,
                                        "%4.0f s  %s%n",
                                        (System.nanoTime() - start) / 1e9,
                                        line));
        if (to.toAbsolutePath().getParent() != null)
            Files.createDirectories(to.toAbsolutePath().getParent());
        try (var file = Files.newOutputStream(to)) {
            encoder.write(file);
        }
        out.printf(
                Locale.ROOT,
                "{\"model\":\"%s\",\"rows\":%d,\"dimensions\":%d,\"bytes\":%d,\"onet\":%b,\"seconds\":%.0f}%n",
                to.getFileName(),
                encoder.rows(),
                encoder.dimensions(),
                Files.size(to),
                onet != null,
                (System.nanoTime() - start) / 1e9);
    }

    private static @Nullable Path onet(Map<String, String> given, Path content) throws IOException {
        if (given.containsKey("without-onet")) return null;
        Path folder =
                given.containsKey("onet")
                        ? Path.of(given.get("onet"))
                        : content.resolve("model/onet");
        if (Taxonomy.file(folder, "Alternate_Titles.tsv") == null)
            throw new BenchSet.BadFile(
                    "There are no titles of O*NET in "
                            + folder
                            + "; --without-onet trains without them.");
        return folder;
    }
}
