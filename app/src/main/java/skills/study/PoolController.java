package skills.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.pool.Pool;
import skills.evaluation.pool.PoolFault;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Problem;
import skills.platform.TextFile;
import skills.platform.Words;

/** Several installations that ran the same plan, together. */
@Controller
@RequestMapping("/studies/{id}/pool")
@Access(Access.By.RESEARCHER)
class PoolController {

    private final StudyDesk desk;
    private final StudyPools pools;
    private final MessageSource messages;

    PoolController(StudyDesk desk, StudyPools pools, MessageSource messages) {
        this.desk = desk;
        this.pools = pools;
        this.messages = messages;
    }

    /**
     * @param own fingerprint of the key here; empty while there is nothing to tell
     * @param problem key of a message; empty without one
     */
    record PoolView(
            Study study,
            List<StudyPools.Told> told,
            String own,
            List<ReportDocument.Block> blocks,
            String problem) {

        String at() {
            return "/studies/" + study.id().value();
        }
    }

    @GetMapping
    ModelAndView pool(Account researcher, @PathVariable UUID id, Locale locale) {
        return page(researcher, id, locale, "");
    }

    @GetMapping("/own.json")
    ResponseEntity<String> own(Account researcher, @PathVariable UUID id) {
        Study study = desk.mine(researcher, id);
        String text = pools.own(study, researcher.id()).orElseThrow(Problem::notFound).write();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(study.name() + "-classes.json")
                                .build()
                                .toString())
                .body(text);
    }

    @PostMapping
    ModelAndView add(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        Study study = desk.mine(researcher, id);
        String problem;
        try {
            String text = file == null ? "" : TextFile.of(file.getBytes()).text();
            pools.add(study, text, researcher.id());
            return new ModelAndView("redirect:/studies/" + id + "/pool");
        } catch (TextFile.Unreadable e) {
            problem = "study.pool.fault.not-a-file";
        } catch (PoolFault e) {
            problem =
                    "study.pool.fault."
                            + e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        ModelAndView page = page(researcher, id, locale, problem);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/{file}/remove")
    String remove(Account researcher, @PathVariable UUID id, @PathVariable UUID file) {
        Study study = desk.mine(researcher, id);
        pools.remove(study, file, researcher.id());
        return "redirect:/studies/" + id + "/pool";
    }

    private ModelAndView page(Account researcher, UUID id, Locale locale, String problem) {
        Study study = desk.mine(researcher, id);
        List<StudyPools.Told> told = pools.all(study, researcher.id());
        List<ReportDocument.Block> blocks = new ArrayList<>();
        String shown = problem;
        try {
            if (!told.isEmpty()) {
                Pool pool = pools.pooled(study, told);
                blocks.addAll(
                        PoolWords.of(pool, study.plan(), new Words(messages, Language.of(locale)))
                                .list());
            }
        } catch (PoolFault e) {
            shown = "study.pool.fault.other-plan";
        }
        String own =
                told.stream()
                        .filter(t -> t.id() == null)
                        .map(t -> t.file().fingerprint())
                        .findFirst()
                        .orElse("");
        return new ModelAndView(
                "study/pool", "view", new PoolView(study, told, own, blocks, shown));
    }
}
