package skills.trials;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and the server and makes the network bad: it can be cut and restored,
 * slow, and swallow replies after the server has done its work.
 */
public final class Gate implements AutoCloseable {

    private final int server;
    private final ServerSocket door;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile boolean cut;
    private volatile int oneIn;
    private volatile long slowMs;

    /** Opens at once, on a free port, and lets everything through. */
    public Gate(int serverPort, long seed) throws IOException {
        server = serverPort;
        random = new Random(seed);
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public String origin() {
        return "http://localhost:" + port();
    }

    /** Ends all connections and lets none through until restored. */
    public void cut() {
        cut = true;
        open.forEach(Gate::close);
    }

    public void restore() {
        cut = false;
    }

    /** From now on what passes, in either direction, waits up to so long. */
    public void slow(Duration longest) {
        slowMs = longest.toMillis();
    }

    /** From now on one reply in so many is lost after the server sent it; 0: none. */
    public void swallow(int oneReplyIn) {
        oneIn = oneReplyIn;
    }

    /** Replies swallowed so far. */
    public int swallowed() {
        return swallowed.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(client);
            open.add(behind);
            if (cut) return;
            var asked = new AtomicBoolean();
            Thread requests = Thread.ofVirtual().start(() -> pass(client, behind, asked, true));
            pass(behind, client, asked, false);
            requests.interrupt();
            open.remove(behind);
        } catch (IOException unreachable) {
            // The client sees its connection end, as when the server is away.
        } finally {
            open.remove(client);
        }
    }

    /** Until either side ends; a reply begins with the first bytes after something was asked. */
    private void pass(Socket from, Socket to, AtomicBoolean asked, boolean request) {
        byte[] bytes = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n; (n = in.read(bytes)) >= 0; ) {
                if (request) asked.set(true);
                else if (asked.getAndSet(false) && oneIn > 0 && chance(oneIn) == 0) {
                    swallowed.incrementAndGet();
                    break;
                }
                if (slowMs > 0) Thread.sleep(chance((int) slowMs + 1));
                out.write(bytes, 0, n);
                out.flush();
            }
        } catch (IOException | InterruptedException ended) {
            // Both ends are closed below.
        }
        close(from);
        close(to);
    }

    private synchronized int chance(int bound) {
        return random.nextInt(bound);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Gate::close);
    }
}
