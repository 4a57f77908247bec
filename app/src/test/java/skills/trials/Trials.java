package skills.trials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a class must survive: the application killed while 35 answer, and a network that loses
 * replies. As a program it runs the long form and writes what it measured: {@code ./skills bench
 * kill|swallow}.
 */
final class Trials {

    static final int CLASS = 35;

    /** Six classes one after the other are 210 phones, each of which lives through five kills. */
    private static final int CLASSES = 6;

    private static final int ROUNDS = 5;
    private static final long SEED = 20261125;
    private static final int SHORTEST_ROUND_MS = 1500;
    private static final int LONGEST_ROUND_MS = 4000;
    private static final int SWALLOW_ONE_IN = 3;
    private static final Duration SLOW = Duration.ofMillis(150);

    private Trials() {}

    /**
     * @param restarts from the start of the process until it said that it is ready, each round
     */
    record Killed(Classroom.Count count, int sentAgain, List<Duration> restarts) {

        Killed and(Killed other) {
            List<Duration> all = new ArrayList<>(restarts);
            all.addAll(other.restarts);
            return new Killed(count.and(other.count), sentAgain + other.sentAgain, all);
        }
    }

    /** The application is up; it is killed and started again so many times, at random moments. */
    static Killed kill(OwnProcess application, int sittings, int rounds, long seed)
            throws Exception {
        var random = new Random(seed);
        List<Duration> restarts = new ArrayList<>();
        try (var classroom = new Classroom(application.origin(), sittings, random.nextLong())) {
            classroom.open();
            classroom.begin();
            for (int round = 1; round <= rounds; round++) {
                Thread.sleep(random.nextInt(SHORTEST_ROUND_MS, LONGEST_ROUND_MS));
                application.kill();
                restarts.add(application.start("--no-demo"));
                System.err.printf(
                        "round %d of %d: %d acknowledged%n",
                        round, rounds, classroom.acknowledged());
            }
            // Whoever waits for the connection comes back, and goes on a little.
            Thread.sleep(SHORTEST_ROUND_MS);
            classroom.pause();
            return new Killed(classroom.count(application.jdbc()), classroom.sentAgain(), restarts);
        }
    }

    private static Killed kill(OwnProcess application, int classes) throws Exception {
        Killed all = kill(application, CLASS, ROUNDS, SEED);
        for (int i = 1; i < classes; i++) all = all.and(kill(application, CLASS, ROUNDS, SEED + i));
        return all;
    }

    record Swallowed(Classroom.Count count, int sentAgain, int replies) {}

    /** Between class and application stands a slow network that loses one reply in three. */
    static Swallowed swallow(OwnProcess application, int sittings, Duration time, long seed)
            throws Exception {
        var random = new Random(seed);
        try (var gate = new Gate(application.port(), random.nextLong());
                var classroom = new Classroom(gate.origin(), sittings, random.nextLong())) {
            classroom.open();
            gate.slow(SLOW);
            gate.swallow(SWALLOW_ONE_IN);
            classroom.begin();
            Thread.sleep(time);
            classroom.pause();
            gate.swallow(0);
            gate.slow(Duration.ZERO);
            return new Swallowed(
                    classroom.count(application.jdbc()), classroom.sentAgain(), gate.swallowed());
        }
    }

    /**
     * Arguments: kill or swallow, the folder for the result, the port; classes, if fewer than
     * usual.
     */
    public static void main(String[] args) throws Exception {
        String name = args[0];
        Path results = Path.of(args[1]);
        int port = Integer.parseInt(args[2]);
        int classes = args.length > 3 ? Integer.parseInt(args[3]) : CLASSES;
        String json;
        try (var application = new OwnProcess(Path.of("app/target/trials", name), port).fresh()) {
            application.start("--no-demo");
            json =
                    name.equals("kill")
                            ? json(kill(application, classes))
                            : json(swallow(application, CLASS, Duration.ofSeconds(60), SEED));
        }
        Files.createDirectories(results);
        Files.writeString(results.resolve(name + ".json"), json);
        System.out.print(json);
        if (!json.contains("\"faults\": []")
                || !json.contains("\"doubled\": 0,")
                || !json.contains("\"signed_out\": 0,")) System.exit(1);
    }

    private static String json(Killed killed) {
        List<Double> seconds =
                killed.restarts().stream().map(d -> d.toMillis() / 1000.0).sorted().toList();
        return json(
                killed.count(),
                killed.sentAgain(),
                """
                  "rounds": %d,
                  "restart_seconds_p50": %.1f,
                  "restart_seconds_max": %.1f,
                """
                        .formatted(
                                seconds.size(),
                                seconds.get(seconds.size() / 2),
                                seconds.getLast()));
    }

    private static String json(Swallowed swallowed) {
        return json(
                swallowed.count(),
                swallowed.sentAgain(),
                """
                  "replies_swallowed": %d,
                """
                        .formatted(swallowed.replies()));
    }

    private static String json(Classroom.Count count, int sentAgain, String more) {
        List<String> faults =
                count.faults().stream().map(f -> '"' + f.replace("\"", "'") + '"').toList();
        return String.format(
                Locale.ROOT,
                """
                {
                  "date": "%s",
                  "processors": %d,
                  "sittings": %d,
                %s  "acknowledged": %d,
                  "sent_again": %d,
                  "lost": %d,
                  "doubled": %d,
                  "refused": %d,
                  "wrong_last_value": %d,
                  "signed_out": %d,
                  "faults": %s
                }
                """,
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                count.sittings(),
                more,
                count.acknowledged(),
                sentAgain,
                count.lost(),
                count.doubled(),
                count.refused(),
                count.wrong(),
                count.signedOut(),
                faults);
    }
}
