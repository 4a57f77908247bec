package skills.trials;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One person who starts without an account and answers the skills of an occupation, sending what
 * static/queue.js sends: each answer with an id of its own, one after the other, again and again
 * until the server says that it is kept.
 */
final class Sitting {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern QUESTIONS =
            Pattern.compile("data-session=\"([0-9a-f-]{36})\" data-total=\"(\\d+)\"");
    private static final Pattern HOLDER = Pattern.compile("data-holder=\"([0-9a-f-]{36})\"");
    private static final Pattern QUESTION =
            Pattern.compile("data-item=\"(\\d+)\" data-given=\"([^\"]*)\"");

    /**
     * @param what "value=3", "best=0&worst=2", "skip=does-not-apply" or "undo=1"
     * @param at when it was tapped, in milliseconds of this clock
     */
    record Sent(UUID client, int position, String what, long seq, long at) {}

    private final String origin;
    private final Random random;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";
    private UUID session = new UUID(0, 0);
    private String holder = "";
    private String base = "/skills/";
    private boolean choices;
    private int total;
    private long seq;

    /** Every answer that the server acknowledged, in the order in which it was given. */
    private final List<Sent> acknowledged = new ArrayList<>();

    private int again;
    private int refused;

    Sitting(String origin, long seed) {
        this.origin = origin;
        random = new Random(seed);
    }

    /**
     * From the first page to the first question.
     *
     * @param what a job, for the skills of it; or the address of a questionnaire
     */
    void open(String what) throws IOException, InterruptedException {
        boolean questionnaire = what.startsWith("/questions/");
        begin(questionnaire ? "steward" : what);
        if (questionnaire) base = "/questions/";
        var sent =
                questionnaire ? post(what, Map.of("pictures", "half"), Map.of()) : get("/skills");
        String question =
                get(URI.create(sent.headers().firstValue("Location").orElse(what)).getRawPath())
                        .body();
        Matcher m = QUESTIONS.matcher(question);
        if (!m.find()) throw new IOException("no questions for " + what);
        session = UUID.fromString(m.group(1));
        total = Integer.parseInt(m.group(2));
        choices = question.contains("name=\"worst\"");
        Matcher mark = HOLDER.matcher(question);
        if (!mark.find()) throw new IOException("the page does not say whose it is");
        holder = mark.group(1);
    }

    /** The start without an account. */
    private void begin(String job) throws IOException, InterruptedException {
        get("/start");
        Matcher choice =
                Pattern.compile("value=\"(OCCUPATION:[0-9a-f-]{36})\"")
                        .matcher(get("/start/options?q=" + encode(job)).body());
        if (!choice.find()) throw new IOException("no occupation is called " + job);
        post("/start", Map.of("choice", choice.group(1)), Map.of());
        Matcher task =
                Pattern.compile("name=\"t\" value=\"([^\"]+)\"")
                        .matcher(get("/start/tasks").body());
        if (!task.find()) throw new IOException("no tasks to tap for " + job);
        post("/start/tasks", Map.of("t", task.group(1)), Map.of());
        post("/start/place", Map.of("q", ""), Map.of());
        get("/start/result");
    }

    boolean isAboutSkills() {
        return base.equals("/skills/");
    }

    UUID session() {
        return session;
    }

    List<Sent> acknowledged() {
        return acknowledged;
    }

    /** How often an answer had to be sent again. */
    int sentAgain() {
        return again;
    }

    /** Answers that the server did not want, which would be a fault. */
    int refused() {
        return refused;
    }

    /** Gives one answer more: first through the list, then changing one's mind here and there. */
    void answer() throws InterruptedException {
        int position =
                acknowledged.size() < total ? acknowledged.size() + 1 : 1 + random.nextInt(total);
        int kind = random.nextInt(12);
        String what = kind == 0 ? "skip=does-not-apply" : kind == 1 ? "undo=1" : chosen();
        long now = System.currentTimeMillis();
        deliver(tapped(position, what, now));
        // One in four changes it soon after; with a slow network that waits until the first is
        // kept.
        if (random.nextInt(4) == 0) {
            long soon = now + 80 + random.nextInt(100);
            Thread.sleep(Math.max(0, soon - System.currentTimeMillis()));
            deliver(tapped(position, chosen(), soon));
        }
    }

    private String chosen() {
        if (!choices) return "value=" + random.nextInt(5);
        int best = random.nextInt(4);
        return "best=" + best + "&worst=" + (best + 1 + random.nextInt(3)) % 4;
    }

    private Sent tapped(int position, String what, long at) {
        seq = Math.max(seq + 1, at);
        return new Sent(UUID.randomUUID(), position, what, seq, at);
    }

    private void deliver(Sent answer) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) again++;
            try {
                Map<String, String> fields = new LinkedHashMap<>();
                for (String pair : answer.what.split("&"))
                    fields.put(pair.split("=")[0], pair.split("=")[1]);
                fields.put("client", answer.client.toString());
                fields.put("seq", Long.toString(answer.seq));
                fields.put("focus", Integer.toString(300 + random.nextInt(5000)));
                fields.put(
                        "ago", Long.toString(Math.max(0, System.currentTimeMillis() - answer.at)));
                var reply =
                        post(
                                base + session + "/" + answer.position,
                                fields,
                                Map.of("X-Queue", "1", "X-Holder", holder));
                if (reply.statusCode() == 200 && reply.body().equals("kept")) {
                    acknowledged.add(answer);
                    return;
                }
                if (reply.statusCode() == 403) get(base + session + "/1");
                else if (reply.statusCode() < 500) {
                    refused++;
                    return;
                }
            } catch (IOException away) {
                // Sent again below, as the script does.
            }
            Thread.sleep(100 + random.nextInt(400));
        }
    }

    /** What counts of each question as the page shows it: "value=3", "skip=…" or "" for open. */
    Map<Integer, String> shown() throws IOException, InterruptedException {
        String page = get(base + session + "/1").body();
        Map<Integer, String> shown = new HashMap<>();
        Matcher q = QUESTION.matcher(page);
        while (q.find()) shown.put(Integer.parseInt(q.group(1)), q.group(2).replace("&amp;", "&"));
        return shown;
    }

    /** What should count: the last answer of each question. */
    Map<Integer, String> expected() {
        Map<Integer, String> last = new HashMap<>();
        for (int p = 1; p <= total; p++) last.put(p, "");
        for (Sent a : acknowledged) last.put(a.position, a.what.startsWith("undo") ? "" : a.what);
        return last;
    }

    boolean isSignedIn() throws IOException, InterruptedException {
        return get("/next").statusCode() == 200;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    private HttpResponse<String> post(
            String path, Map<String, String> fields, Map<String, String> headers)
            throws IOException, InterruptedException {
        String body =
                fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + encode(f.getValue()))
                        .collect(Collectors.joining("&", "", "&_csrf=" + encode(token)));
        var request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
        request.header("Accept-Language", "nl");
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        return request;
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        Matcher m = TOKEN.matcher(answer.body());
        if (m.find()) token = m.group(1);
        return answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
