package skills.vacancy;

import java.util.Set;
import skills.kernel.AccountId;
import skills.taxonomy.OccupationId;

/** Work that a person does not want to see. Another room knows it and says it here. */
public interface HiddenWork {

    Set<OccupationId> hidden(AccountId account);
}
