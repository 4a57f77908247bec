package skills.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.matching.Matcher.OccupationMatch;
import skills.matching.OccupationView.Asked;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.Regulations;
import skills.taxonomy.Skills;
import skills.vacancy.Outlook;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancies.Search;

/** One occupation: why it fits, what it asks, whether there is work, how to get there. */
@Controller
@Access(Access.By.HOLDER)
class OccupationController {

    private static final int LONGEST_REASON = MatchContests.LONGEST;

    private final Occupations occupations;
    private final OccupationProfiles profiles;
    private final Skills skills;
    private final Matcher matcher;
    private final FitPages pages;
    private final FitWorks works;
    private final MatchContests contests;
    private final Regulations regulations;
    private final Vacancies vacancies;
    private final SearchAreas areas;
    private final Inclinations inclinations;
    private final OwnFits fits;
    private final OccupationChoices choices;

    OccupationController(
            Occupations occupations,
            OccupationProfiles profiles,
            Skills skills,
            Matcher matcher,
            FitPages pages,
            FitWorks works,
            MatchContests contests,
            Regulations regulations,
            Vacancies vacancies,
            SearchAreas areas,
            Inclinations inclinations,
            OwnFits fits,
            OccupationChoices choices) {
        this.occupations = occupations;
        this.profiles = profiles;
        this.skills = skills;
        this.matcher = matcher;
        this.pages = pages;
        this.works = works;
        this.contests = contests;
        this.regulations = regulations;
        this.vacancies = vacancies;
        this.areas = areas;
        this.inclinations = inclinations;
        this.fits = fits;
        this.choices = choices;
    }

    @GetMapping("/occupation/{id}")
    ModelAndView occupation(
            Account account,
            @PathVariable OccupationId id,
            @RequestParam(required = false) @Nullable String told,
            @RequestParam(required = false) @Nullable String wrong,
            Locale locale) {
        Occupation occupation = occupations.find(id).orElseThrow(Problem::notFound);
        return new ModelAndView(
                        "matching/occupation",
                        "view",
                        view(account.id(), occupation, Language.of(locale)))
                .addObject(
                        "contest",
                        new ContestView(
                                "/occupation/" + id.value() + "/contest",
                                wrong != null,
                                told != null,
                                contests.of(account.id(), "occupation/" + id.value())))
                .addObject("choices", ChoicesView.of(choices, occupations, account.id(), null))
                .addObject("near", near(account.id(), id).orElse(null));
    }

    /** "This is not right": kept for people to read and to answer; nothing else changes. */
    @PostMapping("/occupation/{id}/contest")
    ModelAndView contest(
            Account account,
            @PathVariable OccupationId id,
            @RequestParam(defaultValue = "") String reason) {
        occupations.find(id).orElseThrow(Problem::notFound);
        contests.say(account.id(), "occupation/" + id.value(), shortened(reason));
        return new ModelAndView("redirect:/occupation/" + id.value() + "?told#contest");
    }

    /** Openings in the person's own area; empty when she set none or there are too few. */
    private Optional<Outlook> near(AccountId account, OccupationId id) {
        return areas.of(account)
                .map(a -> vacancies.outlook(id, Search.all().within(a.km(), a.place())))
                .filter(o -> o instanceof Outlook.Known);
    }

    static String shortened(String reason) {
        String clean = reason.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_REASON));
    }

    private OccupationView view(AccountId account, Occupation occupation, Language language) {
        Somebody somebody = matcher.somebody(account);
        OccupationMatch match = matcher.occupation(somebody, occupation.id());
        var own = inclinations.of(account);
        var page =
                pages.of(
                        somebody.fitter(),
                        works.occupation(occupation.id()),
                        match.match(),
                        match.fit(),
                        fits.of(own.inclination(), occupation.id()));
        var profile = profiles.of(occupation.id());
        var named = skills.all(match.match().fits().stream().map(SkillFit::skill).toList());
        return new OccupationView(
                occupation,
                regulations.of(occupation).orElse(null),
                profile.summary(),
                profile.generated(),
                MeterView.of(match.match()),
                fits.wants(own, occupation.id()),
                page.view(),
                page.onet(),
                page.why(),
                page.change(),
                match.match().fits().stream()
                        .map(f -> new Asked(f, meaning(named.get(f.skill()), language)))
                        .toList(),
                vacancies.outlook(occupation.id()),
                vacancies.openings(List.of(occupation.id())).getOrDefault(occupation.id(), 0),
                areas.of(account).orElse(null));
    }

    private static OccupationView.Meaning meaning(skills.taxonomy.Skill skill, Language language) {
        if (skill == null) return OccupationView.Meaning.NONE;
        String wished = language == Language.NL ? skill.descriptionNl() : skill.descriptionEn();
        if (wished != null) return new OccupationView.Meaning(wished, language.code());
        return skill.descriptionEn() == null
                ? OccupationView.Meaning.NONE
                : new OccupationView.Meaning(skill.descriptionEn(), "en");
    }
}
