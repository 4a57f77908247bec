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
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import skills.kernel.Language;

/** With a mail server set, letters go there. */
class MailTest {

    private static Mail mail(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new Mail(
                beans.getBeanProvider(JavaMailSender.class),
                new Outbox(null, null),
                "van@example.org");
    }

    @Test
    void aLetterGoesToTheMailServer() throws Exception {
        try (var server = new ServerSocket(0)) {
            CompletableFuture<String> talk = CompletableFuture.supplyAsync(() -> listen(server));
            mail(server.getLocalPort())
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
    void aMailServerThatIsAwayIsSaidToThePerson() throws Exception {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> mail(port).send("noor@example.org", Language.NL, "s", "t"))
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
