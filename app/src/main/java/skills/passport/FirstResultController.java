package skills.passport;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.matching.Matcher;
import skills.matching.MeterView;
import skills.matching.NearestJobs;
import skills.matching.SearchAreas;
import skills.passport.FirstResultView.Reach;
import skills.passport.FirstResultView.Skill;
import skills.platform.Rosette;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** What two minutes of tapping gave: three skills, two occupations, one job. */
@Controller
@Access(Access.By.EVERYONE)
class FirstResultController {

    private static final int OCCUPATIONS = 2;

    private final Starts starts;
    private final Begin begin;
    private final Skills skills;
    private final Matcher matcher;
    private final NearestJobs jobs;
    private final SearchAreas areas;

    FirstResultController(
            Starts starts,
            Begin begin,
            Skills skills,
            Matcher matcher,
            NearestJobs jobs,
            SearchAreas areas) {
        this.starts = starts;
        this.begin = begin;
        this.skills = skills;
        this.matcher = matcher;
        this.jobs = jobs;
        this.areas = areas;
    }

    @GetMapping("/start/result")
    ModelAndView result(Optional<Account> account) {
        Optional<Start> start = account.flatMap(a -> starts.of(a.id())).filter(Start::finished);
        if (start.isEmpty()) return new ModelAndView("redirect:/start");
        return new ModelAndView("passport/first-result", "view", view(account.get(), start.get()));
    }

    /** Right or wrong, one tap. */
    @PostMapping("/start/found")
    ModelAndView found(
            Optional<Account> account, @RequestParam int position, @RequestParam boolean right) {
        if (account.isEmpty()) return new ModelAndView("redirect:/start");
        begin.confirm(account.get().id(), position, right);
        return new ModelAndView("redirect:/start/result#f" + position);
    }

    private FirstResultView view(Account account, Start start) {
        Set<SkillId> ids = new HashSet<>();
        start.found().forEach(f -> ids.add(f.skill()));
        Map<SkillId, skills.taxonomy.Skill> named = skills.all(ids);
        Map<SkillId, Integer> asked = skills.occupationCounts(ids);
        List<Skill> found =
                start.found().stream()
                        .filter(f -> named.containsKey(f.skill()))
                        .map(
                                f ->
                                        new Skill(
                                                f,
                                                named.get(f.skill()).name(),
                                                asked.getOrDefault(f.skill(), 0)))
                        .toList();
        List<Reach> reach =
                matcher.occupations(account.id(), OCCUPATIONS).stream()
                        .map(
                                m ->
                                        new Reach(
                                                m.occupation(),
                                                m.title(),
                                                MeterView.of(m.match()),
                                                m.match().missing().stream()
                                                        .map(f -> f.name())
                                                        .limit(2)
                                                        .toList()))
                        .toList();
        return new FirstResultView(
                account.isGuest(),
                start.tasks().size(),
                found,
                reach,
                jobs.best(account.id()).orElse(null),
                areas.of(account.id()).orElse(null),
                Rosette.of(account.id().value()));
    }
}
