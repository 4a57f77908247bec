package skills.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.taxonomy.Qualifications;
import skills.taxonomy.TitleSearch;

/** Chooses the occupation whose skills one answers. */
@Controller
@RequestMapping("/skills/choose")
@Access(Access.By.HOLDER)
class ChooseController {

    private static final int MOST = 8;
    private static final int LONGEST_TEXT = 100;

    private final SkillLists lists;
    private final TitleSearch titles;
    private final Occupations occupations;
    private final Qualifications qualifications;

    ChooseController(
            SkillLists lists,
            TitleSearch titles,
            Occupations occupations,
            Qualifications qualifications) {
        this.lists = lists;
        this.titles = titles;
        this.occupations = occupations;
        this.qualifications = qualifications;
    }

    /**
     * @param via what was found and led to it: another name, or a course; null when the name itself
     */
    record Choice(OccupationId id, LocalizedText name, @Nullable String via) {}

    /**
     * @param now the name of the list chosen before, null when none
     * @param alsoSearched what was searched for instead, null when what was typed
     */
    record ChooseView(
            String q,
            @Nullable LocalizedText now,
            List<Choice> choices,
            @Nullable String alsoSearched) {}

    @GetMapping
    ModelAndView choose(Account account, Locale locale, @RequestParam(defaultValue = "") String q) {
        String text = q.strip();
        if (text.length() > LONGEST_TEXT) text = text.substring(0, LONGEST_TEXT);
        var found = titles.search(text, Language.of(locale), MOST);
        LocalizedText now =
                lists.occupation(account.id())
                        .flatMap(occupations::find)
                        .map(Occupation::name)
                        .orElse(null);
        return new ModelAndView(
                "assessment/choose",
                "view",
                new ChooseView(text, now, choices(found), found.alsoSearched()));
    }

    @PostMapping
    ModelAndView chosen(Account account, @RequestParam UUID occupation) {
        var id = new OccupationId(occupation);
        occupations.find(id).orElseThrow(Problem::notFound);
        lists.begin(account.id(), id);
        return new ModelAndView("redirect:/skills");
    }

    /** A course stands for the occupations that it leads to. */
    private List<Choice> choices(TitleSearch.Found found) {
        Map<OccupationId, String> via = new LinkedHashMap<>();
        for (TitleSearch.Hit hit : found.hits()) {
            if (hit.kind() == TitleSearch.Kind.OCCUPATION)
                via.putIfAbsent(OccupationId.parse(hit.id()), hit.also() == null ? "" : hit.also());
            else
                qualifications
                        .occupationsOf(hit.id())
                        .forEach(o -> via.putIfAbsent(o, hit.title()));
        }
        Map<OccupationId, Occupation> known = occupations.all(via.keySet());
        List<Choice> choices = new ArrayList<>();
        known.values().stream()
                .limit(MOST)
                .forEach(
                        o -> {
                            String reason = via.get(o.id());
                            choices.add(
                                    new Choice(o.id(), o.name(), reason.isEmpty() ? null : reason));
                        });
        return choices;
    }
}
