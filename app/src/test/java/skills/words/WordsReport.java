package skills.words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import skills.Visitor;
import skills.trials.OwnProcess;
import skills.words.WholeWay.Kind;
import skills.words.WholeWay.Step;

/**
 * {@code ./skills words}: how much there is to read, how hard it is, and how long the whole
 * passport takes, from the application as it runs.
 */
final class WordsReport {

    /** What answering one item takes: the aim of the product, until it is measured. */
    private static final double ITEM_SECONDS = 6;

    /** Reading on a phone, slowly; taps; typing on glass. */
    private static final double WORDS_A_MINUTE = 180;

    private static final double TAP_SECONDS = 1;
    private static final double LETTERS_A_SECOND = 3;
    private static final int WORST_PAGES = 10;
    private static final int WORST_SENTENCES = 20;

    private WordsReport() {}

    /** Arguments: the file to write, the port for the application. */
    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        Map<String, List<Step>> ways = new LinkedHashMap<>();
        try (var application =
                new OwnProcess(Path.of("app/target/trials/words"), Integer.parseInt(args[1]))
                        .fresh()) {
            application.start();
            // Once to warm up: what is written down is the second time.
            WholeWay.walk("nl", () -> new Visitor(application.origin()));
            for (String language : List.of("nl", "en"))
                ways.put(
                        language, WholeWay.walk(language, () -> new Visitor(application.origin())));
        }
        if (out.getParent() != null) Files.createDirectories(out.getParent());
        Files.writeString(out, page(ways));
        System.err.println("Written: " + out);
        System.out.println(json(ways));
    }

    /**
     * @param minutes of the holder; what stood on an earlier page is not read again
     */
    record Length(int items, int taps, int letters, double serverSeconds, double minutes) {

        static final Length NONE = new Length(0, 0, 0, 0, 0);

        /**
         * @param read what was read so far; grows
         */
        static Length of(Step step, Set<String> read) {
            double server = step.millis() / 1000;
            int words =
                    step.words().pieces().stream()
                            .filter(read::add)
                            .mapToInt(p -> PageWords.words(p).size())
                            .sum();
            double seconds =
                    step.kind() == Kind.ITEM
                            ? ITEM_SECONDS
                            : words / WORDS_A_MINUTE * 60
                                    + step.taps() * TAP_SECONDS
                                    + step.letters() / LETTERS_A_SECOND;
            return new Length(
                    step.kind() == Kind.ITEM ? 1 : 0,
                    step.taps(),
                    step.letters(),
                    server,
                    (seconds + server) / 60);
        }

        Length plus(Length other) {
            return new Length(
                    items + other.items,
                    taps + other.taps,
                    letters + other.letters,
                    serverSeconds + other.serverSeconds,
                    minutes + other.minutes);
        }
    }

    /** By part, in order; the page that somebody else reads takes none of the holder's time. */
    static Map<String, Length> lengths(List<Step> steps) {
        Map<String, Length> lengths = new LinkedHashMap<>();
        Set<String> read = new java.util.HashSet<>();
        for (Step step : steps)
            if (!step.part().equals("reader"))
                lengths.merge(step.part(), Length.of(step, read), Length::plus);
        return lengths;
    }

    /** The way to a shared passport: looking for work is another errand. */
    static Length whole(Map<String, Length> lengths) {
        return lengths.entrySet().stream()
                .filter(e -> !e.getKey().equals("explore"))
                .map(Map.Entry::getValue)
                .reduce(Length.NONE, Length::plus);
    }

    private static double mean(PageWords words) {
        return words.sentences().stream().mapToInt(PageWords.Sentence::words).average().orElse(0);
    }

    private static int longest(PageWords words) {
        return words.sentences().stream().mapToInt(PageWords.Sentence::words).max().orElse(0);
    }

    private static double rare(List<Step> steps, CommonWords common) {
        double all = steps.stream().mapToInt(s -> s.words().words().size()).sum();
        return steps.stream().mapToInt(s -> s.words().rare(common).size()).sum() / all;
    }

    /** Each different sentence once, the longest first. */
    private static List<Map.Entry<String, String>> longestSentences(List<Step> steps) {
        Map<String, String> where = new LinkedHashMap<>();
        for (Step step : steps)
            for (var sentence : step.words().sentences())
                where.putIfAbsent(sentence.text(), step.name());
        return where.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Map.Entry<String, String> e) ->
                                                PageWords.words(e.getKey()).size())
                                .reversed())
                .limit(WORST_SENTENCES)
                .toList();
    }

    private static String page(Map<String, List<Step>> ways) {
        var page =
                new StringBuilder(
                        """
                # Words and the length of the whole passport

                Written by `./skills words` on %s, from the application as it runs with its demo world. Counted is the main
                part of each page as it stands before anything is unfolded; names and texts that a person typed are among
                the words. A rare word is one outside the 20,000 most frequent ones of subtitles (content/words): names of
                trades and places are often rare, and no fault. A sentence ends with a full stop, a question mark or an
                exclamation mark.

                """
                                .formatted(LocalDate.now()));
        ways.forEach((language, steps) -> language(page, language, steps));
        return page.toString();
    }

    private static void language(StringBuilder page, String language, List<Step> steps) {
        CommonWords common = CommonWords.of(language);
        page.append("## ").append(language.equals("nl") ? "Dutch" : "English").append("\n\n");
        Map<String, Length> lengths = lengths(steps);
        page.append(
                "| part | items | taps | letters typed | server time (s) | minutes |\n|---|---|---|---|---|---|\n");
        lengths.forEach((part, length) -> row(page, part, length));
        row(page, "**all but explore**", whole(lengths));
        page.append(
                String.format(
                        Locale.ROOT,
                        "%nMinutes: %.0f s an item, other screens read at %.0f words a minute, %.0f s a tap, %.0f letters a second, and the server. A text that stood on an earlier page is not read again. Aim: at most 25.%n%n",
                        ITEM_SECONDS,
                        WORDS_A_MINUTE,
                        TAP_SECONDS,
                        LETTERS_A_SECOND));
        page.append(
                "### The ten pages with most to read\n\n| page | words | sentences, mean words | longest | rare words |\n|---|---|---|---|---|\n");
        steps.stream()
                .sorted(Comparator.comparingInt((Step s) -> s.words().words().size()).reversed())
                .limit(WORST_PAGES)
                .forEach(
                        s ->
                                page.append(
                                        String.format(
                                                Locale.ROOT,
                                                "| %s | %d | %.1f | %d | %.0f%% |%n",
                                                s.name(),
                                                s.words().words().size(),
                                                mean(s.words()),
                                                longest(s.words()),
                                                100 * rare(List.of(s), common))));
        page.append(
                "\n### The twenty longest sentences\n\n| words | sentence | page |\n|---|---|---|\n");
        for (var sentence : longestSentences(steps))
            page.append("| ")
                    .append(PageWords.words(sentence.getKey()).size())
                    .append(" | ")
                    .append(sentence.getKey().replace("|", "/"))
                    .append(" | ")
                    .append(sentence.getValue())
                    .append(" |\n");
        page.append("\n### Rare words seen most\n\n")
                .append(rareWords(steps, common))
                .append("\n\n");
    }

    private static void row(StringBuilder page, String part, Length length) {
        page.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d | %.2f | %.1f |%n",
                        part,
                        length.items(),
                        length.taps(),
                        length.letters(),
                        length.serverSeconds(),
                        length.minutes()));
    }

    /** With the number of pages that show it. */
    private static String rareWords(List<Step> steps, CommonWords common) {
        Map<String, Long> counted =
                steps.stream()
                        .flatMap(
                                s ->
                                        s.words().rare(common).stream()
                                                .map(String::toLowerCase)
                                                .distinct())
                        .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(40)
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String json(Map<String, List<Step>> ways) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", LocalDate.now().toString());
        ways.forEach(
                (language, steps) -> {
                    Length length = whole(lengths(steps));
                    Map<String, Object> of = new LinkedHashMap<>();
                    of.put("screens", steps.size());
                    of.put("words", steps.stream().mapToInt(s -> s.words().words().size()).sum());
                    of.put(
                            "most_words_on_a_page",
                            steps.stream().mapToInt(s -> s.words().words().size()).max().orElse(0));
                    of.put(
                            "mean_sentence",
                            round(
                                    steps.stream()
                                            .flatMap(s -> s.words().sentences().stream())
                                            .mapToInt(PageWords.Sentence::words)
                                            .average()
                                            .orElse(0)));
                    of.put(
                            "longest_sentence",
                            steps.stream().mapToInt(s -> longest(s.words())).max().orElse(0));
                    of.put("rare_percent", round(100 * rare(steps, CommonWords.of(language))));
                    of.put("items", length.items());
                    of.put("taps", length.taps());
                    of.put("letters", length.letters());
                    of.put("server_seconds", round(length.serverSeconds()));
                    of.put("minutes", round(length.minutes()));
                    all.put(language, of);
                });
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(all);
    }

    private static double round(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
