package skills.profile;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Faults;

/** The own CV as a file, in and out. */
@Controller
@Access(Access.By.HOLDER)
class ResumeController {

    private static final int MAX_BYTES = 1_000_000;

    private final Resumes resumes;

    ResumeController(Resumes resumes) {
        this.resumes = resumes;
    }

    /**
     * @param outcome of the file just read; null before
     */
    record ResumeView(Resumes.@Nullable Outcome outcome, Faults faults) {}

    @GetMapping("/profile/resume.json")
    ResponseEntity<byte[]> give(Account account, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("resume.json").build().toString())
                .body(resumes.give(account.id(), Language.of(locale)));
    }

    @GetMapping("/profile/resume")
    ModelAndView form() {
        return page(null, new Faults());
    }

    @PostMapping("/profile/resume")
    ModelAndView take(Account account, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) return page(null, fault("profile.resume.fault.none"));
        if (file.getSize() > MAX_BYTES) return page(null, fault("profile.resume.fault.size"));
        try {
            return page(resumes.take(account.id(), file.getBytes()), new Faults());
        } catch (Resume.Unreadable e) {
            return page(null, fault(e.reason));
        }
    }

    private static Faults fault(String key) {
        return new Faults().add("file", key);
    }

    private static ModelAndView page(Resumes.@Nullable Outcome outcome, Faults faults) {
        return new ModelAndView("profile/resume", "view", new ResumeView(outcome, faults));
    }
}
