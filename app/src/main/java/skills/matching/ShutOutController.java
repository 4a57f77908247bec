package skills.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import skills.consent.MinimumCellSize;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Problem;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skills;
import skills.taxonomy.Skillset;
import skills.vacancy.EmployerVacancies;
import skills.vacancy.EmployerVacancy;
import skills.vacancy.Requirement;

/** Whom the vacancy of an employer shuts out: counts, never who, and never in an order. */
@Controller
class ShutOutController {

    private static final int ROUND = Cohort.STEP;

    private final EmployerVacancies vacancies;
    private final CountForEmployers counting;
    private final People people;
    private final SkillTable table;
    private final Skills skills;

    ShutOutController(
            EmployerVacancies vacancies,
            CountForEmployers counting,
            People people,
            SkillTable table,
            Skills skills) {
        this.vacancies = vacancies;
        this.counting = counting;
        this.people = people;
        this.table = table;
        this.skills = skills;
    }

    /**
     * One skill that is needed.
     *
     * @param occupations how many of those that have enough, have nothing of it
     * @param only how many of these lack nothing else
     * @param people at least so many people, a multiple of five; 0 for too few to tell
     */
    record Line(LocalizedText skill, int occupations, int only, int people) {}

    /**
     * @param all occupations that were looked at
     * @param anyEnough in some of them one has enough of what is asked
     * @param enough in so many; or where there are none, in so many one has at least one skill
     * @param kept in so many of these one has all that is needed
     * @param people at least so many people have enough, a multiple of five; 0 for too few to tell
     * @param left of these so many at least have all that is needed; 0 for too few to tell
     */
    record ShutOutView(
            EmployerVacancy vacancy,
            int all,
            boolean anyEnough,
            int enough,
            int kept,
            int people,
            int left,
            List<Line> lines) {

        int shut() {
            return enough - kept;
        }
    }

    @GetMapping("/employer/{id}/out")
    @Access(Access.By.EMPLOYER)
    ModelAndView out(Account account, @PathVariable UUID id) {
        EmployerVacancy v = vacancies.of(account.id(), id).orElseThrow(Problem::notFound);
        Skillset all = table.now();
        List<ToDoubleFunction<SkillId>> occupations = occupations(all, v.asks());
        ShutOut enough = ShutOut.of(v.asks(), occupations);
        ShutOut work = enough.enough() > 0 ? enough : ShutOut.ofAny(v.asks(), occupations);
        ShutOut persons = persons(v.asks());
        Map<SkillId, Skill> named = skills.all(v.asks().stream().map(Requirement::skill).toList());
        List<Line> lines =
                work.lacking().entrySet().stream()
                        .filter(e -> named.containsKey(e.getKey()))
                        .map(
                                e ->
                                        new Line(
                                                named.get(e.getKey()).name(),
                                                e.getValue(),
                                                work.only().get(e.getKey()),
                                                persons == null
                                                        ? 0
                                                        : part(
                                                                persons.lacking().get(e.getKey()),
                                                                persons.enough())))
                        .toList();
        return new ModelAndView(
                "matching/shutout",
                "view",
                new ShutOutView(
                        v,
                        occupations.size(),
                        enough.enough() > 0,
                        work.enough(),
                        work.left(),
                        persons == null ? 0 : told(persons.enough()),
                        persons == null ? 0 : part(persons.left(), persons.enough()),
                        lines));
    }

    /**
     * Of somebody who does all that an occupation cannot do without: about nobody, so exact. Kept
     * of each is what is asked only, as a share of every skill for every occupation takes 300 MB.
     */
    private static List<ToDoubleFunction<SkillId>> occupations(
            Skillset all, List<Requirement> asks) {
        List<ToDoubleFunction<SkillId>> found = new ArrayList<>();
        for (int o = 0; o < all.occupations(); o++) {
            if (all.essential(o).length == 0) continue;
            Ability worked = Ability.worked(all, o);
            Map<SkillId, Double> held = new HashMap<>();
            for (Requirement r : asks) {
                int s = all.at(r.skill());
                if (s >= 0) held.put(r.skill(), worked.of(s));
            }
            found.add(skill -> held.getOrDefault(skill, 0.0));
        }
        return found;
    }

    /** Null while too few agreed to be counted, or too few of them have enough. */
    private @Nullable ShutOut persons(List<Requirement> asks) {
        Cohort<AccountId> cohort = counting.cohort();
        if (!cohort.isEnough()) return null;
        List<ToDoubleFunction<SkillId>> found = new ArrayList<>();
        for (AccountId one : cohort.counted()) {
            Map<SkillId, Held> held = people.of(one).held();
            found.add(
                    skill -> {
                        Held h = held.get(skill);
                        return h == null ? 0 : h.hold().share();
                    });
        }
        ShutOut out = ShutOut.of(asks, found);
        return MinimumCellSize.allows(out.enough()) ? out : null;
    }

    private static int told(int people) {
        return people - people % ROUND;
    }

    /** A part is told when neither it nor the rest is too small; 0 when one of them is. */
    static int part(int part, int whole) {
        return MinimumCellSize.allows(part) && MinimumCellSize.allows(whole - part)
                ? told(part)
                : 0;
    }
}
