package skills.study;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/**
 * What a researcher did with plans. The plans stay for those who took part, without who made them.
 */
@Component
class StudyPlanData implements PersonalDataPart {

    private final JdbcClient jdbc;

    StudyPlanData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "studies";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "study",
                "study_plan",
                "study_unit",
                "study_freeze",
                "study_slot",
                "study_deviation",
                "study_dry_run",
                "study_dry_run_erased",
                "study_report",
                "study_file",
                "study_release",
                "study_pool_file",
                "study_pool_key");
    }

    @Override
    public Object export(AccountId account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "studies",
                rows(
                        account,
                        "select name, made_at from study where made_by = :id order by made_at"));
        all.put(
                "plans",
                rows(
                        account,
                        """
                        select s.name, p.version, p.saved_at, p.plan from study_plan p join study s on s.id = p.study
                        where p.saved_by = :id order by p.saved_at
                        """));
        all.put(
                "frozen",
                rows(
                        account,
                        """
                        select s.name, f.frozen_at from study_freeze f join study s on s.id = f.study
                        where f.frozen_by = :id order by f.frozen_at
                        """));
        all.put(
                "deviations",
                rows(
                        account,
                        """
                        select s.name, d.said_at, d.who, d.what, d.why from study_deviation d
                        join study s on s.id = d.study where d.said_by = :id order by d.said_at
                        """));
        all.put(
                "dryRuns",
                rows(
                        account,
                        """
                        select s.name, r.begun_at as at, 'begun' as what from study_dry_run r
                        join study s on s.id = r.study where r.begun_by = :id
                        union all
                        select s.name, e.erased_at, 'erased' from study_dry_run_erased e
                        join study_dry_run r on r.id = e.run join study s on s.id = r.study
                        where e.erased_by = :id order by at
                        """));
        all.put(
                "loaded",
                rows(
                        account,
                        """
                        select s.name, f.loaded_at from study_file f join study s on s.id = f.study
                        where f.loaded_by = :id order by f.loaded_at
                        """));
        all.put(
                "released",
                rows(
                        account,
                        """
                        select s.name, r.open, r.said_at from study_release r
                        join study s on s.id = r.study where r.said_by = :id order by r.said_at
                        """));
        all.put(
                "pooled",
                rows(
                        account,
                        """
                        select s.name, p.added_at as at, 'added' as what from study_pool_file p
                        join study s on s.id = p.study where p.added_by = :id
                        union all
                        select s.name, p.removed_at, 'removed' from study_pool_file p
                        join study s on s.id = p.study where p.removed_by = :id order by at
                        """));
        return all;
    }

    private List<Map<String, Object>> rows(AccountId account, String sql) {
        return jdbc.sql(sql).param("id", account.value()).query().listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    public void eraseAll(Collection<AccountId> accounts) {
        UUID[] ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        for (String sql :
                new String[] {
                    "update study set made_by = null where made_by = any(:ids)",
                    "update study_plan set saved_by = null where saved_by = any(:ids)",
                    "update study_freeze set frozen_by = null where frozen_by = any(:ids)",
                    "update study_deviation set said_by = null, who = '' where said_by = any(:ids)",
                    "update study_dry_run set begun_by = null where begun_by = any(:ids)",
                    "update study_dry_run_erased set erased_by = null where erased_by = any(:ids)",
                    "update study_file set loaded_by = null where loaded_by = any(:ids)",
                    "update study_release set said_by = null where said_by = any(:ids)",
                    "update study_pool_file set added_by = null where added_by = any(:ids)",
                    "update study_pool_file set removed_by = null where removed_by = any(:ids)"
                }) jdbc.sql(sql).param("ids", ids).update();
    }
}
