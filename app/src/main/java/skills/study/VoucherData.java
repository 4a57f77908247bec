package skills.study;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** The vouchers that a person got. Test persons get none, so a dry run leaves nothing here. */
@Component
class VoucherData implements PersonalDataPart {

    private final Vouchers vouchers;

    VoucherData(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @Override
    public String name() {
        return "vouchers";
    }

    @Override
    public Set<String> tables() {
        return Set.of("study_voucher");
    }

    @Override
    public Object export(AccountId account) {
        return vouchers.export(account);
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    public void eraseAll(Collection<AccountId> accounts) {
        vouchers.forget(accounts.stream().map(AccountId::value).toArray(UUID[]::new));
    }
}
