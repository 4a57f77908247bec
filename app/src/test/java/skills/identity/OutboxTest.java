package skills.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import skills.Visitor;
import skills.kernel.Language;
import skills.platform.Mail;
import skills.platform.Problem;
import skills.platform.Qr;

/** Letters without a mail server, and codes to scan. */
class OutboxTest extends IdentityTest {

    @Autowired Mail mail;
    @Autowired AccessGuard guard;
    @Autowired OutboxController controller;

    @Test
    void aLetterLiesInTheOutboxWithItsLinkToOpenNewestFirst() {
        String address = address();
        mail.send(address, Language.NL, "Eerste", "Kijk: http://localhost/link/abc\n<b>&");
        mail.send(address, Language.EN, "Second " + address, "text");
        var page = new Visitor().get("/outbox");
        assertThat(page.html())
                .contains("<a href=\"http://localhost/link/abc\">")
                .contains("&lt;b&gt;&amp;");
        assertThat(page.html().indexOf("Second " + address))
                .isBetween(0, page.html().indexOf("Eerste"));
        assertThat(outbox.to(List.of(address)))
                .extracting(l -> l.subject())
                .containsExactly("Eerste", "Second " + address);
    }

    @Test
    void onlyABrowserOnThisMachineOpensTheOutbox() throws Exception {
        assertThat(new Visitor().header("X-Forwarded-For", "203.0.113.9").get("/outbox").status())
                .isEqualTo(404);
        var handler =
                new HandlerMethod(controller, OutboxController.class.getDeclaredMethod("letters"));
        assertThat(
                        guard.preHandle(
                                from("127.0.0.1", "localhost"),
                                new MockHttpServletResponse(),
                                handler))
                .isTrue();
        for (var request :
                List.of(from("192.168.1.20", "localhost"), from("127.0.0.1", "evil.example")))
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> guard.preHandle(request, new MockHttpServletResponse(), handler))
                    .isInstanceOf(Problem.class);
    }

    private static MockHttpServletRequest from(String address, String host) {
        var request = new MockHttpServletRequest("GET", "/outbox");
        request.setRemoteAddr(address);
        request.setServerName(host);
        return request;
    }

    @Test
    void aQrCodeIsReadBack() throws Exception {
        String text = "http://192.168.1.20:8080/join/LVD-4F7K";
        Qr qr = Qr.of(text);
        var matrix = new com.google.zxing.common.BitMatrix(qr.size());
        var m = java.util.regex.Pattern.compile("M(\\d+) (\\d+)h(\\d+)").matcher(qr.path());
        while (m.find())
            matrix.setRegion(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)),
                    1);
        var inner = new com.google.zxing.common.BitMatrix(qr.size() - 8);
        for (int x = 0; x < inner.getWidth(); x++)
            for (int y = 0; y < inner.getHeight(); y++)
                if (matrix.get(x + 4, y + 4)) inner.set(x, y);
        assertThat(new com.google.zxing.qrcode.decoder.Decoder().decode(inner).getText())
                .isEqualTo(text);
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndSignsInByTheLink() {
        jdbc.sql("update account_role set ended_at = now() where role = 'ADMIN'").update();
        var first = new FirstAdministrator(dataSource, clock);
        String address = address();
        var made = (FirstAdministrator.Made) first.make(address);
        var browser = new Visitor();
        assertThat(browser.get(made.path()).status()).isEqualTo(200);
        browser.post(made.path());
        browser.post("/keep/age", "date", "1-1-1980");
        assertThat(browser.get("/admin").text()).contains("Beheer");
        assertThat(first.make(address())).isInstanceOf(FirstAdministrator.Refused.class);
        assertThat(new Visitor().post(made.path()).status()).isEqualTo(410);
    }

    @Autowired javax.sql.DataSource dataSource;
}
