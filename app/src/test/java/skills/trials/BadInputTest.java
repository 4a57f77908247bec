package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.DemoAccounts;

/** What nobody should send, sent to every route that takes something. */
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest extends RoomTest {

    /** In names, sentences, answers and addresses; the log must hold it nowhere. */
    private static final String CANARY = "kanarie7f3";

    private static final Map<String, String> HOSTILE = hostile();

    /** Pages that show what was typed before. */
    private static final List<String> SHOWN =
            List.of("/passport", "/next", "/profile/me", "/share", "/me", "/explore", "/start");

    @Autowired DemoAccounts demo;

    private static Map<String, String> hostile() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("10,000 characters", (CANARY + " ").repeat(910));
        all.put("emoji", "👩🏽‍✈️ " + CANARY + " 🇳🇱🧯");
        all.put("right to left", "‮" + CANARY + " مرحبا⁦שלום⁩");
        all.put("script", "\"><script>canary()</script><img src=x onerror=canary()>" + CANARY);
        all.put("attribute", "' \" onmouseover=\"canary()\" x='" + CANARY);
        all.put("empty", "");
        all.put("control signs", CANARY + "\u0000\u0007\u001b[31m\r\nX-Injected: 1");
        all.put("quotes", CANARY + "'; drop table account; -- \\ %_ ${7*7} {0}");
        all.put("unknown id", UUID.randomUUID().toString());
        return all;
    }

    @Test
    void everyRouteAnswersBadInputWell(CapturedOutput output) throws IOException {
        Owned.Things things = new Owned(demo, jdbc).make();
        List<String> faults = new ArrayList<>();
        for (AccessMatrixTest.Row row : AccessMatrixTest.posts()) {
            Visitor visitor = owner(things, row);
            for (String field : names(row))
                HOSTILE.forEach(
                        (name, value) ->
                                check(
                                        send(visitor, things, row, field, value),
                                        row.method()
                                                + " "
                                                + row.address()
                                                + " "
                                                + field
                                                + ": "
                                                + name,
                                        faults));
        }
        Visitor holder = things.visitors().get("holder").get();
        for (String page : SHOWN) check(holder.get(page), page, faults);
        holder.post("/profile/me", "name", CANARY, "sentence", CANARY);
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
        assertThat(output.getAll().lines().filter(l -> l.contains(CANARY)))
                .as("lines of the log with what somebody typed")
                .isEmpty();
    }

    @Test
    void idsOfNothingAreNotFound() throws IOException {
        Owned.Things things = new Owned(demo, jdbc).make();
        List<String> faults = new ArrayList<>();
        for (AccessMatrixTest.Row row : AccessMatrixTest.table()) {
            if (!row.address().contains("{")) continue;
            Visitor visitor = owner(things, row);
            for (String id :
                    List.of(UUID.randomUUID().toString(), "x", "%00", "..%2f", "9".repeat(400))) {
                String path = row.address().replaceAll("\\{[a-z]+}", id);
                Visitor.Page page =
                        row.method().equals("GET") ? visitor.getOnce(path) : visitor.postOnce(path);
                check(page, row.method() + " " + path, faults);
            }
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void theSameFormTwiceAtTheSameInstantIsNoFault() throws Exception {
        Owned.Things things = new Owned(demo, jdbc).make();
        List<String> faults = new ArrayList<>();
        try (var two = Executors.newFixedThreadPool(2)) {
            for (AccessMatrixTest.Row row : AccessMatrixTest.posts()) {
                Visitor visitor = owner(things, row);
                Future<Visitor.Page> one = two.submit(() -> send(visitor, things, row, "", ""));
                Future<Visitor.Page> other = two.submit(() -> send(visitor, things, row, "", ""));
                check(one.get(), row.method() + " " + row.address() + " twice", faults);
                check(other.get(), row.method() + " " + row.address() + " twice", faults);
            }
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void filesThatNobodyCanReadAreRefusedInWords() throws IOException {
        Visitor holder = new Owned(demo, jdbc).make().visitors().get("holder").get();
        List<String> faults = new ArrayList<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty.json", new byte[0]);
        files.put("huge.json", new byte[11_000_000]);
        files.put(
                "utf16.json", "{\"basics\":{\"name\":\"Noor\"}}".getBytes(StandardCharsets.UTF_16));
        files.put(
                "latin1.json",
                "{\"basics\":{\"name\":\"Zoë\"}}".getBytes(StandardCharsets.ISO_8859_1));
        files.put("half.json", "{\"basics\":{\"name\":".getBytes(StandardCharsets.UTF_8));
        files.put("list.json", "[1,2,3]".getBytes(StandardCharsets.UTF_8));
        files.put("deep.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        files.put("<script>canary()</script>.json", "{}".getBytes(StandardCharsets.UTF_8));
        files.forEach(
                (name, content) -> {
                    Visitor.Page page = holder.upload("/profile/resume", "file", name, content);
                    check(page, name, faults);
                    if (name.equals("huge.json")) assertThat(page.text()).contains("te groot");
                });
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    private static Visitor owner(Owned.Things things, AccessMatrixTest.Row row) {
        String role =
                row.route().startsWith("/class")
                        ? "teacher"
                        : row.route().startsWith("/admin")
                                ? "admin"
                                : row.route().startsWith("/studies") ? "researcher" : "holder";
        return things.visitors().get(role).get();
    }

    private static List<String> names(AccessMatrixTest.Row row) {
        List<String> names = new ArrayList<>();
        for (String pair : row.fields().split("&"))
            if (pair.contains("=")) names.add(pair.substring(0, pair.indexOf('=')));
        return names;
    }

    private static Visitor.Page send(
            Visitor visitor,
            Owned.Things things,
            AccessMatrixTest.Row row,
            String field,
            String value) {
        List<String> fields = new ArrayList<>();
        for (String name : names(row)) {
            String usual = row.fields().split("(^|&)" + name + "=", 2)[1].split("&", 2)[0];
            fields.add(name);
            fields.add(name.equals(field) ? value : things.fill(usual));
        }
        return visitor.post(things.fill(row.address()), fields.toArray(String[]::new));
    }

    private static void check(Visitor.Page page, String what, List<String> faults) {
        String html = page.html();
        if (page.status() >= 500) faults.add(what + ": " + page.status());
        // As a browser reads it: a script, or an attribute that somebody typed.
        Document read = Jsoup.parse(html);
        if (!read.select("[onmouseover], [onerror], img[src=x]").isEmpty()
                || read.select("script").stream().anyMatch(s -> s.data().contains("canary")))
            faults.add(what + ": shown without escape");
        for (String inner :
                List.of("at skills.", "SQLException", "org.postgresql", "org.springframework"))
            if (html.contains(inner)) faults.add(what + ": shows " + inner);
        if (page.response().headers().firstValue("X-Injected").isPresent())
            faults.add(what + ": a header was injected");
    }
}
