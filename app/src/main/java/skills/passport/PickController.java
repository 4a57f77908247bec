package skills.passport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.assessment.Finding;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.profile.SkillClaim;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Chooses within a draft: skills one by one, and what of a result the reader may see. */
@Controller
@RequestMapping("/share/{id}")
@Access(Access.By.HOLDER)
class PickController {

    private final ShareDrafts drafts;
    private final SharedPassports passports;
    private final SharedResults results;
    private final Skills skills;

    PickController(
            ShareDrafts drafts, SharedPassports passports, SharedResults results, Skills skills) {
        this.drafts = drafts;
        this.passports = passports;
        this.results = results;
        this.skills = skills;
    }

    record PickView(UUID id, List<Skill> skills, Set<SkillId> chosen, Faults faults) {}

    /**
     * @param chosen ids of scales; none to begin with
     * @param note as typed
     */
    record ScalesView(
            ShareDraft draft,
            SharedResults.Offered offered,
            Set<String> chosen,
            String note,
            Faults faults) {

        String action() {
            return "/share/" + draft.id() + "/results/" + offered.result().id();
        }
    }

    /** Where a draft goes on: to the first result of which nothing was chosen, else to the look. */
    static String onward(ShareDraft draft) {
        return "/share/"
                + draft.id()
                + draft.pending().map(r -> "/results/" + r).orElse("/preview");
    }

    /** The skills of the draft, one by one. */
    @GetMapping("/skills")
    ModelAndView pick(Account account, @PathVariable UUID id) {
        return picking(account, draft(account, id), new Faults());
    }

    @PostMapping("/skills")
    ModelAndView picked(
            Account account,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<UUID> skill) {
        ShareDraft draft = draft(account, id);
        List<ShareField> fields =
                Stream.concat(
                                draft.fields().stream()
                                        .filter(f -> f.part() != ShareField.Part.SKILL),
                                passports.claims(account.id()).stream()
                                        .map(c -> c.skill().value())
                                        .filter(skill::contains)
                                        .map(s -> ShareField.of(ShareField.Part.SKILL, s)))
                        .toList();
        if (fields.isEmpty()) {
            var page = picking(account, draft, new Faults().add("skills", "share.fault.parts"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        drafts.save(draft.withFields(fields));
        return new ModelAndView("redirect:/share/" + id + "/preview");
    }

    /** What of a result the reader may see, and words above it. */
    @GetMapping("/results/{result}")
    ModelAndView scales(Account account, @PathVariable UUID id, @PathVariable UUID result) {
        ShareDraft draft = draft(account, id);
        return new ModelAndView(
                "passport/sharescales",
                "view",
                new ScalesView(
                        draft,
                        offered(account, draft, result),
                        draft.fields().stream()
                                .filter(f -> f.is(ShareField.Part.RESULT, result))
                                .flatMap(f -> f.scales().stream())
                                .collect(Collectors.toSet()),
                        draft.notes().getOrDefault(result, ""),
                        new Faults()));
    }

    @PostMapping("/results/{result}")
    ModelAndView scales(
            Account account,
            @PathVariable UUID id,
            @PathVariable UUID result,
            @RequestParam(defaultValue = "") Set<String> scale,
            @RequestParam(defaultValue = "") String note) {
        ShareDraft draft = draft(account, id);
        SharedResults.Offered offered = offered(account, draft, result);
        List<String> chosen =
                offered.findings().stream()
                        .map(Finding::scale)
                        .map(s -> s.id())
                        .filter(scale::contains)
                        .toList();
        String words = ResultNote.clean(note);
        Faults faults =
                new Faults()
                        .addIf(chosen.isEmpty(), "scales", "share.fault.scales")
                        .addIf(ResultNote.isTooLong(words), "note", "share.fault.note");
        if (!faults.none()) {
            var page =
                    new ModelAndView(
                            "passport/sharescales",
                            "view",
                            new ScalesView(draft, offered, new HashSet<>(chosen), words, faults));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Map<UUID, String> notes = new HashMap<>(draft.notes());
        notes.put(result, words);
        ShareDraft next =
                draft.withNotes(notes)
                        .withFields(
                                draft.fields().stream()
                                        .map(
                                                f ->
                                                        f.is(ShareField.Part.RESULT, result)
                                                                ? ShareField.result(result, chosen)
                                                                : f)
                                        .toList());
        drafts.save(next);
        return new ModelAndView("redirect:" + onward(next));
    }

    private SharedResults.Offered offered(Account account, ShareDraft draft, UUID result) {
        if (draft.fields().stream().noneMatch(f -> f.is(ShareField.Part.RESULT, result)))
            throw Problem.notFound();
        return results.find(account.id(), result).orElseThrow(Problem::notFound);
    }

    private ModelAndView picking(Account account, ShareDraft draft, Faults faults) {
        List<SkillId> ids = passports.claims(account.id()).stream().map(SkillClaim::skill).toList();
        Map<SkillId, Skill> known = skills.all(ids);
        Set<SkillId> chosen =
                draft.fields().stream()
                        .filter(f -> f.part() == ShareField.Part.SKILL)
                        .map(f -> new SkillId(f.id().orElseThrow()))
                        .collect(Collectors.toSet());
        return new ModelAndView(
                "passport/shareskills",
                "view",
                new PickView(draft.id(), List.copyOf(known.values()), chosen, faults));
    }

    private ShareDraft draft(Account account, UUID id) {
        return drafts.find(account.id(), id).orElseThrow(Problem::notFound);
    }
}
