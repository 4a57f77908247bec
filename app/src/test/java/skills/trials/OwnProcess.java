package skills.trials;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The application as a process of its own on a data folder of its own: it can be killed at any
 * moment and started again. What it writes to stderr lies in {@code run.log} of the folder.
 */
public final class OwnProcess implements AutoCloseable {

    /** Loading the taxonomy the first time, on a slow machine. */
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    public OwnProcess(Path folder, int port) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    Path log() {
        return folder.resolve("run.log");
    }

    /** Removes the folder with everything in it; a database that still runs there is killed. */
    public OwnProcess fresh() throws IOException {
        if (Files.exists(folder)) {
            postgres().ifPresent(OwnProcess::end);
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
        Files.createDirectories(folder);
        return this;
    }

    /** Starts and waits until it says that it is ready; returns how long that took. */
    public Duration start(String... more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        command.addAll(
                List.of(
                        "-Xmx700m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8"));
        String jar = System.getProperty("skills.jar");
        if (jar != null) {
            Path cache = Path.of(jar).resolveSibling("app.aot");
            if (Files.exists(cache)) command.add("-XX:AOTCache=" + cache);
            command.addAll(List.of("-jar", jar));
        } else command.addAll(List.of("-cp", classPath(), "skills.Main"));
        command.addAll(
                List.of("run", "--port", Integer.toString(port), "--data", folder.toString()));
        command.addAll(List.of(more));
        var builder =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().remove("DATABASE_URL");
        long begun = System.nanoTime();
        Process started = builder.start();
        process = started;
        var ready = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> read(started, ready));
        try {
            ready.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            kill();
            throw new IOException("did not start, see " + log() + "\n" + tail(), e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void read(Process started, CompletableFuture<Void> ready) {
        try (var out =
                new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = out.readLine()) != null; )
                if (line.startsWith("Ready: ")) ready.complete(null);
        } catch (IOException gone) {
            // It was killed: then nothing more is read.
        }
        ready.completeExceptionally(new IOException("it ended"));
    }

    /** As {@code kill -9}: no farewell, its PostgreSQL stays behind. */
    void kill() {
        if (process == null) return;
        process.destroyForcibly();
        process.onExit().join();
        process = null;
    }

    /** The PostgreSQL on the folder, if one runs there. */
    Optional<ProcessHandle> postgres() throws IOException {
        Path file = folder.resolve("postgres/postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false));
    }

    /** Where its database is while it runs. */
    String jdbc() throws IOException {
        String dbPort =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3).strip();
        return "jdbc:postgresql://127.0.0.1:" + dbPort + "/postgres?user=postgres";
    }

    Path database() {
        return folder.resolve("postgres");
    }

    private String tail() throws IOException {
        if (!Files.exists(log())) return "";
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** Without the classes of the tests: a configuration among them would be found and used. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> !p.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void end(ProcessHandle handle) {
        handle.destroyForcibly();
        handle.onExit().join();
    }

    /** Stops in order. */
    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) kill();
            postgres().ifPresent(OwnProcess::end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }
}
