package skills.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.matching.Matcher.OccupationMatch;
import skills.platform.Problem;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancy;

/** One skill: how one gets it, and exactly what it opens. */
@Controller
@Access(Access.By.HOLDER)
class LearnController {

    private static final int MOST_STRONGER = 4;
    private static final int MOST_COURSES = 8;
    private static final int MOST_NEXT = 5;

    private final Lens lens;
    private final Matcher matcher;
    private final Skills skills;
    private final Occupations occupations;
    private final OccupationProfiles profiles;
    private final Vacancies vacancies;
    private final Courses courses;
    private final SearchAreas areas;
    private final SkillClaims claims;

    LearnController(
            Lens lens,
            Matcher matcher,
            Skills skills,
            Occupations occupations,
            OccupationProfiles profiles,
            Vacancies vacancies,
            Courses courses,
            SearchAreas areas,
            SkillClaims claims) {
        this.lens = lens;
        this.matcher = matcher;
        this.skills = skills;
        this.occupations = occupations;
        this.profiles = profiles;
        this.vacancies = vacancies;
        this.courses = courses;
        this.areas = areas;
        this.claims = claims;
    }

    @GetMapping("/skill/{id}")
    ModelAndView skill(Account account, @PathVariable SkillId id) {
        Skill skill = skills.find(id).orElseThrow(Problem::notFound);
        return new ModelAndView("matching/learn", "view", view(account.id(), skill));
    }

    /** The five skills that open most for this person. */
    @GetMapping("/learn")
    ModelAndView best(Account account) {
        Optional<SearchArea> area = areas.of(account.id());
        List<Lens.Best> best = lens.best(account.id(), area, MOST_NEXT);
        Map<SkillId, Skill> named = skills.all(best.stream().map(Lens.Best::skill).toList());
        List<LearnView.Next> next =
                best.stream()
                        .filter(b -> named.containsKey(b.skill()))
                        .map(
                                b ->
                                        new LearnView.Next(
                                                b.skill(),
                                                named.get(b.skill()).name(),
                                                profiles.learn().get(b.skill()),
                                                b))
                        .toList();
        return new ModelAndView("matching/next-skills", "next", next)
                .addObject("area", area.orElse(null));
    }

    /** "I can do this already": counts from now on as said by the person. */
    @PostMapping("/skill/{id}/said")
    ModelAndView said(Account account, @PathVariable SkillId id) {
        skills.find(id).orElseThrow(Problem::notFound);
        learned(account.id(), id);
        return new ModelAndView("redirect:/explore");
    }

    /**
     * Says that the person can do a skill. An earlier "not yet" or "with help" would beat a word
     * without a level, so then it is said with one.
     */
    void learned(AccountId account, SkillId id) {
        boolean less =
                claims.current(account).stream()
                        .filter(c -> c.skill().equals(id))
                        .map(SkillClaim::level)
                        .anyMatch(l -> l == Level.NOT_YET || l == Level.WITH_HELP);
        claims.say(account, id, less ? Level.ALONE : null, ClaimSource.ENTRY, "gap", null);
    }

    private LearnView view(AccountId account, Skill skill) {
        Optional<SearchArea> area = areas.of(account);
        Lens.Opened opened = lens.opened(account, skill.id(), area);
        Somebody somebody = matcher.somebody(account);
        Map<OccupationId, Occupation> named = occupations.all(opened.occupations());
        List<Vacancy> jobs = vacancies.all(opened.jobs());
        Map<OccupationId, Integer> open = lens.openings(opened.occupations(), area);
        return new LearnView(
                skill,
                profiles.learn().get(skill.id()),
                opened.has(),
                opened,
                opened.occupations().stream()
                        .filter(named::containsKey)
                        .map(
                                o ->
                                        new LearnView.Opens(
                                                o, named.get(o).name(), open.getOrDefault(o, 0)))
                        .toList(),
                matcher.vacancies(somebody, jobs).stream().map(m -> Explorer.job(m, area)).toList(),
                PayRange.of(jobs),
                stronger(somebody, skill.id()),
                courses.teaching(skill.id(), MOST_COURSES),
                area.orElse(null));
    }

    private List<LearnView.Stronger> stronger(Somebody somebody, SkillId skill) {
        return matcher.occupations(somebody, 40).stream()
                .filter(m -> m.match().missing().stream().anyMatch(f -> f.skill().equals(skill)))
                .limit(MOST_STRONGER)
                .map(LearnController::stronger)
                .toList();
    }

    private static LearnView.Stronger stronger(OccupationMatch m) {
        return new LearnView.Stronger(
                m.occupation(), m.title(), m.match().full() + 1, m.match().asked());
    }
}
