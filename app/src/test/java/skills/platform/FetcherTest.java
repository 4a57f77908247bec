package skills.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skills.platform.Fetched.Reason;

/** The way out: what it fetches, and everything that it must not. */
class FetcherTest {

    private static final Fetcher.Limits SMALL =
            new Fetcher.Limits(64 << 10, 256 << 10, Duration.ofSeconds(2), Duration.ofMillis(1500));

    private WildServer server;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = new WildServer();
        fetcher = new Fetcher(Set.of("feeds.test"), FetcherTest::resolve);
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    /** Names under .test lead where the test wants; all else is looked up. */
    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "feeds.test", "evil.test" ->
                    new InetAddress[] {InetAddress.getByName("127.0.0.1")};
            case "mixed.test" ->
                    new InetAddress[] {
                        InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.5")
                    };
            case "nowhere.test" -> throw new UnknownHostException(host);
            case "hangs.test" -> {
                try {
                    Thread.sleep(20_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new UnknownHostException(host);
            }
            default -> InetAddress.getAllByName(host);
        };
    }

    private URI at(String path) {
        return URI.create("http://feeds.test:" + server.port() + path);
    }

    private Reason reason(URI address) {
        Fetched fetched = fetcher.get(address, SMALL);
        assertThat(fetched).isInstanceOf(Fetched.Failed.class);
        return ((Fetched.Failed) fetched).reason();
    }

