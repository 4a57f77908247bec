package skills.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report in one language, in words: the same for the page, the file and the PDF. Nothing in it is
 * reckoned any more.
 *
 * @param eyebrow what stands above the title
 * @param sections in the fixed order of a report
 */
record ReportDocument(
        String title, String eyebrow, boolean simulated, List<Block> lead, List<Section> sections) {

    ReportDocument {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
    }

    /**
     * @param id the same in every report, for links and for tests
     */
    record Section(String id, String title, List<Block> blocks) {

        Section {
            blocks = List.copyOf(blocks);
        }

        /** Every text in it. */
        List<String> texts() {
            return Stream.concat(Stream.of(title), ReportDocument.texts(blocks)).toList();
        }
    }

    /** A piece of a section. */
    sealed interface Block {}

    record Say(String text, Voice voice) implements Block {}

    enum Voice {
        LEAD,
        PLAIN,
        STRONG,
        SOFT,
        SMALL,
        /** What nobody may miss. */
        NOTE
    }

    /**
     * @param level 2 or 3
     */
    record Sub(String title, int level) implements Block {}

    record Bullets(List<String> items) implements Block {}

    /** Terms with what is to be said of each. */
    record Facts(List<Fact> facts) implements Block {}

    record Fact(String term, String text) {}

    /**
     * A table whose first column names the rows.
     *
     * @param figures how many of the columns after the first hold numbers, from the left
     */
    record Grid(String caption, int figures, List<String> head, List<List<String>> rows)
            implements Block {}

    record Picture(String caption, Figure figure, String below) implements Block {}

    /**
     * What opens on a click.
     *
     * @param onPaper whether it stands open on paper; else only its summary stands there
     */
    record Fold(String summary, List<Block> blocks, boolean onPaper) implements Block {}

    Section section(String id) {
        return sections.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    /** Every text that a reader meets, without the sections. */
    List<String> leadTexts() {
        return Stream.concat(Stream.of(title, eyebrow), texts(lead)).toList();
    }

    private static Stream<String> texts(List<Block> blocks) {
        return blocks.stream().flatMap(ReportDocument::texts);
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Say w -> Stream.of(w.text());
            case Sub s -> Stream.of(s.title());
            case Bullets b -> b.items().stream();
            case Facts f -> f.facts().stream().flatMap(x -> Stream.of(x.term(), x.text()));
            case Grid g ->
                    Stream.concat(
                            Stream.concat(Stream.of(g.caption()), g.head().stream()),
                            g.rows().stream().flatMap(List::stream));
            case Picture p ->
                    Stream.concat(
                            Stream.of(p.caption(), p.below(), p.figure().alt()),
                            p.figure().texts().stream());
            case Fold f -> Stream.concat(Stream.of(f.summary()), texts(f.blocks()));
        };
    }

    /** Puts blocks together one after the other. */
    static final class Blocks {

        private final List<Block> blocks = new ArrayList<>();

        Blocks say(String text) {
            return add(new Say(text, Voice.PLAIN));
        }

        Blocks say(Voice voice, String text) {
            return add(new Say(text, voice));
        }

        Blocks sub(String title) {
            return add(new Sub(title, 3));
        }

        Blocks bullets(String... items) {
            return add(new Bullets(Arrays.asList(items)));
        }

        Blocks fold(String summary, Blocks inside) {
            return add(new Fold(summary, inside.list(), true));
        }

        Blocks fold(String summary, List<String> inside) {
            return add(
                    new Fold(
                            summary,
                            inside.stream().<Block>map(text -> new Say(text, Voice.PLAIN)).toList(),
                            true));
        }

        Blocks grid(String caption, int figures, List<String> head, List<List<String>> rows) {
            return add(new Grid(caption, figures, head, rows));
        }

        Blocks add(Block block) {
            blocks.add(block);
            return this;
        }

        boolean isEmpty() {
            return blocks.isEmpty();
        }

        List<Block> list() {
            return List.copyOf(blocks);
        }
    }
}
