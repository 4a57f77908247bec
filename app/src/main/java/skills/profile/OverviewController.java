package skills.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Rosette;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** The passport as its holder sees it. */
@Controller
@Access(Access.By.HOLDER)
class OverviewController {

    private final Profiles profiles;
    private final SkillClaims claims;
    private final Skills skills;

    OverviewController(Profiles profiles, SkillClaims claims, Skills skills) {
        this.profiles = profiles;
        this.claims = claims;
        this.skills = skills;
    }

    @GetMapping("/passport")
    ModelAndView overview(
            Account account,
            @RequestParam(required = false) @Nullable UUID removed,
            @RequestParam(defaultValue = "") String kind) {
        List<Said> said = claims.all(account.id());
        List<SkillClaim> current = Said.current(said);
        Map<SkillId, Skill> names = skills.all(current.stream().map(SkillClaim::skill).toList());
        var view =
                new OverviewView(
                        profiles.of(account.id()),
                        account.demo(),
                        Rosette.of(account.id().value()),
                        groups(current, said, names),
                        removed(account, removed, kind));
        return new ModelAndView("profile/overview", "view", view);
    }

    private OverviewView.@Nullable Removed removed(
            Account account, @Nullable UUID id, String kind) {
        boolean known = Arrays.stream(EntryKind.values()).anyMatch(k -> k.word().equals(kind));
        if (id == null || !known) return null;
        return profiles.removedTitle(account.id(), new EntryId(id))
                .map(
                        title ->
                                new OverviewView.Removed(
                                        title, EntryKind.of(kind).path() + "/" + id + "/putback"))
                .orElse(null);
    }

    private static List<OverviewView.Group> groups(
            List<SkillClaim> current, List<Said> said, Map<SkillId, Skill> names) {
        List<@Nullable Level> order =
                new ArrayList<>(
                        List.of(Level.TEACHES, Level.WHEN_HARD, Level.ALONE, Level.WITH_HELP));
        order.add(null);
        order.add(Level.NOT_YET);
        List<OverviewView.Group> groups = new ArrayList<>();
        for (Level level : order) {
            var rows =
                    current.stream()
                            .filter(c -> c.level() == level && names.containsKey(c.skill()))
                            .sorted(Comparator.comparing(SkillClaim::at).reversed())
                            .map(c -> row(c, said, names.get(c.skill())))
                            .toList();
            if (!rows.isEmpty()) groups.add(new OverviewView.Group(level, rows));
        }
        return groups;
    }

    private static OverviewView.Row row(SkillClaim claim, List<Said> said, Skill skill) {
        var history =
                said.stream()
                        .filter(
                                s ->
                                        s.stance() == Said.Stance.SAID
                                                && s.claim().skill().equals(claim.skill()))
                        .map(Said::claim)
                        .toList();
        var before =
                Growth.before(claim, history)
                        .map(c -> new OverviewView.Before(c.level(), c.at()))
                        .orElse(null);
        return new OverviewView.Row(skill.name(), claim.at(), before);
    }
}