    private static String text(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Body.class);
        return new String(((Fetched.Body) fetched).bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void anOrdinaryFileComesAsItIsAndPackedOnesUnpacked() throws IOException {
        byte[] json = "{\"é\":1}".getBytes(StandardCharsets.UTF_8);
        server.on("/a.json", "application/json; charset=utf-8", json);
        server.on("/b.json.gz", "application/gzip", gzip(json));
        server.on(
                "/c.json",
                out ->
                        WildServer.ok(
                                out,
                                "Content-Type: application/json\r\nContent-Encoding: gzip",
                                gzip(json)));
        for (String path : new String[] {"/a.json", "/b.json.gz", "/c.json"})
            assertThat(text(fetcher.get(at(path), SMALL))).as(path).isEqualTo("{\"é\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://2130706433/",
                "http://0.0.0.0/",
                "http://0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://192.0.0.8/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[ff02::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a00:1::1]/",
                "http://[2001:0:1::1]/",
                "http://evil.test/",
                "http://mixed.test/"
            })
    void machinesInsideAreNotReached(String address) {
        assertThat(reason(URI.create(address))).isEqualTo(Reason.INNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "192.167.255.255",
                "2a00:1450::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void theOpenInternetIsNoInnerAddress(String address) throws UnknownHostException {
        assertThat(Addresses.inner(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aHostThatIsNamedMayBeInsideButNeverTheMetadata() throws UnknownHostException {
        server.on("/x", "text/plain", "x");
        assertThat(text(fetcher.get(at("/x"), SMALL))).isEqualTo("x");
        var named =
                new Fetcher(
                        Set.of("feeds.test"),
                        host -> new InetAddress[] {InetAddress.getByName("169.254.169.254")});
        assertThat(((Fetched.Failed) named.get(at("/x"), SMALL)).reason()).isEqualTo(Reason.INNER);
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeIsCheckedTheSecondTime() {
        var times = new AtomicInteger();
        Set<String> none = Set.of();
        // One look-up serves the check and the connection: there is no second one to cheat with.
        var rebinding =
                new Fetcher(
                        none,
                        host ->
                                new InetAddress[] {
                                    InetAddress.getByName(
                                            times.getAndIncrement() == 0 ? "10.0.0.1" : "127.0.0.1")
                                });
        server.on("/x", "text/plain", "secret");
        for (int i = 0; i < 3; i++)
            assertThat(rebinding.get(URI.create("http://rebind.test:8080/x"), SMALL))
                    .isInstanceOf(Fetched.Failed.class);
        assertThat(times.get()).as("one look-up for one connection").isEqualTo(3);
        assertThat(server.asked("/x")).isZero();
    }

    @Test
    void aRedirectIsFollowedAndCheckedLikeTheFirstAddress() {
        server.on("/end", "text/csv", "a;b");
        server.redirect("/one", "/two").redirect("/two", "end");
        assertThat(text(fetcher.get(at("/one"), SMALL))).isEqualTo("a;b");
        server.redirect("/in", "http://127.0.0.1:" + server.port() + "/end");
        server.redirect("/name", "http://evil.test:8080/end");
        server.redirect("/meta", "http://169.254.169.254/latest/meta-data/");
        server.redirect("/file", "file:///etc/passwd");
        server.redirect("/user", "http://a:b@feeds.test/");
        // An address with a port that no web server uses is refused before it is looked up.
        assertThat(reason(at("/in"))).isEqualTo(Reason.ADDRESS);
        assertThat(reason(at("/name"))).isEqualTo(Reason.INNER);
        assertThat(reason(at("/meta"))).isEqualTo(Reason.INNER);
        assertThat(reason(at("/file"))).isEqualTo(Reason.SCHEME);
        assertThat(reason(at("/user"))).isEqualTo(Reason.ADDRESS);
        assertThat(server.asked("/end")).isEqualTo(1);
    }

    @Test
    void circlesAndLongChainsEnd() {
        server.redirect("/a", "/b").redirect("/b", "/a");
        for (int i = 0; i < 9; i++) server.redirect("/r" + i, "/r" + (i + 1));
        server.on("/r9", "text/plain", "far");
        assertThat(reason(at("/a"))).isEqualTo(Reason.REDIRECTS);
        assertThat(reason(at("/r0"))).isEqualTo(Reason.REDIRECTS);
        assertThat(server.asked("/r6")).isZero();
        assertThat(text(fetcher.get(at("/r4"), SMALL))).as("five").isEqualTo("far");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/x",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:file:/x",
                "data:text/plain,x",
                "javascript:alert(1)",
                "example.org"
            })
    void onlyWebAddressesAreFetched(String address) {
        assertThat(reason(URI.create(address))).isEqualTo(Reason.SCHEME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:///x",
                "http://user:secret@example.org/",
                "http://example.org:22/",
                "https://example.org:25/",
                "http:opaque"
            })
    void addressesWithoutAHostOrWithOtherPortsAreRefused(String address) {
        Fetched fetched = fetcher.get(URI.create(address), SMALL);
        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        f -> {
                            assertThat(f.reason()).isEqualTo(Reason.ADDRESS);
                            assertThat(f.detail()).doesNotContain("secret");
                        });
    }

    @Test
    void whatIsTooLargeIsLeftAlsoWhenItNeverEnds() {
        server.on(
                "/endless",
                out -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    byte[] part = new byte[8192];
                    while (true) out.write(part);
                });
        server.on(
                "/chunked",
                out -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    byte[] part = new byte[4096];
                    while (true) {
                        out.write("1000\r\n".getBytes(StandardCharsets.UTF_8));
                        out.write(part);
                        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
                    }
                });
        server.on(
                "/said",
                out ->
                        out.write(
                                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 99999999\r\n\r\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        for (String path : new String[] {"/endless", "/chunked", "/said"}) {
            long start = System.nanoTime();
            assertThat(reason(at(path))).as(path).isEqualTo(Reason.TOO_LARGE);
            assertThat(System.nanoTime() - start).as(path).isLessThan(1_400_000_000L);
        }
    }

    @Test
    void aBombOfGzipGoesOffHarmlessly() throws IOException {
        byte[] bomb = gzip(new byte[20 << 20]);
        assertThat(bomb.length).isLessThan(SMALL.bytes());
        server.on(
                "/bomb",
                out ->
                        WildServer.ok(
                                out, "Content-Type: text/plain\r\nContent-Encoding: gzip", bomb));
        server.on("/bomb.gz", "application/gzip", bomb);
        server.on("/twice.gz", "application/gzip", gzip(bomb));
        for (String path : new String[] {"/bomb", "/bomb.gz", "/twice.gz"})
            assertThat(reason(at(path))).as(path).isEqualTo(Reason.BOMB);
    }

    @Test
    void whatHangsOrDripsIsLeftInTime() {
        server.on("/hangs", out -> Thread.sleep(20_000));
        server.on(
                "/drips",
                out -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 1000; i++) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(100);
                    }
                });
        server.on(
                "/headers",
                out -> {
                    for (int i = 0; i < 1000; i++) {
                        out.write(
                                (i == 0 ? "HTTP/1.1 200 OK\r\n" : "X-" + i + ": y\r\n")
                                        .getBytes(StandardCharsets.UTF_8));
                        out.flush();
                        Thread.sleep(100);
                    }
                });
        for (URI address :
                new URI[] {
                    at("/hangs"), at("/drips"), at("/headers"), URI.create("http://hangs.test/")
                }) {
            long start = System.nanoTime();
            assertThat(reason(address)).as(address.toString()).isEqualTo(Reason.TOO_SLOW);
            assertThat(System.nanoTime() - start).isLessThan(2_500_000_000L);
        }
    }

    @Test
    void otherKindsOfFilesAndOtherStatusesAreSaid() {
        server.on("/p.png", "image/png", "x");
        server.on("/p.pdf", "application/pdf", "x");
        assertThat(reason(at("/p.png"))).isEqualTo(Reason.TYPE);
        assertThat(reason(at("/p.pdf"))).isEqualTo(Reason.TYPE);
        assertThat(fetcher.get(at("/none"), SMALL))
                .isEqualTo(new Fetched.Failed(Reason.STATUS, "feeds.test", "404"));
        server.on(
                "/empty",
                out ->
                        out.write(
                                "HTTP/1.1 204 No Content\r\n\r\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(reason(at("/empty"))).isEqualTo(Reason.STATUS);
    }

    @Test
    void whatIsNoHttpOrBreaksOffIsSaid() {
        server.on("/rubbish", out -> out.write(new byte[] {1, 2, 3, 4}));
        server.on("/nothing", out -> {});
        server.on(
                "/half",
                out ->
                        out.write(
                                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf"
                                        .getBytes(StandardCharsets.UTF_8)));
        server.on(
                "/broken.gz",
                "application/gzip",
                new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2});
        server.on(
                "/longline",
                out -> {
                    out.write(
                            ("HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
                });
        for (String path :
                new String[] {"/rubbish", "/nothing", "/half", "/broken.gz", "/longline"})
            assertThat(reason(at(path))).as(path).isEqualTo(Reason.BROKEN);
        assertThat(reason(URI.create("http://nowhere.test/"))).isEqualTo(Reason.UNKNOWN_HOST);
        assertThat(reason(URI.create("http://feeds.test:1/"))).isEqualTo(Reason.NO_CONNECTION);
    }
}
