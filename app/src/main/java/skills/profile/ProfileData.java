package skills.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** What this room keeps about a person. */
@Component
class ProfileData implements PersonalDataPart {

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final SkillClaims claims;

    ProfileData(JdbcClient jdbc, Profiles profiles, SkillClaims claims) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.claims = claims;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Set<String> tables() {
        return Set.of("profile", "profile_entry", "skill_claim");
    }

    @Override
    public Object export(AccountId account) {
        Profile profile = profiles.of(account);
        return Map.of(
                "name", profile.name(),
                "sentence", profile.sentence(),
                "entries",
                        rows(
                                "select * from profile_entry where account = :account order by id",
                                account),
                "claims", claims.current(account),
                "everythingSaidOfSkills",
                        rows(
                                "select * from skill_claim where account = :account order by said_at, id",
                                account));
    }

    @Override
    public void erase(AccountId account) {
        for (String table : List.of("skill_claim", "profile_entry", "profile"))
            jdbc.sql("delete from " + table + " where account = :account")
                    .param("account", account.value())
                    .update();
    }

    private List<Map<String, Object>> rows(String sql, AccountId account) {
        return jdbc.sql(sql).param("account", account.value()).query().listOfRows();
    }
}
