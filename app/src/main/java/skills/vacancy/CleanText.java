package skills.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/**
 * The text of a vacancy as structured HTML of p, ul, li, h3, strong and br, without attributes,
 * made anew from what was found. Lists stay lists, also those written with dashes.
 *
 * @param html safe to print as it is
 * @param cutOff the source broke the text off
 */
record CleanText(String html, boolean cutOff) {

    /** All that {@link #html} can hold. */
    static final Safelist ALLOWED = new Safelist().addTags("p", "ul", "li", "h3", "strong", "br");

    /** Longer texts are cut: no vacancy needs more, and a page has to carry it. */
    static final int MOST = 30_000;

    private static final Pattern ESCAPED_TAG =
            Pattern.compile("&(amp;)*lt;\\s*/?\\s*[a-zA-Z][^<]{0,200}?&(amp;)*gt;");
    private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*[a-zA-Z!][^<>]*>");
    private static final Pattern HALF_TAG = Pattern.compile("<[^<>]*$");
    private static final Pattern BULLET =
            Pattern.compile("^\\s*(?:[-–—•·●▪■◦○*✓✔►»→]|&bull;)\\s+|^\\s*[•●▪■◦✓✔►]\\s*");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*\\d{1,2}[.)]\\s+");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\t\\n\\u200c\\u200d]]");
    private static final Pattern UNPAIRED =
            Pattern.compile(
                    "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private static final Set<String> SKIPPED =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "iframe",
                    "object",
                    "embed",
                    "svg",
                    "math",
                    "head",
                    "title",
                    "textarea",
                    "select",
                    "button",
                    "form");
    private static final Set<String> BOLD = Set.of("b", "strong");
    private static final Set<String> HEADING = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private enum Kind {
        TEXT,
        ITEM,
        HEADING
    }

    /** One line: what stands between two breaks. An empty line ends a paragraph. */
    private record Line(Kind kind, String html, String plain, boolean allBold) {}

    static CleanText of(String raw) {
        String text = unescaped(raw.length() > 4 * MOST ? raw.substring(0, 4 * MOST) : raw);
        boolean half = HALF_TAG.matcher(text).find() && TAG.matcher(text).find();
        if (half) text = HALF_TAG.matcher(text).replaceFirst("");
        var lines = new Lines();
        if (TAG.matcher(text).find()) lines.walk(Jsoup.parseBodyFragment(text).body());
        else listed(plain(Parser.unescapeEntities(text, false))).lines().forEach(lines::typed);
        List<Line> all = withHeadings(lines.done());
        boolean cut = half || raw.length() > 4 * MOST || brokenOff(all);
        return written(all, cut);
    }

    /** Plain text in one line: for titles and names. */
    static String line(String raw) {
        String text = unescaped(raw);
        if (TAG.matcher(text).find()) text = Jsoup.parseBodyFragment(text).text();
        return SPACE.matcher(plain(Parser.unescapeEntities(text, false))).replaceAll(" ").strip();
    }

    /** Feeds escape HTML once or twice; what was text stays text. */
    private static String unescaped(String raw) {
        String text = raw;
        for (int i = 0; i < 4 && ESCAPED_TAG.matcher(text).find(); i++)
            text = Parser.unescapeEntities(text, false);
        return text;
    }

    /** Without control characters, half characters and marks that turn the direction of reading. */
    private static String plain(String text) {
        String even = text.replace("\r\n", "\n").replace('\r', '\n');
        return CONTROL.matcher(UNPAIRED.matcher(even).replaceAll("")).replaceAll("");
    }

    /**
     * Empty lines only count between two lines of text; a short line above a long one or a list is
     * a heading.
     */
    private static List<Line> withHeadings(List<Line> lines) {
        List<Line> tight = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean between =
                    i > 0
                            && i + 1 < lines.size()
                            && lines.get(i - 1).kind() == Kind.TEXT
                            && lines.get(i + 1).kind() == Kind.TEXT;
            if (!lines.get(i).plain().isEmpty() || between) tight.add(lines.get(i));
        }
        for (int i = 0; i + 1 < tight.size(); i++) {
            Line line = tight.get(i);
            boolean first =
                    i == 0
                            || tight.get(i - 1).kind() != Kind.TEXT
                            || tight.get(i - 1).plain().isEmpty();
            if (first
                    && line.kind() == Kind.TEXT
                    && looksLikeHeading(line.plain(), tight.get(i + 1))) {
                tight.set(i, new Line(Kind.HEADING, escaped(line.plain()), line.plain(), true));
            }
        }
        return tight;
    }

    private static boolean looksLikeHeading(String text, Line next) {
        boolean shortWords =
                text.length() > 3
                        && text.length() <= 45
                        && Character.isUpperCase(text.codePointAt(0))
                        && text.matches(".*[\\p{L}\\d?]");
        return shortWords
                && (next.kind() == Kind.ITEM
                        || next.plain().length() > 70 && next.kind() == Kind.TEXT);
    }

    /**
     * "We ask: - Dutch; - English; - patience." lost its line breaks somewhere: here they are
     * again.
     */
    private static String listed(String text) {
        return text.contains("; - ")
                ? text.replaceAll("([;:])\\s+-\\s+(?=\\p{L})", "$1\n- ")
                : text;
    }

    private static boolean brokenOff(List<Line> lines) {
        if (lines.isEmpty()) return false;
        String last = lines.getLast().plain();
        return last.endsWith("…") || last.endsWith("...");
    }

    private static CleanText written(List<Line> lines, boolean cut) {
        var html = new StringBuilder();
        boolean list = false;
        boolean paragraph = false;
        boolean tooLong = false;
        for (Line line : lines) {
            if (html.length() + line.html().length() > MOST) {
                tooLong = true;
                break;
            }
            boolean text = line.kind() == Kind.TEXT && !line.plain().isEmpty();
            if (paragraph && !text) html.append("</p>");
            if (list && line.kind() != Kind.ITEM) html.append("</ul>");
            if (line.kind() == Kind.ITEM) {
                html.append(list ? "" : "<ul>").append("<li>").append(line.html()).append("</li>");
            } else if (line.kind() == Kind.HEADING) {
                html.append("<h3>").append(line.html()).append("</h3>");
            } else if (text) {
                html.append(paragraph ? "<br>" : "<p>").append(line.html());
            }
            paragraph = text;
            list = line.kind() == Kind.ITEM;
        }
        if (paragraph) html.append("</p>");
        if (list) html.append("</ul>");
        return new CleanText(html.toString(), cut || tooLong);
    }

    /** Gathers lines while walking through a document. */
    private static final class Lines {

        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder plain = new StringBuilder();
        private Kind kind = Kind.TEXT;
        private boolean bold;
        private boolean sawThin;
        private int depth;

        void walk(Element parent) {
            // Nesting this deep is an attack or a fault; the text inside is still taken.
            if (++depth > 200) {
                text(parent.text());
                depth--;
                return;
            }
            for (Node node : parent.childNodes()) {
                if (node instanceof TextNode text) text(text.getWholeText());
                else if (node instanceof Element element) element(element);
            }
            depth--;
        }

        private void element(Element element) {
            String name = element.normalName();
            if (SKIPPED.contains(name)) return;
            if (name.equals("br") || name.equals("hr")) {
                end();
                return;
            }
            if (name.equals("li") || HEADING.contains(name)) {
                end();
                kind = name.equals("li") ? Kind.ITEM : Kind.HEADING;
                walk(element);
                end();
                kind = Kind.TEXT;
                return;
            }
            if (BOLD.contains(name)) {
                boolean before = bold;
                bold = true;
                walk(element);
                bold = before;
                return;
            }
            boolean block = element.isBlock() && kind != Kind.HEADING;
            if (block && kind == Kind.TEXT) paragraph();
            else if (block && plain.length() > 0) text(" ");
            if (name.equals("td") || name.equals("th")) text(" ");
            walk(element);
            if (block && kind == Kind.TEXT) paragraph();
        }

        /**
         * Line breaks inside HTML text are spaces, except where the text was typed, not marked up.
         */
        private void text(String raw) {
            String clean = plain(raw);
            String joined = SPACE.matcher(clean).replaceAll(" ");
            if (joined.isEmpty()) return;
            if (plain.isEmpty()) joined = joined.stripLeading();
            if (!plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ')
                joined = joined.stripLeading();
            if (joined.isEmpty()) return;
            plain.append(joined);
            if (!bold && !joined.isBlank()) sawThin = true;
            boolean strong = bold && kind != Kind.HEADING && !joined.isBlank();
            html.append(strong ? "<strong>" : "")
                    .append(escaped(joined))
                    .append(strong ? "</strong>" : "");
        }

        /** A line of plain text. */
        void typed(String line) {
            text(line);
            if (line.isBlank()) paragraph();
            else end();
        }

        private void paragraph() {
            end();
            if (!lines.isEmpty() && !lines.getLast().plain().isEmpty())
                lines.add(new Line(Kind.TEXT, "", "", false));
        }

        private void end() {
            String text = plain.toString().strip();
            String marked = html.toString().strip();
            boolean allBold = !sawThin && !text.isEmpty();
            plain.setLength(0);
            html.setLength(0);
            sawThin = false;
            if (text.isEmpty()) {
                // Two breaks in a row end a paragraph.
                if (kind == Kind.TEXT && !lines.isEmpty() && !lines.getLast().plain().isEmpty()) {
                    lines.add(new Line(Kind.TEXT, "", "", false));
                }
                return;
            }
            lines.add(line(text, marked, allBold));
        }

        private Line line(String text, String marked, boolean allBold) {
            var bullet = BULLET.matcher(text);
            if (kind != Kind.HEADING && bullet.find() && bullet.end() < text.length()) {
                String rest = text.substring(bullet.end());
                return new Line(Kind.ITEM, escaped(rest), rest, false);
            }
            if (kind != Kind.TEXT) return new Line(kind, marked, text, allBold);
            var numbered = NUMBERED.matcher(text);
            if (numbered.find() && numbered.end() < text.length() && text.length() < 200) {
                // The number stays in the text: it may matter.
                return new Line(Kind.ITEM, marked, text, false);
            }
            boolean heading =
                    text.length() <= 70
                            && (allBold && !text.endsWith(".") && !text.endsWith(",")
                                    || text.endsWith(":")
                                            && Character.isUpperCase(text.codePointAt(0)));
            if (heading) {
                String head =
                        text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
                return head.isEmpty()
                        ? new Line(Kind.TEXT, marked, text, allBold)
                        : new Line(Kind.HEADING, escaped(head), head, true);
            }
            return new Line(Kind.TEXT, marked, text, allBold);
        }

        List<Line> done() {
            end();
            return List.copyOf(lines);
        }
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }

    /** The sentences and lines of the text, for reading requirements out of it. */
    List<String> lines() {
        List<String> found = new ArrayList<>();
        for (Element e :
                Jsoup.parseBodyFragment(html.replace("<br>", "</p><p>")).body().children()) {
            if (e.normalName().equals("ul"))
                e.children().forEach(item -> found.add("- " + item.text()));
            else if (e.normalName().equals("h3")) found.add("# " + e.text());
            else found.add(e.text());
        }
        return found;
    }
}
