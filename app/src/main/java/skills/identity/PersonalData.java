package skills.identity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;

/** Everything that all rooms keep about one person. */
@Component
public class PersonalData {

    private final ObjectProvider<PersonalDataPart> parts;

    PersonalData(ObjectProvider<PersonalDataPart> parts) {
        this.parts = parts;
    }

    /**
     * The parts under their names, the account first and the others by name; values are written as
     * JSON.
     */
    public Map<String, Object> export(AccountId account) {
        Map<String, Object> all = new LinkedHashMap<>();
        parts.stream()
                .sorted(
                        Comparator.comparing((PersonalDataPart p) -> !(p instanceof AccountData))
                                .thenComparing(PersonalDataPart::name))
                .forEach(part -> all.put(part.name(), part.export(account)));
        return all;
    }
}
