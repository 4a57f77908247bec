package skills.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.profile.Level;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** What one has said of the skills of one's occupation, and how it grew. */
@Controller
@Access(Access.By.HOLDER)
class DoneController {

    private final SkillLists lists;
    private final SkillClaims claims;
    private final Skills skills;
    private final OccupationProfiles occupations;

    DoneController(
            SkillLists lists, SkillClaims claims, Skills skills, OccupationProfiles occupations) {
        this.lists = lists;
        this.claims = claims;
        this.skills = skills;
        this.occupations = occupations;
    }

    /**
     * @param before the level said the last time, when it was another one
     */
    record Line(LocalizedText name, Level level, @Nullable SkillClaim before) {

        boolean hasGrown() {
            return before != null && before.level().number() < level.number();
        }
    }

    /**
     * @param can what one does alone or better, the strongest first
     * @param learning what one does with help
     * @param notYet what one does not do yet
     */
    record DoneView(
            LocalizedText occupation,
            List<Line> can,
            List<Line> learning,
            List<Line> notYet,
            int skipped,
            int open,
            int total) {

        long grown() {
            return java.util.stream.Stream.of(can, learning)
                    .flatMap(List::stream)
                    .filter(Line::hasGrown)
                    .count();
        }

        boolean isDone() {
            return open == 0;
        }
    }

    @GetMapping("/skills/done")
    ModelAndView done(Account account) {
        Optional<AssessmentSession> current =
                lists.current(account.id()).filter(s -> s.total() > 0);
        if (current.isEmpty()) return new ModelAndView("redirect:/skills/choose");
        AssessmentSession session = current.get();
        Map<SkillId, Skill> names =
                skills.all(session.items().stream().map(AskedItem::skill).toList());
        List<Line> lines = new ArrayList<>();
        int skipped = 0;
        for (AskedItem item : session.items()) {
            SkillId skill = item.skill();
            Answer answer = session.answers().get(item.id());
            if (answer instanceof Answer.Chosen c && names.containsKey(skill))
                lines.add(
                        new Line(
                                names.get(skill).name(),
                                Level.of(c.value()),
                                before(account.id(), session, skill, Level.of(c.value()))));
            else if (answer instanceof Answer.Skipped) skipped++;
        }
        lines.sort((a, b) -> b.level().compareTo(a.level()));
        var view =
                new DoneView(
                        occupations.of(SkillLists.occupation(session)).title(),
                        lines.stream()
                                .filter(l -> l.level().number() >= Level.ALONE.number())
                                .toList(),
                        lines.stream().filter(l -> l.level() == Level.WITH_HELP).toList(),
                        lines.stream().filter(l -> l.level() == Level.NOT_YET).toList(),
                        skipped,
                        session.open(),
                        session.total());
        return new ModelAndView("assessment/done", "view", view);
    }

    private @Nullable SkillClaim before(
            AccountId account, AssessmentSession session, SkillId skill, Level now) {
        return claims.history(account, skill).stream()
                .filter(c -> c.level() != null && !c.sourceRef().equals(session.id().toString()))
                .filter(c -> c.at().isBefore(session.begunAt()))
                .reduce((first, second) -> second)
                .filter(c -> c.level() != now)
                .orElse(null);
    }
}
