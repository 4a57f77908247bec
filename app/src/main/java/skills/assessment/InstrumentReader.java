package skills.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.assessment.Instrument.Better;
import skills.assessment.Instrument.Block;
import skills.assessment.Instrument.Form;
import skills.assessment.Instrument.Item;
import skills.assessment.Instrument.Kind;
import skills.assessment.Instrument.Norms;
import skills.assessment.Instrument.Parameters;
import skills.assessment.Instrument.Scale;
import skills.assessment.Instrument.Scene;
import skills.assessment.Instrument.Scoring;
import skills.assessment.Instrument.Use;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.ContentNode;

/**
 * Reads an instrument from its files and checks that they belong together; a mistake is told with
 * file and place.
 */
final class InstrumentReader {

    /** The sheet without which nothing is published. */
    static final List<String> SHEET =
            List.of(
                    "## Uitgangspunten van de testconstructie",
                    "## Kwaliteit van het testmateriaal",
                    "## Kwaliteit van de handleiding",
                    "## Normen",
                    "## Betrouwbaarheid",
                    "## Begripsvaliditeit",
                    "## Criteriumvaliditeit",
                    "Niet door de COTAN beoordeeld. Not assessed by COTAN.");

    private static final int ANSWERS = 5;

    private final Map<String, String> files;
    private final String folder;
    private @Nullable Language only;

    /**
     * @param files by name, as in the folder of the instrument
     */
    private InstrumentReader(String folder, Map<String, String> files) {
        this.folder = folder;
        this.files = files;
    }

    static Instrument read(String folder, Map<String, String> files) {
        return new InstrumentReader(folder, files).instrument();
    }

    private Instrument instrument() {
        String sheet = file("SOURCE.md");
        for (String part : SHEET)
            if (!sheet.contains(part))
                throw ContentNode.parse(folder + "/SOURCE.md", "{}")
                        .wrong("'" + part + "' is missing");
        ContentNode top =
                yaml("instrument.yaml")
                        .only(
                                "name", "version", "kind", "title", "about", "lead", "seconds",
                                "answers", "scales", "items", "blocks", "only", "use");
        only =
                top.has("only")
                        ? one(top, "only", Map.of("nl", Language.NL, "en", Language.EN))
                        : null;
        Kind kind = one(top, "kind", Map.of("rating", Kind.RATING, "best-worst", Kind.BEST_WORST));
        List<LocalizedText> answers =
                kind == Kind.RATING
                        ? top.get("answers").size(ANSWERS, ANSWERS).list().stream()
                                .map(this::words)
                                .toList()
                        : List.of();
        List<Scale> scales = top.list("scales").stream().map(this::scale).toList();
        List<Item> items = items(top, scales);
        var instrument =
                new Instrument(
                        new InstrumentId(top.text("name"), top.text("version")),
                        kind,
                        words(top.get("title")),
                        words(top.get("about")),
                        words(top.get("lead")),
                        top.integer("seconds"),
                        answers,
                        scales,
                        items,
                        kind == Kind.BEST_WORST ? blocks(top, items) : List.of(),
                        scoring(items),
                        norms(),
                        report(scales),
                        only,
                        top.has("use")
                                ? one(top, "use", Map.of("person", Use.PERSON, "study", Use.STUDY))
                                : Use.PERSON);
        for (Scale scale : scales)
            if (items.stream().filter(i -> i.scale().equals(scale.id())).count() < scale.minimum())
                throw top.wrong("scale " + scale.id() + " has fewer items than its minimum");
        return instrument;
    }

    private Scale scale(ContentNode node) {
        node.only("id", "name", "low", "high", "better", "minimum", "facets");
        LocalizedText none = LocalizedText.same("");
        return new Scale(
                node.text("id"),
                words(node.get("name")),
                node.has("low") ? words(node.get("low")) : none,
                node.has("high") ? words(node.get("high")) : none,
                better(node),
                node.integer("minimum"),
                node.has("facets")
                        ? node.list("facets").stream().map(ContentNode::text).toList()
                        : List.of());
    }

    static Better better(ContentNode scale) {
        return one(
                scale,
                "better",
                Map.of("none", Better.NONE, "high", Better.HIGH, "low", Better.LOW));
    }

