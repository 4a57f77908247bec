package skills;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person with a browser without script: keeps cookies, follows redirects, sends forms with their
 * hidden token. Each instance is another person's.
 */
public final class Visitor {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"(?:_csrf\" value|csrf\" content)=\"([^\"]*)\"");

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(20))
                    .build();
    private final List<String> headers =
            new ArrayList<>(List.of("Accept-Language", "nl", "Accept", "text/html"));
    private String token = "";

    /**
     * @param path path and query of the page that the redirects ended at
     */
    public record Page(int status, String path, String html, HttpResponse<String> response) {

        /** Without tags, one space between words. */
        public String text() {
            return html.replaceAll("(?s)<head>.*?</head>", "")
                    .replaceAll("<[^>]+>", " ")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        public Optional<String> find(String pattern) {
            Matcher m = Pattern.compile(pattern).matcher(html);
            return m.find() ? Optional.of(m.group(1)) : Optional.empty();
        }
    }

    public Visitor() {
        this(RoomTest.origin());
    }

    /** At an application that was started elsewhere. */
    public Visitor(String origin) {
        this.origin = origin;
    }

    public Visitor header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    /** Opens a page and follows where it leads. */
    public Page get(String path) {
        return follow(send(request(path).GET().build()));
    }

    /** Opens a page, looks at the first answer only. */
    public Page getOnce(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a form: names and values in turn; takes the token from the page opened last. */
    public Page post(String path, String... fields) {
        return follow(postOnce(path, fields));
    }

    public Page postOnce(String path, String... fields) {
        if (token.isEmpty()) get("/signin");
        var body = new StringBuilder("_csrf=" + encode(token));
        for (int i = 0; i < fields.length; i += 2)
            body.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    /** Sends a form with one file and follows where it leads. */
    public Page upload(String path, String field, String fileName, byte[] content) {
        return upload(path, List.of(new Part(field, fileName, content)));
    }

    /** Sends a form with files, each in the field that its name begins with. */
    public Page upload(String path, Map<String, byte[]> files) {
        return upload(
                path,
                files.entrySet().stream()
                        .map(f -> new Part(f.getKey().split("\\.")[0], f.getKey(), f.getValue()))
                        .toList());
    }

    private record Part(String field, String fileName, byte[] content) {}

    private Page upload(String path, List<Part> parts) {
        if (token.isEmpty()) get("/signin");
        String edge = "edge-of-the-parts";
        List<byte[]> body = new ArrayList<>();
        String field = "\r\nContent-Disposition: form-data; name=\"";
        body.add(utf8("--" + edge + field + "_csrf\"\r\n\r\n" + token + "\r\n"));
        for (Part part : parts) {
            body.add(
                    utf8(
                            "--"
                                    + edge
                                    + field
                                    + part.field
                                    + "\"; filename=\""
                                    + part.fileName
                                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.add(part.content);
            body.add(utf8("\r\n"));
        }
        body.add(utf8("--" + edge + "--\r\n"));
        return follow(
                send(
                        request(path)
                                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                                .POST(HttpRequest.BodyPublishers.ofByteArrays(body))
                                .build()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends JSON as a script does. */
    public Page json(String path, String body) {
        if (token.isEmpty()) get("/signin");
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue)
                .findAny();
    }

    /** Puts a stolen or kept cookie in the jar. */
    public void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(origin + "/"), cookie);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Duration.ofSeconds(60))
                .headers(headers.toArray(String[]::new));
    }

    private Page send(HttpRequest request) {
        try {
            var answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher m = TOKEN.matcher(answer.body());
            if (m.find()) token = m.group(1);
            URI at = request.uri();
            String path =
                    at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
            return new Page(answer.statusCode(), path, answer.body(), answer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Page follow(Page page) {
        for (int hops = 0; page.status() >= 300 && page.status() < 400; hops++) {
            if (hops == 10)
                throw new IllegalStateException("redirects in a circle at " + page.path());
            URI to =
                    page.response()
                            .uri()
                            .resolve(
                                    page.response().headers().firstValue("Location").orElseThrow());
            if (!to.toString().startsWith(origin))
                throw new IllegalStateException("led away to " + to);
            page = getOnce(to.toString().substring(origin.length()));
        }
        return page;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
