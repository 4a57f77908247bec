package skills.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The only way out to other servers. It fetches what anybody on the internet could fetch, and
 * nothing else: web addresses only, no machine inside, checked for the very address that is
 * connected to and again at each redirect, within limits of size and time.
 */
@Component
public class Fetcher implements AutoCloseable {

    /** How many times one address may lead to another. */
    static final int MOST_REDIRECTS = 5;

    private static final Set<Integer> PORTS = Set.of(-1, 80, 443, 8080, 8443);

    private static final Set<String> DATA_TYPES =
            Set.of(
                    "",
                    "application/json",
                    "application/ld+json",
                    "application/x-ndjson",
                    "application/jsonl",
                    "application/xml",
                    "application/xhtml+xml",
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/csv",
                    "application/gzip",
                    "application/x-gzip",
                    "application/octet-stream",
                    "binary/octet-stream");

    /**
     * @param bytes most that may come, packed or not
     * @param unpacked most that it may be when unpacked
     * @param connect for a connection, and between two parts of the answer
     * @param whole from the first address to the last byte, redirects included
     */
    public record Limits(int bytes, int unpacked, Duration connect, Duration whole) {

        /** For a file with many vacancies. */
        public static final Limits FILE =
                new Limits(64 << 20, 64 << 20, Duration.ofSeconds(10), Duration.ofMinutes(2));

        /** For one web page. */
        public static final Limits PAGE =
                new Limits(4 << 20, 8 << 20, Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    /** Finds the addresses of a host. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final class InnerAddress extends UnknownHostException {
        InnerAddress(String address) {
            super(address);
        }
    }

    private static final class Stop extends RuntimeException {
        final transient Fetched.Failed failed;

        Stop(Fetched.Reason reason, String host, String detail) {
            super(reason.name(), null, false, false);
            failed = new Fetched.Failed(reason, host, detail);
        }
    }

    private static final class Moved extends RuntimeException {
        final transient URI to;

        Moved(URI to) {
            super(to.toString(), null, false, false);
            this.to = to;
        }
    }

    private final Set<String> innerHosts;
    private final Resolver resolver;
    private final CloseableHttpClient client;

    /**
     * @param innerHosts hosts that may be inside, with commas between: an employer's own server, or
     *     the test's; none by default
     */
    @Autowired
    public Fetcher(@Value("${skills.fetch.inner-hosts:}") List<String> innerHosts) {
        this(Set.copyOf(innerHosts), InetAddress::getAllByName);
    }

    Fetcher(Set<String> innerHosts, Resolver resolver) {
        this.innerHosts = innerHosts;
        this.resolver = resolver;
        var http =
                Http1Config.custom()
                        .setMaxLineLength(16 << 10)
                        .setMaxHeaderCount(200)
                        .setMaxEmptyLineCount(10)
                        .build();
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedDns())
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(http)
                                        .build())
                        .setMaxConnTotal(32)
                        .setMaxConnPerRoute(4)
                        .build();
        client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        // Each request makes a connection of its own, to an address just checked.
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableAutomaticRetries()
                        .setUserAgent("skills-passport/1")
                        .build();
    }

