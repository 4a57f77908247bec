package skills.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.platform.Faults;

/**
 * @param kept it is a kept account that gets one more way in
 * @param goneAt when a guest's answers go; null for a kept account
 * @param refused why the code does not work; null when none was tried
 */
record KeepView(
        boolean kept,
        @Nullable Instant goneAt,
        String code,
        Joining.@Nullable Refused refused,
        String address,
        Faults faults,
        List<Addresses.Confirmed> addresses,
        List<Passkeys.Passkey> passkeys,
        boolean recoveryCode) {

    /** Draws it up from what the account has. */
    @Component
    static class Maker {

        private final WaysIn ways;
        private final RecoveryCodes codes;

        Maker(WaysIn ways, RecoveryCodes codes) {
            this.ways = ways;
            this.codes = codes;
        }

        KeepView fresh(Account account) {
            return view(account, "", null, "", new Faults());
        }

        KeepView codeRefused(Account account, String typed, Joining.Refused refused) {
            return view(account, typed, refused, "", new Faults());
        }

        KeepView addressRefused(Account account, String typed, String key) {
            return view(account, "", null, typed, new Faults().add("address", key));
        }

        private KeepView view(
                Account account,
                String code,
                Joining.@Nullable Refused refused,
                String address,
                Faults faults) {
            Instant goneAt = account.isGuest() ? account.createdAt().plus(Erasure.GUEST) : null;
            return new KeepView(
                    !account.isGuest(),
                    goneAt,
                    Typed.short60(code),
                    refused,
                    Typed.short254(address),
                    faults,
                    ways.addresses(account.id()),
                    ways.passkeys(account.id()),
                    codes.has(account.id()));
        }
    }
}
