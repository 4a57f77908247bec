package skills.platform;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
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
        send(to, language, subject, text, null);
    }

    /**
     * A letter that the person did not ask for at this moment, with the way to stop such letters in
     * its head, where mail programs show a button for it (RFC 2369 and 8058). Without a mail server
     * it is laid in the outbox, in the caller's transaction.
     *
     * @param stop address that shows a page when opened and stops the letters by a POST; null for
     *     none
     * @throws Problem "mail" when the mail server does not take it
     */
    public void send(
            String to, Language language, String subject, String text, @Nullable String stop) {
        if (sender == null) {
            outbox.lay(to, language, subject, text);
            return;
        }
        try {
            MimeMessage message = sender.createMimeMessage();
            var letter = new MimeMessageHelper(message, "UTF-8");
            letter.setFrom(from);
            letter.setTo(to);
            // What others wrote may stand in it: a line of its own would be a head of its own.
            letter.setSubject(subject.replaceAll("\\p{Cntrl}+", " "));
            letter.setText(text);
            if (stop != null) {
                message.setHeader("List-Unsubscribe", "<" + stop + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            sender.send(message);
        } catch (MailException | MessagingException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "mail");
        }
    }
}
