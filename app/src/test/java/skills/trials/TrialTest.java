package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Base of the trials on the application as its own process: one data folder for all of a run. */
abstract class TrialTest {

    private static OwnProcess shared;
    private boolean up;

    /** Up and loaded; stopped again after the test. */
    OwnProcess application() throws IOException {
        if (shared == null)
            shared = new OwnProcess(Path.of("target/trials/tests"), freePort()).fresh();
        shared.start("--no-demo");
        up = true;
        return shared;
    }

    @AfterEach
    void stop() {
        if (up) shared.close();
    }

    static void assertNothingWentWrong(Classroom.Count count) {
        assertThat(count.faults()).isEmpty();
        assertThat(count)
                .isEqualTo(
                        new Classroom.Count(
                                count.sittings(),
                                count.acknowledged(),
                                0,
                                0,
                                0,
                                0,
                                0,
                                count.faults()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
