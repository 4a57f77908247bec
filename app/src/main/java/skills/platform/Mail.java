package skills.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import skills.kernel.Language;

/**
 * Letters to people. Where a mail server is set (spring.mail.host) they go out; otherwise they are
 * laid in the outbox, which only a browser on this machine may open.
 */
@Component
public class Mail {

    private final @Nullable JavaMailSender sender;
    private final Outbox outbox;
    private final String from;

    Mail(
            ObjectProvider<JavaMailSender> sender,
            Outbox outbox,
            @Value("${skills.mail-from:skillspaspoort@localhost}") String from) {
        this.sender = sender.getIfAvailable();
        this.outbox = outbox;
        this.from = from;
    }

    /** False where letters only lie in the outbox. */
    public boolean goesOut() {
        return sender != null;
    }

    /**
     * @param to one address, already checked
     * @param text plain text with its links in full
     * @throws Problem "mail" when the mail server does not take it: the person can try again
     */
    public void send(String to, Language language, String subject, String text) {
        if (sender == null) {
            outbox.lay(to, language, subject, text);
            return;
        }
        var letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to);
        letter.setSubject(subject);
        letter.setText(text);
        try {
            sender.send(letter);
        } catch (MailException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "mail");
        }
    }
}