    /** In both languages, or at least in the only one there is. */
    private LocalizedText words(ContentNode node) {
        if (only == null) return node.localized();
        node.only("nl", "en").text(only.code());
        return new LocalizedText(
                node.has("nl") ? node.text("nl") : "", node.has("en") ? node.text("en") : "");
    }

    private List<Item> items(ContentNode top, List<Scale> scales) {
        ContentNode nl = only == Language.EN ? yaml("items_en.yaml") : yaml("items_nl.yaml");
        ContentNode en = only == Language.NL ? nl : yaml("items_en.yaml");
        Set<String> seen = new HashSet<>();
        List<Item> items = new ArrayList<>();
        for (ContentNode node : top.list("items")) {
            node.only("id", "scale", "facet", "key", "form", "scene");
            String id = node.text("id");
            if (!seen.add(id)) throw node.wrong("item " + id + " is there twice");
            Scale scale =
                    scales.stream()
                            .filter(s -> s.id().equals(node.text("scale")))
                            .findFirst()
                            .orElseThrow(() -> node.wrong("no scale " + node.text("scale")));
            String facet = node.has("facet") ? node.text("facet") : "";
            if (!facet.isEmpty() && !scale.facets().contains(facet))
                throw node.wrong("no facet " + facet + " of " + scale.id());
            int key = node.has("key") ? node.integer("key") : 1;
            if (Math.abs(key) != 1) throw node.wrong("key is 1 or -1");
            Form form =
                    node.has("form")
                            ? one(node, "form", Map.of("first", Form.FIRST, "more", Form.MORE))
                            : Form.FIRST;
            items.add(
                    new Item(
                            id,
                            scale.id(),
                            facet,
                            key,
                            form,
                            new LocalizedText(nl.text(id), en.text(id)),
                            node.has("scene") && node.flag("scene") ? scene(id) : null));
        }
        for (ContentNode words : List.of(nl, en))
            for (String id : words.keys())
                if (!seen.contains(id)) throw words.wrong("no item " + id);
        return List.copyOf(items);
    }

    /** Null until its drawing is described in both languages. */
    private @Nullable Scene scene(String id) {
        if (!files.containsKey("scenes_nl.yaml") || !files.containsKey("scenes_en.yaml"))
            return null;
        ContentNode nl = yaml("scenes_nl.yaml");
        ContentNode en = yaml("scenes_en.yaml");
        if (!nl.has(id) || !en.has(id)) return null;
        return new Scene(
                new LocalizedText(nl.get(id).text("title"), en.get(id).text("title")),
                new LocalizedText(nl.get(id).text("desc"), en.get(id).text("desc")));
    }

    private static List<Block> blocks(ContentNode top, List<Item> items) {
        Set<String> ids = new HashSet<>();
        items.forEach(i -> ids.add(i.id()));
        List<Block> blocks = new ArrayList<>();
        for (ContentNode node : top.list("blocks")) {
            node.only("id", "items");
            List<String> in = node.list("items").stream().map(ContentNode::text).toList();
            for (String id : in) if (!ids.contains(id)) throw node.wrong("no item " + id);
            if (in.size() < 3 || Set.copyOf(in).size() < in.size())
                throw node.wrong("a block has three different items or more");
            blocks.add(new Block(node.text("id"), in));
        }
        return List.copyOf(blocks);
    }

    private Scoring scoring(List<Item> items) {
        ContentNode node = yaml("scoring.yaml").only("version", "method", "assumed", "parameters");
        String version = node.text("version");
        return switch (node.text("method")) {
            case "plackett-luce" -> new Scoring.PlackettLuce(version);
            case "mean" -> new Scoring.Mean(version);
            case "graded-response" ->
                    new Scoring.GradedResponse(
                            version,
                            node.flag("assumed"),
                            parameters(node.get("parameters"), items));
            default -> throw node.get("method").wrong("no method of ours");
        };
    }

    private static Map<String, Parameters> parameters(ContentNode node, List<Item> items) {
        Map<String, Parameters> parameters = new HashMap<>();
        for (Item item : items) {
            ContentNode p = node.get(item.id()).only("a", "b");
            List<Double> b =
                    p.get("b").size(ANSWERS - 1, ANSWERS - 1).list().stream()
                            .map(ContentNode::number)
                            .toList();
            for (int i = 1; i < b.size(); i++)
                if (b.get(i) <= b.get(i - 1)) throw p.wrong("thresholds rise");
            double a = p.get("a").number();
            if (a <= 0) throw p.wrong("a is above 0");
            parameters.put(item.id(), new Parameters(a, b));
        }
        return Map.copyOf(parameters);
    }

