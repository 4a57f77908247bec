package skills.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.platform.Mail;
import skills.platform.Words;

/**
 * Writes the letters of this room: one link each, in the language of the page they were asked on.
 */
@Component
class Letters {

    private final Mail mail;
    private final MailLinks links;
    private final Addresses addresses;
    private final MessageSource messages;
    private final String origin;

    Letters(
            Mail mail,
            MailLinks links,
            Addresses addresses,
            MessageSource messages,
            @Value("${skills.origin}") String origin) {
        this.mail = mail;
        this.links = links;
        this.addresses = addresses;
        this.messages = messages;
        this.origin = origin;
    }

    void keep(AccountId account, String address, Locale locale) {
        send(address, locale, "keep", link(links.make(MailLink.Purpose.KEEP, account, address)));
    }

    /**
     * Also to an address that nobody confirmed here: then it says so. The page never tells which.
     */
    void signIn(String address, Locale locale) {
        var owner = addresses.owner(address);
        if (owner.isPresent())
            send(
                    address,
                    locale,
                    "signin",
                    link(links.make(MailLink.Purpose.SIGN_IN, owner.get(), address)));
        else send(address, locale, "unknown", origin + "/");
    }

    void parent(AccountId child, String address, Locale locale) {
        send(address, locale, "parent", link(links.make(MailLink.Purpose.PARENT, child, address)));
    }

    void parentThanks(AccountId child, String address, Locale locale) {
        send(
                address,
                locale,
                "thanks",
                link(links.make(MailLink.Purpose.PARENT_WITHDRAW, child, address)));
    }

    void teacher(
            String address, Organizations.Organization organization, AccountId by, Locale locale) {
        String token = links.make(MailLink.Purpose.TEACHER, null, organization.id(), address, by);
        send(address, locale, "teacher", link(token), organization.name());
    }

    void researcher(
            String address, Organizations.Organization organization, AccountId by, Locale locale) {
        String token =
                links.make(MailLink.Purpose.RESEARCHER, null, organization.id(), address, by);
        send(address, locale, "researcher", link(token), organization.name());
    }

    void employer(
            String address, Organizations.Organization organization, AccountId by, Locale locale) {
        String token = links.make(MailLink.Purpose.EMPLOYER, null, organization.id(), address, by);
        send(address, locale, "employer", link(token), organization.name());
    }

    private String link(String token) {
        return origin + "/link/" + token;
    }

    private void send(
            String address, Locale locale, String which, String link, @Nullable String... more) {
        var words = new Words(messages, Language.of(locale));
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = link;
        System.arraycopy(more, 0, arguments, 1, more.length);
        mail.send(
                address,
                words.language(),
                words.t("mail." + which + ".subject", arguments),
                words.t("mail." + which + ".text", arguments));
    }
}
