package skills.vacancy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** A vacancy in skills: each one needed, welcome, or not asked. */
@Controller
@RequestMapping("/employer/{id}/skills")
@Access(Access.By.EMPLOYER)
class EmployerSkillsController {

    /** Before the id of a skill, in the names of fields. */
    private static final String FIELD = "s.";

    private final EmployerVacancies mine;
    private final EmployerSkills suggested;
    private final Skills skills;

    EmployerSkillsController(EmployerVacancies mine, EmployerSkills suggested, Skills skills) {
        this.mine = mine;
        this.suggested = suggested;
        this.skills = skills;
    }

    /**
     * @param most so many may be asked
     */
    record SkillsView(
            EmployerVacancy vacancy,
            List<EmployerSkills.Choice> choices,
            String q,
            boolean found,
            int most,
            Faults faults) {}

    @GetMapping
    ModelAndView ask(Account account, @PathVariable UUID id, Locale locale) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        return page(v, Map.of(), "", new Faults(), locale);
    }

    @PostMapping
    ModelAndView save(
            Account account,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            Locale locale) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        Map<SkillId, EmployerSkills.Want> wants = wants(fields);
        if (fields.containsKey("find")) {
            String q = CleanText.line(shorter(fields.getOrDefault("q", "")));
            return page(v, wants, q, new Faults(), locale);
        }
        List<Requirement> asks =
                wants.entrySet().stream()
                        .filter(w -> w.getValue() != EmployerSkills.Want.NO)
                        .map(
                                w ->
                                        new Requirement(
                                                w.getKey(),
                                                w.getValue() == EmployerSkills.Want.MUST,
                                                Requirement.Origin.STATED))
                        .toList();
        var faults =
                new Faults()
                        .addIf(asks.isEmpty(), "asks", "employer.skills.none")
                        .addIf(asks.size() > SkillReader.MOST, "asks", "employer.skills.many");
        if (!faults.none()) {
            ModelAndView page = page(v, wants, "", faults, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        mine.save(account.id(), id, asks);
        return new ModelAndView("redirect:/employer/" + id);
    }

    /** What was chosen, of skills that there are; the rest is left out. */
    private Map<SkillId, EmployerSkills.Want> wants(Map<String, String> fields) {
        Map<SkillId, EmployerSkills.Want> wants = new LinkedHashMap<>();
        fields.forEach(
                (field, value) -> {
                    if (!field.startsWith(FIELD) || wants.size() > 100) return;
                    try {
                        wants.put(
                                new SkillId(UUID.fromString(field.substring(FIELD.length()))),
                                EmployerSkills.Want.valueOf(value));
                    } catch (IllegalArgumentException e) {
                        // No page of ours sends that.
                    }
                });
        wants.keySet().retainAll(skills.all(wants.keySet()).keySet());
        return wants;
    }

    private ModelAndView page(
            EmployerVacancy v,
            Map<SkillId, EmployerSkills.Want> wants,
            String q,
            Faults faults,
            Locale locale) {
        Language language = Language.of(locale);
        List<EmployerSkills.Choice> choices = suggested.choices(v, wants, q, language);
        boolean found = q.isEmpty() || !skills.search(q, language, 1).isEmpty();
        return new ModelAndView(
                "vacancy/employerskills",
                "view",
                new SkillsView(v, choices, q, found, SkillReader.MOST, faults));
    }

    private static String shorter(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
