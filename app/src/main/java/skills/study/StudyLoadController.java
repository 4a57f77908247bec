package skills.study;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Organizations;
import skills.platform.Problem;
import skills.platform.TextFile;

/** A study that was held elsewhere: its plan, its people and their answers come as files. */
@Controller
@RequestMapping("/studies/load")
@Access(Access.By.RESEARCHER)
class StudyLoadController {

    private final StudyLoads loads;
    private final Organizations organizations;

    StudyLoadController(StudyLoads loads, Organizations organizations) {
        this.loads = loads;
        this.organizations = organizations;
    }

    /**
     * @param problem key of a message; empty without one
     * @param detail what exactly, in the words of who reads files
     */
    record LoadView(
            List<Organizations.Organization> organizations, String problem, String detail) {}

    @GetMapping
    ModelAndView form(Account researcher) {
        return page(researcher, "", "");
    }

    @PostMapping
    ModelAndView load(
            Account researcher,
            @RequestParam UUID organization,
            @RequestParam(required = false) @Nullable MultipartFile plan,
            @RequestParam(required = false) @Nullable MultipartFile participants,
            @RequestParam(required = false) @Nullable MultipartFile responses)
            throws IOException {
        var at =
                organizations.ofResearcher(researcher.id()).stream()
                        .filter(o -> o.id().value().equals(organization))
                        .findAny()
                        .orElseThrow(Problem::notFound);
        StudyLoads.Outcome outcome;
        try {
            outcome =
                    loads.load(
                            at.id(), researcher, text(plan), text(participants), text(responses));
        } catch (TextFile.Unreadable e) {
            outcome = new StudyLoads.Refused("study.load.nottext", "");
        }
        return switch (outcome) {
            case StudyLoads.Loaded loaded ->
                    new ModelAndView(
                            "redirect:/studies/"
                                    + loaded.study().value()
                                    + "/report?notRead="
                                    + loaded.notRead());
            case StudyLoads.Refused refused -> {
                ModelAndView page = page(researcher, refused.problem(), refused.detail());
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    private static String text(@Nullable MultipartFile file)
            throws IOException, TextFile.Unreadable {
        return file == null ? "" : TextFile.of(file.getBytes()).text();
    }

    private ModelAndView page(Account researcher, String problem, String detail) {
        return new ModelAndView(
                "study/load",
                "view",
                new LoadView(organizations.ofResearcher(researcher.id()), problem, detail));
    }
}
