package skills.trials;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many sittings at the same time, and afterwards the count of what became of their answers. */
final class Classroom implements AutoCloseable {

    private static final List<String> WORK =
            List.of(
                    "steward",
                    "/questions/how-i-work",
                    "kapper",
                    "/questions/what-drives-me",
                    "verpleegkundige",
                    "/questions/how-i-work");
    private static final int SHORTEST_MS = 50;
    private static final int LONGEST_MS = 400;
    private static final int LATEST_MS = 5000;

    private final List<Sitting> sittings = new ArrayList<>();
    private final Random random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> busy = new ArrayList<>();
    private volatile boolean going;

    Classroom(String origin, int size, long seed) {
        random = new Random(seed);
        for (int i = 0; i < size; i++) sittings.add(new Sitting(origin, random.nextLong()));
    }

    /** Everybody goes to the first question, within the few seconds that a class takes to begin. */
    void open() throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < sittings.size(); i++) {
            Sitting sitting = sittings.get(i);
            String what = WORK.get(i % WORK.size());
            long wait = random.nextInt(LATEST_MS);
            all.add(
                    () -> {
                        Thread.sleep(wait);
                        sitting.open(what);
                        return null;
                    });
        }
        for (Future<Void> opened : threads.invokeAll(all)) opened.get();
    }

    /** Everybody answers, each at an own pace, until {@link #pause}. */
    void begin() {
        going = true;
        for (Sitting sitting : sittings) {
            var pace = new Random(random.nextLong());
            busy.add(
                    threads.submit(
                            () -> {
                                while (going) {
                                    sitting.answer();
                                    Thread.sleep(pace.nextInt(SHORTEST_MS, LONGEST_MS + 1));
                                }
                                return null;
                            }));
        }
    }

    /** No new answers; waits until each one given is acknowledged. */
    void pause() throws ExecutionException, InterruptedException {
        going = false;
        for (Future<?> sitting : busy) sitting.get();
        busy.clear();
    }

    int acknowledged() {
        return sittings.stream().mapToInt(s -> s.acknowledged().size()).sum();
    }

    int sentAgain() {
        return sittings.stream().mapToInt(Sitting::sentAgain).sum();
    }

    /**
     * What became of the answers.
     *
     * @param lost acknowledged answers that are not in the database, or with another value
     * @param doubled rows, of answers or of claims, beyond one an answer
     * @param refused answers that the server did not want
     * @param wrong questions whose page or claim does not show the answer given last
     * @param signedOut sittings that are no longer signed in
     * @param faults the first few of all these in words
     */
    record Count(
            int sittings,
            int acknowledged,
            int lost,
            int doubled,
            int refused,
            int wrong,
            int signedOut,
            List<String> faults) {

        Count and(Count other) {
            return new Count(
                    sittings + other.sittings,
                    acknowledged + other.acknowledged,
                    lost + other.lost,
                    doubled + other.doubled,
                    refused + other.refused,
                    wrong + other.wrong,
                    signedOut + other.signedOut,
                    java.util.stream.Stream.concat(faults.stream(), other.faults.stream())
                            .toList());
        }
    }

    Count count(String jdbc) throws SQLException, IOException, InterruptedException {
        int lost = 0;
        int doubled = 0;
        int wrong = 0;
        int signedOut = 0;
        List<String> faults = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(jdbc)) {
            for (Sitting sitting : sittings) {
                Map<UUID, String> kept = answers(database, sitting.session());
                Set<UUID> given = new HashSet<>();
                for (Sitting.Sent sent : sitting.acknowledged()) {
                    given.add(sent.client());
                    String want =
                            sent.position()
                                    + " "
                                    + (sent.what().startsWith("undo") ? "" : sent.what());
                    if (want.equals(kept.get(sent.client()))) continue;
                    lost++;
                    faults.add("answer " + want + " is kept as " + kept.get(sent.client()));
                }
                doubled +=
                        rows(database, "select count(*) from response where session = ?", sitting)
                                - given.size();
                if (sitting.isAboutSkills())
                    doubled +=
                            rows(
                                            database,
                                            "select count(*) from skill_claim where source_ref = ?::text",
                                            sitting)
                                    - given.size();
                Map<Integer, String> expected = sitting.expected();
                Map<Integer, String> shown = sitting.shown();
                Map<Integer, String> claimed = claims(database, sitting.session());
                for (int position : expected.keySet()) {
                    String last = expected.get(position);
                    String level = last.startsWith("value") ? last : "";
                    if (last.equals(shown.get(position))
                            && (!sitting.isAboutSkills()
                                    || level.equals(claimed.getOrDefault(position, "")))) continue;
                    wrong++;
                    faults.add(
                            "question "
                                    + position
                                    + ": given "
                                    + last
                                    + ", page "
                                    + shown.get(position)
                                    + ", claim "
                                    + claimed.get(position));
                }
                boolean complete = !sitting.isAboutSkills() && !expected.containsValue("");
                if (complete
                        && rows(database, "select count(*) from result where session = ?", sitting)
                                == 0) {
                    wrong++;
                    faults.add("complete, but without a result");
                }
                if (!sitting.isSignedIn()) signedOut++;
            }
        }
        int refused = sittings.stream().mapToInt(Sitting::refused).sum();
        return new Count(
                sittings.size(),
                acknowledged(),
                lost,
                doubled,
                refused,
                wrong,
                signedOut,
                faults.stream().limit(10).toList());
    }

    private static int rows(Connection database, String sql, Sitting sitting) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            query.setObject(1, sitting.session());
            ResultSet row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    /** Position and value by the sender's id. */
    private static Map<UUID, String> answers(Connection database, UUID session)
            throws SQLException {
        String sql =
                """
                select r.client_id, i.position, case when r.worst is not null then 'best=' || r.value || '&worst=' || r.worst
                    when r.value is not null then 'value=' || r.value
                    when r.skipped is not null then 'skip=' || r.skipped else '' end
                from response r join assessment_item i using (session, item) where session = ?
                """;
        Map<UUID, String> kept = new HashMap<>();
        try (var query = database.prepareStatement(sql)) {
            query.setObject(1, session);
            ResultSet row = query.executeQuery();
            while (row.next())
                kept.put(row.getObject(1, UUID.class), row.getInt(2) + " " + row.getString(3));
        }
        return kept;
    }

    /** The newest claim of each question. */
    private static Map<Integer, String> claims(Connection database, UUID session)
            throws SQLException {
        String sql =
                """
                select distinct on (i.position) i.position,
                    case when c.stance = 'said' then 'value=' || c.level else '' end
                from assessment_item i join skill_claim c on c.skill::text = i.item and c.source_ref = i.session::text
                where i.session = ? order by i.position, c.said_at desc
                """;
        Map<Integer, String> claims = new HashMap<>();
        try (var query = database.prepareStatement(sql)) {
            query.setObject(1, session);
            ResultSet row = query.executeQuery();
            while (row.next()) claims.put(row.getInt(1), row.getString(2));
        }
        return claims;
    }

    @Override
    public void close() {
        going = false;
        threads.shutdownNow();
    }
}
