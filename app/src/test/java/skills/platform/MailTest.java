package skills.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import skills.kernel.Language;

/** With a mail server set, letters go there. */
class MailTest {

    @Test
    void aLetterGoesToTheMailServer() throws Exception {
        try (var server = new ServerSocket(0)) {
            CompletableFuture<String> talk = CompletableFuture.supplyAsync(() -> listen(server));
            Mails.at(server.getLocalPort())
                    .send(
                            "noor@example.org",
                            Language.NL,
                            "Je link",
                            "Open:\n\nhttps://x.example/link/abc\n\né");
            assertThat(talk.get())
                    .contains("MAIL FROM:<van@example.org>")
                    .contains("RCPT TO:<noor@example.org>")
                    .contains("Subject: Je link")
                    .contains("https://x.example/link/abc")
                    .contains("charset=UTF-8");
        }
    }

    @Test
    void aLetterThatCanBeStoppedSaysSoInItsHead() throws Exception {
        try (var server = new ServerSocket(0)) {
            CompletableFuture<String> talk = CompletableFuture.supplyAsync(() -> listen(server));
            Mails.at(server.getLocalPort())
                    .send(
                            "noor@example.org",
                            Language.NL,
                            "Nieuwe vacature: kok\r\nBcc: all@example.org",
                            "Kijk.",
                            "https://x.example/stop/abc");
            assertThat(talk.get())
                    .contains("List-Unsubscribe: <https://x.example/stop/abc>")
                    .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                    .doesNotContain("\nBcc:")
                    .doesNotContain("RCPT TO:<all@example.org>");
        }
    }

    @Test
    void aMailServerThatIsAwayIsSaidToThePerson() throws Exception {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> Mails.at(port).send("noor@example.org", Language.NL, "s", "t"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo("mail"));
    }

    /** Speaks just enough SMTP. */
    private static String listen(ServerSocket server) {
        var heard = new StringBuilder();
        try (var line = server.accept();
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        line.getInputStream(), StandardCharsets.UTF_8))) {
            var out = line.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean data = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                heard.append(said).append('\n');
                if (data && !said.equals(".")) continue;
                data = said.equals("DATA");
                out.write((data ? "354 go\r\n" : "250 ok\r\n").getBytes(StandardCharsets.US_ASCII));
                if (said.equals("QUIT")) break;
            }
        } catch (IOException gone) {
            heard.append(gone);
        }
        return heard.toString();
    }
}