    private Norms norms() {
        if (!files.containsKey("norms.yaml")) return new Norms(null);
        ContentNode node = yaml("norms.yaml").only("version", "groups");
        return new Norms(node.has("version") ? node.text("version") : null);
    }

    private ReportText report(List<Scale> scales) {
        if (!files.containsKey("report_nl.yaml")) return ReportText.NONE;
        ContentNode nl = yaml("report_nl.yaml");
        ContentNode en = yaml("report_en.yaml");
        Map<String, Map<String, ReportText.Said>> said = new LinkedHashMap<>();
        Map<String, LocalizedText> asks = new HashMap<>();
        Map<String, Map<String, List<ReportText.Suggestion>>> suggestions = new HashMap<>();
        for (Scale scale : scales) {
            ContentNode n = nl.get(scale.id());
            ContentNode e = en.get(scale.id());
            Map<String, ReportText.Said> zones = new LinkedHashMap<>();
            for (String zone : n.keys())
                if (zone.equals("ask"))
                    asks.put(scale.id(), new LocalizedText(n.text(zone), e.text(zone)));
                else zones.put(zone, said(n.get(zone), e.get(zone)));
            said.put(scale.id(), zones);
            suggestions.put(scale.id(), suggestions(nl, en, scale.id()));
        }
        return new ReportText(said, asks, suggestions, texts(nl.get("not"), en.get("not")));
    }

    private static ReportText.Said said(ContentNode nl, ContentNode en) {
        nl.only("head", "say", "ask");
        return new ReportText.Said(
                nl.has("head")
                        ? new LocalizedText(nl.text("head"), en.text("head"))
                        : LocalizedText.same(""),
                new LocalizedText(nl.text("say"), en.text("say")),
                nl.has("ask") ? new LocalizedText(nl.text("ask"), en.text("ask")) : null);
    }

    private static Map<String, List<ReportText.Suggestion>> suggestions(
            ContentNode nl, ContentNode en, String scale) {
        ContentNode n = nl.get("suggestions").get(scale);
        ContentNode e = en.get("suggestions").get(scale);
        if (n.value() instanceof List<?>) return Map.of("top", list(n, e));
        Map<String, List<ReportText.Suggestion>> byDirection = new HashMap<>();
        for (String direction : n.keys())
            byDirection.put(direction, list(n.get(direction), e.get(direction)));
        return byDirection;
    }

    private static List<ReportText.Suggestion> list(ContentNode nl, ContentNode en) {
        List<ContentNode> n = nl.list();
        List<ContentNode> e = en.size(n.size(), n.size()).list();
        List<ReportText.Suggestion> all = new ArrayList<>();
        for (int i = 0; i < n.size(); i++)
            all.add(
                    new ReportText.Suggestion(
                            new LocalizedText(n.get(i).text("text"), e.get(i).text("text")),
                            n.get(i).text("skill"),
                            n.get(i).text("occupation")));
        return List.copyOf(all);
    }

    private static List<LocalizedText> texts(ContentNode nl, ContentNode en) {
        List<ContentNode> n = nl.list();
        List<ContentNode> e = en.size(n.size(), n.size()).list();
        List<LocalizedText> all = new ArrayList<>();
        for (int i = 0; i < n.size(); i++)
            all.add(new LocalizedText(n.get(i).text(), e.get(i).text()));
        return List.copyOf(all);
    }

    static <T> T one(ContentNode node, String key, Map<String, T> allowed) {
        T found = allowed.get(node.text(key).toLowerCase(Locale.ROOT));
        if (found == null) throw node.get(key).wrong("one of " + allowed.keySet() + " is needed");
        return found;
    }

    private ContentNode yaml(String name) {
        return ContentNode.parse(folder + "/" + name, file(name));
    }

    private String file(String name) {
        String text = files.get(name);
        if (text == null) throw ContentNode.parse(folder, "{}").wrong(name + " is missing");
        return text;
    }
}
