package skills.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import skills.Visitor;

/**
 * The whole passport as one person goes through it, without script, with what a phone with script
 * would have needed in taps: from the first page to a page that somebody else reads.
 */
final class WholeWay {

    /** Times at which a statement, a skill or a block of four was answered. */
    enum Kind {
        PAGE,
        ITEM
    }

    /**
     * @param name what the page is, in words
     * @param part of the way: start, keep, skills, personality, drives, profile, explore, share,
     *     reader
     * @param taps that lead away from it
     * @param letters typed on it
     * @param millis from asking for it to having it, on this machine
     */
    record Step(
            String name,
            String part,
            Kind kind,
            int taps,
            int letters,
            double millis,
            String html) {

        PageWords words() {
            return PageWords.of(html);
        }
    }

    private final String language;
    private final Supplier<Visitor> visitors;
    private final Visitor visitor;
    private final List<Step> steps = new ArrayList<>();
    private double millis;

    private WholeWay(String language, Supplier<Visitor> visitors) {
        this.language = language;
        this.visitors = visitors;
        this.visitor = visitors.get();
    }

    static List<Step> walk(String language, Supplier<Visitor> visitors) {
        var way = new WholeWay(language, visitors);
        way.start();
        way.keep();
        way.skills();
        way.questionnaire("personality", "how-i-work", 1);
        way.questionnaire("drives", "what-drives-me", 2);
        way.profile();
        way.explore();
        way.share();
        return way.steps;
    }

    private Visitor.Page get(String path) {
        return timed(() -> visitor.get(path));
    }

    private Visitor.Page post(String path, String... fields) {
        return timed(() -> visitor.post(path, fields));
    }

    private Visitor.Page timed(Supplier<Visitor.Page> call) {
        long begun = System.nanoTime();
        Visitor.Page page = call.get();
        millis += (System.nanoTime() - begun) / 1e6;
        if (page.status() >= 400)
            throw new IllegalStateException(page.status() + " at " + page.path());
        return page;
    }

    private void seen(
            String name, String part, Kind kind, int taps, int letters, Visitor.Page page) {
        steps.add(new Step(name, part, kind, taps, letters, millis, page.html()));
        millis = 0;
    }

    private void page(String name, String part, int taps, int letters, Visitor.Page page) {
        seen(name, part, Kind.PAGE, taps, letters, page);
    }

    private static String found(Visitor.Page page, String pattern) {
        return page.find(pattern)
                .orElseThrow(
                        () -> new IllegalStateException("no " + pattern + " at " + page.path()));
    }

    private void start() {
        page("landing", "start", 1, 0, get("/?lang=" + language));
        String typed = language.equals("en") ? "check-in" : "incheckmedewerker";
        get("/start");
        Visitor.Page start = get("/start?q=" + typed);
        page("course or job", "start", 2, typed.length(), start);
        Visitor.Page tasks =
                post(
                        "/start",
                        "choice",
                        found(start, "name=\"choice\" value=\"(OCCUPATION[^\"]+)\""));
        List<String> ids =
                java.util.regex.Pattern.compile("name=\"t\" value=\"([^\"]+)\"")
                        .matcher(tasks.html())
                        .results()
                        .map(m -> m.group(1))
                        .toList();
        page("tasks", "start", 5, 0, tasks);
        Visitor.Page place =
                post(
                        "/start/tasks",
                        "t",
                        ids.get(0),
                        "t",
                        ids.get(1),
                        "t",
                        ids.get(5),
                        "t",
                        ids.get(9));
        page("place", "start", 2, 4, place);
        page("first result", "start", 1, 0, post("/start/place", "q", "1118"));
    }

    private void keep() {
        page("keep", "keep", 2, 8, get("/keep"));
        page("date of birth", "keep", 2, 9, post("/keep/code", "code", "LVD-4F7K"));
        page("recovery code", "keep", 1, 0, post("/keep/age", "date", "12-3-2007"));
        page("next step", "keep", 1, 0, post("/keep/done"));
    }

    private void skills() {
        Visitor.Page page = get("/skills");
        for (int n = 1; page.path().matches("/skills/[0-9a-f-]{36}/\\d+"); n++) {
            seen("skill " + n, "skills", Kind.ITEM, 1, 0, page);
            page = post(page.path(), "value", "" + n % 5);
        }
        page("result of skills", "skills", 1, 0, page);
    }

    /** A rating takes a tap, a choice of most and least two. */
    private void questionnaire(String part, String name, int taps) {
        page("introduction to " + part, part, 1, 0, get("/questions/" + name));
        Visitor.Page page = post("/questions/" + name);
        for (int n = 1; page.path().startsWith("/questions/"); n++) {
            seen(part + " question " + n, part, Kind.ITEM, taps, 0, page);
            page =
                    taps == 1
                            ? post(page.path(), "value", "" + (n * 7 + 3) % 5)
                            : post(page.path(), "best", "" + n % 4, "worst", "" + (n + 1) % 4);
        }
        page("result of " + part, part, 1, 0, page);
    }

    private void profile() {
        boolean en = language.equals("en");
        String sentence =
                en ? "I stay calm when it gets busy." : "Ik blijf kalm als het druk wordt.";
        page("about me", "profile", 3, 4 + sentence.length(), get("/profile/me"));
        page(
                "passport",
                "profile",
                1,
                0,
                post("/profile/me", "name", "Noor", "sentence", sentence));
        Visitor.Page form = get("/profile/experience/new");
        String title = en ? "Hotel receptionist" : "Receptionist in een hotel";
        page("experience", "profile", 4, title.length() + 10 + 15, form);
        Visitor.Page suggestions =
                post(
                        found(form, "action=\"(/profile/experience/[^\"/]+)\""),
                        "title",
                        title,
                        "organization",
                        "Hotel Kade",
                        "period",
                        en ? "since March 2025" : "sinds maart 2025");
        page("skills of experience", "profile", 3, 0, suggestions);
        page("passport with experience", "profile", 1, 0, get("/passport"));
    }

    private void explore() {
        Visitor.Page explore = get("/explore");
        page("explore", "explore", 1, 0, explore);
        page(
                "occupation",
                "explore",
                1,
                0,
                get(found(explore, "href=\"(/occupation/[0-9a-f-]{36})")));
        page("vacancy", "explore", 1, 0, get(found(explore, "href=\"(/vacancy/[0-9a-f-]{36})")));
    }

    private void share() {
        Visitor.Page form = get("/share/new");
        page("share: with whom", "share", 6, 20, form);
        Visitor.Page preview =
                post(
                        "/share/new",
                        "id",
                        found(form, "name=\"id\" value=\"([0-9a-f-]{36})\""),
                        "reader",
                        "Hotel Kade",
                        "purpose",
                        "OTHER",
                        "other",
                        language.equals("en") ? "a talk" : "een gesprek",
                        "parts",
                        "about",
                        "parts",
                        "experience",
                        "parts",
                        "skill",
                        "until",
                        found(form, "id=\"until\" name=\"until\" value=\"([^\"]+)\""));
        page("share: preview", "share", 1, 0, preview);
        Visitor.Page link = post(found(preview, "action=\"(/share/[^\"]+/open)\""));
        page("share: link", "share", 1, 0, link);
        Visitor reader = visitors.get();
        reader.get("/?lang=" + language);
        Visitor.Page shared = timed(() -> reader.get(found(link, "(/s/[A-Za-z0-9_-]+)")));
        page("shared page", "reader", 0, 0, shared);
    }
}
