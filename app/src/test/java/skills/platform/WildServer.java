package skills.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers as badly as a test wants, byte by byte. */
public final class WildServer implements AutoCloseable {

    /** Writes an answer, from the status line to the last byte. */
    public interface Answer {
        void write(OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    public WildServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public WildServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** An ordinary answer. */
    public WildServer on(String path, String type, byte[] body) {
        return on(path, out -> ok(out, "Content-Type: " + type, body));
    }

    public WildServer on(String path, String type, String body) {
        return on(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public WildServer redirect(String path, String to) {
        return on(
                path,
                out ->
                        out.write(
                                ("HTTP/1.1 302 Found\r\nLocation: "
                                                + to
                                                + "\r\nContent-Length: 0\r\n\r\n")
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** How many times a path was asked for. */
    public int asked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    public static void ok(OutputStream out, String headers, byte[] body) throws IOException {
        out.write(
                ("HTTP/1.1 200 OK\r\n"
                                + headers
                                + "\r\nContent-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.write(body);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                Thread.ofVirtual().start(() -> serve(one));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket one) {
        try (one;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        one.getInputStream(), StandardCharsets.UTF_8))) {
            String first = in.readLine();
            if (first == null) return;
            while (!in.readLine().isEmpty()) {}
            String path = first.split(" ")[1];
            asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
            Answer answer = answers.get(path);
            if (answer == null)
                one.getOutputStream()
                        .write(
                                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                                        .getBytes(StandardCharsets.UTF_8));
            else answer.write(one.getOutputStream());
            one.getOutputStream().flush();
        } catch (Exception gone) {
            // the other side had enough
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
