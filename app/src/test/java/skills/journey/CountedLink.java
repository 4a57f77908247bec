package skills.journey;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The link between a browser and the application, as a proxy that passes every byte on and counts
 * what goes each way, heads included. What the browser keeps itself does not come by here.
 */
final class CountedLink implements Closeable {

    private final ServerSocket door;
    private final int to;
    private final AtomicLong down = new AtomicLong();
    private final AtomicLong up = new AtomicLong();

    /**
     * @param to port of the application on this machine
     */
    CountedLink(int to) {
        this.to = to;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Bytes towards the browser. */
    long down() {
        return down.get();
    }

    /** Bytes towards the application. */
    long up() {
        return up.get();
    }

    private void serve() {
        while (!door.isClosed())
            try {
                Socket browser = door.accept();
                Socket application = new Socket("localhost", to);
                Thread.ofVirtual().start(() -> pass(browser, application, up));
                Thread.ofVirtual().start(() -> pass(application, browser, down));
            } catch (IOException closed) {
                return;
            }
    }

    private static void pass(Socket from, Socket to, AtomicLong counted) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[16_384];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                out.write(some, 0, n);
                counted.addAndGet(n);
            }
        } catch (IOException ended) {
            // One side hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
