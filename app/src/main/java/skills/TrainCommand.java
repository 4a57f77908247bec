package skills;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Starts the application on a throw-away folder, asks for a page and stops: so that Java can record
 * which classes a start needs.
 */
final class TrainCommand {

    private TrainCommand() {}

    static int run() {
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("skills-train");
            var folder = new DataFolder(scratch);
            int port = freePort();
            try (Database database = Database.start(folder)) {
                var context = RunCommand.application(folder, database, port, false, false);
                HttpResponse<String> page =
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                "http://localhost:" + port + "/"))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString());
                context.close();
                return page.statusCode() == 200 ? 0 : 1;
            }
        } catch (Exception e) {
            System.err.println(RunCommand.reason(e));
            return 1;
        } finally {
            if (scratch != null) delete(scratch);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            // A left-over in the temp folder does no harm.
        }
    }
}
