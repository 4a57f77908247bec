package skills.assessment;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.platform.Faults;
import skills.platform.Problem;

/** For administrators: which questionnaires there are, what is known of each, and another one. */
@Controller
@Access(Access.By.ADMIN)
class InstrumentsController {

    private final Instruments instruments;
    private final InstrumentDrafts drafts;

    InstrumentsController(Instruments instruments, InstrumentDrafts drafts) {
        this.instruments = instruments;
        this.drafts = drafts;
    }

    /**
     * @param instrument its current version
     */
    record Line(Instrument instrument, List<Instruments.Version> versions, boolean own) {}

    /**
     * @param outcome of the files just sent; null before
     */
    record ListView(List<Line> lines, InstrumentCsv.@Nullable Outcome outcome, Faults faults) {}

    /**
     * @param draft null when it is published
     */
    record OneView(
            Instrument instrument, List<SheetPart> sheet, @Nullable UUID draft, Faults faults) {

        List<Instrument.Item> items(Instrument.Scale scale) {
            return instrument.items().stream().filter(i -> i.scale().equals(scale.id())).toList();
        }
    }

    /**
     * @param heading empty for what stands before the first
     */
    record SheetPart(String heading, List<String> paragraphs) {

        static List<SheetPart> of(String markdown) {
            List<SheetPart> parts = new java.util.ArrayList<>();
            for (String part : markdown.split("(?m)^(?=## )")) {
                boolean headed = part.startsWith("## ");
                String[] lines = part.split("\\R", 2);
                String rest = headed ? lines.length > 1 ? lines[1] : "" : part;
                parts.add(
                        new SheetPart(
                                headed ? lines[0].substring(3).strip() : "",
                                java.util.Arrays.stream(rest.split("\\R\\s*\\R"))
                                        .map(p -> p.strip())
                                        .filter(p -> !p.isEmpty() && !p.startsWith("# "))
                                        .toList()));
            }
            return parts;
        }
    }

    @GetMapping("/admin/instruments")
    ModelAndView list() {
        return list(null, new Faults());
    }

    /** Reads the files; what can be published is shown before it is. */
    @PostMapping("/admin/instruments")
    ModelAndView read(
            @RequestParam(required = false) @Nullable MultipartFile meta,
            @RequestParam(required = false) @Nullable MultipartFile scales,
            @RequestParam(required = false) @Nullable MultipartFile items,
            @RequestParam(required = false) @Nullable MultipartFile parameters)
            throws IOException {
        Map<String, byte[]> given = new LinkedHashMap<>();
        put(given, InstrumentCsv.META, meta);
        put(given, InstrumentCsv.SCALES, scales);
        put(given, InstrumentCsv.ITEMS, items);
        put(given, InstrumentCsv.PARAMETERS, parameters);
        if (given.isEmpty()) return wrong(list(null, new Faults().add("meta", "instruments.none")));
        InstrumentCsv.Outcome outcome = InstrumentCsv.read(given);
        if (!outcome.isGood()) return wrong(list(outcome, new Faults()));
        return new ModelAndView(
                "redirect:/admin/instrument-drafts/" + drafts.keep(outcome.files()));
    }

    private static void put(Map<String, byte[]> given, String name, @Nullable MultipartFile file)
            throws IOException {
        if (file != null && !file.isEmpty()) given.put(name, file.getBytes());
    }

    @GetMapping("/admin/instrument-drafts/{id}")
    ModelAndView draft(@PathVariable UUID id) {
        return draft(id, new Faults());
    }

    @PostMapping("/admin/instrument-drafts/{id}")
    ModelAndView publish(@PathVariable UUID id) {
        Map<String, String> files = drafts.find(id).orElseThrow(Problem::notFound);
        Instrument instrument = InstrumentReader.read("draft", files);
        if (!instruments.put(instrument.id().name(), files))
            return wrong(draft(id, new Faults().add("publish", "instruments.used")));
        drafts.drop(id);
        return new ModelAndView("redirect:" + address(instrument.id()));
    }

    @GetMapping("/admin/instruments/{name}/{version}")
    ModelAndView one(@PathVariable String name, @PathVariable String version) {
        Optional<Instrument> found;
        try {
            found = instruments.find(new InstrumentId(name, version));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
        Instrument instrument = found.orElseThrow(Problem::notFound);
        return one(instrument, instruments.files(instrument.id()), null, new Faults());
    }

    static String address(InstrumentId id) {
        return "/admin/instruments/" + id.name() + "/" + id.version();
    }

    private ModelAndView draft(UUID id, Faults faults) {
        Map<String, String> files = drafts.find(id).orElseThrow(Problem::notFound);
        return one(InstrumentReader.read("draft", files), files, id, faults);
    }

    private static ModelAndView one(
            Instrument instrument, Map<String, String> files, @Nullable UUID draft, Faults faults) {
        return new ModelAndView(
                "assessment/instrument",
                "view",
                new OneView(
                        instrument,
                        SheetPart.of(files.getOrDefault("SOURCE.md", "")),
                        draft,
                        faults));
    }

    private ModelAndView list(InstrumentCsv.@Nullable Outcome outcome, Faults faults) {
        List<Instruments.Version> versions = instruments.versions();
        List<Line> lines =
                instruments.all().stream()
                        .map(
                                i ->
                                        new Line(
                                                i,
                                                versions.stream()
                                                        .filter(
                                                                v ->
                                                                        v.id().name()
                                                                                .equals(
                                                                                        i.id().name()))
                                                        .toList(),
                                                Instruments.isShipped(i.id().name())))
                        .toList();
        return new ModelAndView(
                "assessment/instruments", "view", new ListView(lines, outcome, faults));
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
