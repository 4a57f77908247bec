package skills;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the embedded database and the search index. One application at a time holds it,
 * by a lock that the operating system frees when the process dies, however it dies.
 */
final class DataFolder {

    private final Path root;

    /** Kept here: a lock that the garbage collector finds is a lock that is gone. */
    private @Nullable FileLock lock;

    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path database() {
        return root.resolve("postgres");
    }

    Path index() {
        return root.resolve("index");
    }

    /** Takes the lock for as long as this process lives; false when another process holds it. */
    boolean tryLock() throws IOException {
        Files.createDirectories(root);
        var channel =
                FileChannel.open(
                        root.resolve("skills.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            lock = null;
        }
        if (lock == null) channel.close();
        return lock != null;
    }

    /** The port of the PostgreSQL that runs on this folder, from line 4 of its own file. */
    Optional<Integer> runningPort() throws IOException {
        Path file = database().resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 4
                ? Optional.empty()
                : Optional.of(Integer.parseInt(lines.get(3).strip()));
    }

    /**
     * Stops a PostgreSQL that lost its application (after {@code kill -9}). Call only while holding
     * the lock: then nobody uses that database.
     */
    void stopOrphan() throws IOException, InterruptedException {
        Path file = database().resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle process = ProcessHandle.of(pid).filter(DataFolder::isPostgres).orElse(null);
        if (process != null) {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that are gone.
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            try {
                process.onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException(
                        "The PostgreSQL of an earlier run (process " + pid + ") does not stop.", e);
            }
        }
        Files.deleteIfExists(file);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }
}
