package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.platform.Mail;

/** The ways in that one account has: addresses, passkeys, the recovery code. */
@Component
class WaysIn {

    private final Addresses addresses;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Letters letters;
    private final Limits limits;
    private final Mail mail;

    WaysIn(
            Addresses addresses,
            Passkeys passkeys,
            RecoveryCodes codes,
            Letters letters,
            Limits limits,
            Mail mail) {
        this.addresses = addresses;
        this.passkeys = passkeys;
        this.codes = codes;
        this.letters = letters;
        this.limits = limits;
        this.mail = mail;
    }

    enum MailAsked {
        OK,
        NO_ADDRESS,
        TOO_OFTEN
    }

    /** Sends a link that adds this address to the account once it is confirmed. */
    MailAsked mailTo(AccountId account, String typed, HttpServletRequest request, Locale locale) {
        var address = Addresses.read(typed);
        if (address.isEmpty()) return MailAsked.NO_ADDRESS;
        if (!limits.mayMail(request, address.get())) return MailAsked.TOO_OFTEN;
        letters.keep(account, address.get(), locale);
        return MailAsked.OK;
    }

    boolean mailStaysHere() {
        return !mail.goesOut();
    }

    List<Addresses.Confirmed> addresses(AccountId account) {
        return addresses.of(account);
    }

    List<Passkeys.Passkey> passkeys(AccountId account) {
        return passkeys.of(account);
    }

    boolean hasPasskey(AccountId account) {
        return !passkeys.of(account).isEmpty();
    }

    boolean isRecoveryCode(AccountId account, String code) {
        return codes.matches(account, code);
    }

    String newRecoveryCode(AccountId account) {
        return codes.issue(account);
    }

    void removeAddress(AccountId account, String address) {
        addresses.remove(account, address);
    }

    void removePasskey(AccountId account, String id) {
        passkeys.remove(account, id);
    }
}