    /** Fetches a text: JSON, CSV, XML, HTML, or one of these packed with gzip. */
    public Fetched get(URI address, Limits limits) {
        var running = new AtomicReference<@Nullable HttpGet>();
        var result = new CompletableFuture<Fetched>();
        // Finding a host has no time limit of its own: hence a thread that can be left behind.
        Thread thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        result.complete(follow(address, limits, running));
                                    } catch (Stop stop) {
                                        result.complete(stop.failed);
                                    } catch (Throwable e) {
                                        result.completeExceptionally(e);
                                    }
                                });
        try {
            return result.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            HttpGet request = running.get();
            if (request != null) request.abort();
            thread.interrupt();
            return new Fetched.Failed(
                    Fetched.Reason.TOO_SLOW,
                    host(request == null ? address : uri(request)),
                    Long.toString(limits.whole().toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread.interrupt();
            return new Fetched.Failed(Fetched.Reason.TOO_SLOW, host(address), "");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Fetched follow(URI first, Limits limits, AtomicReference<@Nullable HttpGet> running) {
        URI at = first;
        Set<URI> seen = new HashSet<>();
        while (true) {
            check(at);
            if (!seen.add(at) || seen.size() > MOST_REDIRECTS + 1)
                throw new Stop(Fetched.Reason.REDIRECTS, host(at), at.toString());
            var request = new HttpGet(at);
            request.setHeader("Accept", "application/ld+json, application/json, text/*, */*;q=0.5");
            request.setHeader("Accept-Encoding", "gzip");
            request.setConfig(
                    RequestConfig.custom()
                            .setResponseTimeout(Timeout.of(limits.connect()))
                            .setConnectionRequestTimeout(Timeout.of(limits.whole()))
                            .build());
            running.set(request);
            URI here = at;
            try {
                return client.execute(
                        request,
                        response -> {
                            try {
                                return answer(response, here, limits);
                            } catch (RuntimeException e) {
                                // Else the rest of the answer would be read to its end.
                                request.abort();
                                throw e;
                            }
                        });
            } catch (Moved moved) {
                URI next = moved.to;
                if ("https".equalsIgnoreCase(at.getScheme())
                        && "http".equalsIgnoreCase(next.getScheme()))
                    throw new Stop(Fetched.Reason.SCHEME, host(next), "https → http");
                at = next;
            } catch (IOException e) {
                return failed(e, here, limits);
            }
        }
    }

    private static Fetched answer(ClassicHttpResponse response, URI at, Limits limits)
            throws IOException {
        int status = response.getCode();
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            Header location = response.getFirstHeader("Location");
            try {
                if (location != null)
                    throw new Moved(at.resolve(new URI(location.getValue().strip())));
            } catch (URISyntaxException e) {
                throw new Stop(Fetched.Reason.ADDRESS, host(at), location.getValue());
            }
        }
        HttpEntity entity = response.getEntity();
        if (status != 200 || entity == null)
            throw new Stop(Fetched.Reason.STATUS, host(at), Integer.toString(status));
        String type = type(entity);
        if (!type.startsWith("text/") && !DATA_TYPES.contains(type))
            throw new Stop(Fetched.Reason.TYPE, host(at), type);
        if (entity.getContentLength() > limits.bytes()) throw tooLarge(at, limits);
        String encoding = entity.getContentEncoding();
        boolean packed = encoding != null && encoding.strip().equalsIgnoreCase("gzip");
        if (encoding != null && !packed && !encoding.strip().equalsIgnoreCase("identity"))
            throw new Stop(Fetched.Reason.TYPE, host(at), encoding);
        // Not closed here: closing reads what is left, however much that is.
        InputStream in = entity.getContent();
        byte[] bytes = in.readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) throw tooLarge(at, limits);
        // Packed for the way, or a packed file, or both.
        for (int i = 0; i < 2 && isGzip(bytes); i++) bytes = unpacked(bytes, at, limits);
        return new Fetched.Body(at, type, bytes);
    }

    private static Stop tooLarge(URI at, Limits limits) {
        return new Stop(Fetched.Reason.TOO_LARGE, host(at), Integer.toString(limits.bytes() >> 20));
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    private static byte[] unpacked(byte[] bytes, URI at, Limits limits) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] all = in.readNBytes(limits.unpacked() + 1);
            if (all.length <= limits.unpacked()) return all;
            throw new Stop(
                    Fetched.Reason.BOMB, host(at), Integer.toString(limits.unpacked() >> 20));
        }
    }

    private static String type(HttpEntity entity) {
        ContentType type = ContentType.parseLenient(entity.getContentType());
        return type == null || type.getMimeType() == null
                ? ""
                : type.getMimeType().toLowerCase(Locale.ROOT);
    }

    /** What can be said of an address before anybody is asked. */
    private void check(URI at) {
        String scheme = at.getScheme() == null ? "" : at.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw new Stop(Fetched.Reason.SCHEME, host(at), scheme);
        boolean plain = at.getHost() != null && at.getRawUserInfo() == null;
        if (!plain || !PORTS.contains(at.getPort()) && !mayBeInner(at.getHost()))
            throw new Stop(Fetched.Reason.ADDRESS, host(at), shown(at));
    }

    /** Without the user name, which may come with a password. */
    private static String shown(URI at) {
        return at.getRawUserInfo() == null
                ? at.toString()
                : at.toString().replace(at.getRawUserInfo() + "@", "");
    }

    private boolean mayBeInner(String host) {
        return innerHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private static Fetched failed(IOException e, URI at, Limits limits) {
        return switch (e) {
            case InnerAddress inner ->
                    new Fetched.Failed(Fetched.Reason.INNER, host(at), inner.getMessage());
            case UnknownHostException unknown ->
                    new Fetched.Failed(Fetched.Reason.UNKNOWN_HOST, host(at), "");
            case ConnectTimeoutException slow -> tooSlow(at, limits);
            case SocketTimeoutException slow -> tooSlow(at, limits);
            case InterruptedIOException slow -> tooSlow(at, limits);
            case HttpHostConnectException none ->
                    new Fetched.Failed(Fetched.Reason.NO_CONNECTION, host(at), "");
            case ConnectException none ->
                    new Fetched.Failed(Fetched.Reason.NO_CONNECTION, host(at), "");
            case NoRouteToHostException none ->
                    new Fetched.Failed(Fetched.Reason.NO_CONNECTION, host(at), "");
            default -> new Fetched.Failed(Fetched.Reason.BROKEN, host(at), "");
        };
    }

    private static Fetched.Failed tooSlow(URI at, Limits limits) {
        return new Fetched.Failed(
                Fetched.Reason.TOO_SLOW, host(at), Long.toString(limits.connect().toSeconds()));
    }

    private static String host(URI at) {
        return at.getHost() == null ? "" : at.getHost();
    }

    private static URI uri(HttpGet request) {
        try {
            return request.getUri();
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** Gives only addresses that may be connected to; the client connects to one of these. */
    private final class CheckedDns implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = resolver.resolve(host);
            for (InetAddress one : found) {
                boolean allowed =
                        !Addresses.inner(one) || mayBeInner(host) && !Addresses.metadata(one);
                if (!allowed) throw new InnerAddress(one.getHostAddress());
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
