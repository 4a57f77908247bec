package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A hundred phones in virtual time; {@code ./skills bench queue} tries ten thousand. What is tried
 * is the file that is shipped.
 */
class QueueTest {

    @Test
    void noAnswerIsLostOrCountsTwiceWhateverHappensToPageNetworkAndServer() throws IOException {
        var sums = QueueTrials.run(100);
        assertThat(sums.get("faults")).isEqualTo(List.of());
        assertThat(sums).containsEntry("lost", 0).containsEntry("double", 0);
        for (String happened :
                List.of(
                        "given",
                        "reloads",
                        "repliesLost",
                        "doubled",
                        "requestsLost",
                        "hung",
                        "refusedSignIn",
                        "tokens",
                        "restarts"))
            assertThat(((Number) sums.get(happened)).longValue()).as(happened).isGreaterThan(50);
    }

    @Test
    void aQueueThatForgetsTooEarlyOrSendsUnderNewNamesIsCaught() throws IOException {
        String shipped = QueueTrials.resource("/static/queue.js");
        String early = "let what = await reply(entry);";
        String names = "env.send(entry)";
        assertThat(shipped).contains(early, names);
        var forgets =
                QueueTrials.run(20, shipped.replace(early, "await remove(entry.client); " + early));
        assertThat(((Number) forgets.get("lost")).longValue()).isPositive();
        var renames =
                QueueTrials.run(
                        20, shipped.replace(names, "env.send({ ...entry, client: env.uuid() })"));
        assertThat(((Number) renames.get("double")).longValue()).isPositive();
    }
}
