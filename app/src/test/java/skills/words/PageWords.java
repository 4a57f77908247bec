package skills.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What can be read on a page without opening anything: the main part, without what is folded away,
 * for a screen reader only, or in another language than the page.
 *
 * @param pieces texts that stand by themselves, in order: sentences, labels, headings
 */
record PageWords(List<String> pieces) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}’'.,-]*");
    private static final Set<String> INLINE =
            Set.of("b", "i", "em", "strong", "a", "code", "sup", "time", "span", "abbr");
    private static final Set<String> RUNNING =
            Set.of(
                    "p", "h1", "h2", "h3", "h4", "legend", "dd", "dt", "td", "th", "button",
                    "label");

    /** As written on the page; a sentence ends with . ? or ! */
    record Sentence(String text) {

        int words() {
            return PageWords.words(text).size();
        }
    }

    static PageWords of(String html) {
        var page = Jsoup.parse(html);
        Element main = page.selectFirst("main");
        if (main == null) return new PageWords(List.of());
        String language = page.selectFirst("html").attr("lang");
        for (Element other : main.select("[lang]"))
            if (!other.attr("lang").equals(language)) other.remove();
        main.select("script, style, template, [hidden], .vh, .lang, svg, [aria-hidden=true]")
                .remove();
        main.select("details:not([open]) > :not(summary)").remove();
        List<String> blocks = new ArrayList<>();
        var open = new StringBuilder();
        read(main, blocks, open);
        close(blocks, open);
        return new PageWords(blocks.stream().flatMap(PageWords::pieces).toList());
    }

    private static void read(Element element, List<String> blocks, StringBuilder open) {
        for (Node node : element.childNodes())
            if (node instanceof TextNode text) append(text.getWholeText(), blocks, open);
            else if (node instanceof Element child) {
                boolean joined = INLINE.contains(child.tagName()) && running(element);
                if (!joined) close(blocks, open);
                read(child, blocks, open);
                if (!joined) close(blocks, open);
            }
    }

    /** Two texts without a space between them stand apart on the page. */
    private static void append(String text, List<String> blocks, StringBuilder open) {
        boolean apart =
                !open.isEmpty()
                        && !text.isEmpty()
                        && Character.isLetter(open.charAt(open.length() - 1))
                        && Character.isUpperCase(text.charAt(0));
        if (apart) close(blocks, open);
        open.append(text);
    }

    private static boolean running(Element element) {
        return RUNNING.contains(element.tagName())
                || INLINE.contains(element.tagName())
                        && element.parents().stream().anyMatch(p -> RUNNING.contains(p.tagName()));
    }

    private static void close(List<String> blocks, StringBuilder open) {
        String text = open.toString().replaceAll("\\s+", " ").strip();
        if (!text.isEmpty()) blocks.add(text);
        open.setLength(0);
    }

    private static Stream<String> pieces(String block) {
        return Stream.of(block.split("(?<=[.?!][’”)]?) +(?=[\\p{Lu}\\p{Nd}‘“])"));
    }

    static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(m -> m.group().replaceAll("[’'.,-]+$", ""))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    List<String> words() {
        return pieces.stream().flatMap(p -> words(p).stream()).toList();
    }

    List<Sentence> sentences() {
        return pieces.stream()
                .filter(p -> p.matches("(?s).*[.?!][’”)]?"))
                .map(Sentence::new)
                .toList();
    }

    List<String> rare(CommonWords common) {
        return words().stream().filter(w -> !common.has(w)).toList();
    }
}
