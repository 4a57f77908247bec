package skills.vacancy;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;
import skills.platform.Problem;

/** For administrators: where vacancies come from, how each reading went, and another feed. */
@Controller
@RequestMapping("/admin/feeds")
@Access(Access.By.ADMIN)
class FeedsController {

    private static final int MOST_RUNS = 30;

    private final Feeds feeds;
    private final FeedSchedule schedule;
    private final FeedReader reader;

    FeedsController(Feeds feeds, FeedSchedule schedule, FeedReader reader) {
        this.feeds = feeds;
        this.schedule = schedule;
        this.reader = reader;
    }

    /** What was typed. */
    record Form(String name, String kind, String place, String onlyWith, String hours) {}

    /**
     * @param folder where files of feeds lie
     */
    record FeedsView(List<Feeds.Line> lines, Form form, String folder, Faults faults) {}

    /**
     * @param troubles of its runs, by number
     * @param standing vacancies of this feed that are offered now
     */
    record FeedView(
            Feed feed,
            List<Feeds.Run> runs,
            Map<Long, List<FeedReader.Trouble>> troubles,
            int standing) {}

    @GetMapping
    ModelAndView all() {
        return page(new Form("", "URL", "", "", "24"), new Faults());
    }

    @PostMapping
    ModelAndView add(
            Account admin,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String onlyWith,
            @RequestParam(defaultValue = "") String hours) {
        var form = new Form(line(name, 120), kind, line(place, 2001), line(onlyWith, 200), hours);
        Optional<Feed.Kind> known =
                Arrays.stream(Feed.Kind.values()).filter(k -> k.name().equals(kind)).findFirst();
        var faults =
                new Faults()
                        .addIf(form.name().isEmpty(), "name", "feeds.name.empty")
                        .addIf(form.name().length() > 100, "name", "feeds.name.long")
                        .addIf(known.isEmpty(), "kind", "feeds.kind.none")
                        .addIf(form.place().isEmpty(), "place", "feeds.place.empty")
                        .addIf(form.place().length() > 2000, "place", "feeds.place.long")
                        .addIf(!hours.matches("[1-9]\\d{0,2}"), "hours", "feeds.hours.bad");
        if (faults.none()) {
            boolean web = known.orElseThrow().web();
            faults.addIf(web && !isWeb(form.place()), "place", "feeds.place.noweb")
                    .addIf(!web && !isInside(form.place()), "place", "feeds.place.outside")
                    .addIf(Integer.parseInt(hours) > 720, "hours", "feeds.hours.bad");
        }
        if (faults.none()) {
            var added =
                    feeds.add(
                            form.name(),
                            known.orElseThrow(),
                            form.place(),
                            known.get() == Feed.Kind.SITEMAP ? form.onlyWith() : "",
                            Integer.parseInt(hours),
                            admin.id());
            if (added.isPresent()) {
                schedule.soon();
                return new ModelAndView("redirect:/admin/feeds/" + added.get());
            }
            faults.add("name", "feeds.name.used");
        }
        ModelAndView page = page(form, faults);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        Feed feed = feeds.find(id).orElseThrow(Problem::notFound);
        List<Feeds.Run> runs = feeds.runs(id, MOST_RUNS);
        Map<Long, List<FeedReader.Trouble>> troubles = new LinkedHashMap<>();
        for (Feeds.Run run : runs) {
            List<FeedReader.Trouble> found =
                    troubles.size() < 3 && run.rejected() > 0
                            ? feeds.troubles(run.id())
                            : List.of();
            if (!found.isEmpty()) troubles.put(run.id(), found);
        }
        return new ModelAndView(
                "vacancy/feed", "view", new FeedView(feed, runs, troubles, feeds.standing(id)));
    }

    @PostMapping("/{id}/run")
    ModelAndView run(Account admin, @PathVariable UUID id) {
        feeds.find(id).orElseThrow(Problem::notFound);
        feeds.ask(id, admin.id());
        schedule.soon();
        return new ModelAndView("redirect:/admin/feeds/" + id);
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(Account admin, @PathVariable UUID id, @RequestParam boolean stop) {
        feeds.find(id).orElseThrow(Problem::notFound);
        feeds.stop(id, stop, admin.id());
        if (!stop) schedule.soon();
        return new ModelAndView("redirect:/admin/feeds/" + id);
    }

    private ModelAndView page(Form form, Faults faults) {
        return new ModelAndView(
                "vacancy/feeds",
                "view",
                new FeedsView(feeds.all(), form, reader.folder().toString(), faults));
    }

    private static boolean isWeb(String place) {
        try {
            URI uri = new URI(place);
            boolean scheme =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return scheme && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isInside(String place) {
        try {
            Path path = reader.folder().resolve(place).normalize();
            return path.startsWith(reader.folder());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String line(String typed, int most) {
        String clean = typed.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
        return clean.length() <= most ? clean : clean.substring(0, most);
    }
}
