package skills.assessment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.platform.Problem;

/** For administrators: published questionnaires, and the files to put one in. */
@Controller
@Access(Access.By.ADMIN)
class DefinitionsController {

    /** Without it Excel takes UTF-8 for the letters of Windows. */
    private static final String MARK = "\ufeff";

    record ListView(List<ScaleDefinition> definitions) {}

    @GetMapping("/admin/scales")
    ModelAndView list() {
        return new ModelAndView(
                "assessment/definitions", "view", new ListView(ScaleDefinitions.all()));
    }

    @GetMapping("/admin/scales/{name}")
    ModelAndView one(@PathVariable String name) {
        return new ModelAndView("assessment/definition", "view", find(name));
    }

    /**
     * @param file one of {@link InstrumentCsv#NAMES}
     */
    @GetMapping("/admin/scales/{name}/{file}")
    ResponseEntity<byte[]> file(@PathVariable String name, @PathVariable String file) {
        ScaleDefinition definition = find(name);
        String text = definition.isLoadable() ? DefinitionCsv.files(definition).get(file) : null;
        if (text == null) throw Problem.notFound();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "-" + file)
                                .build()
                                .toString())
                .body((MARK + text).getBytes(StandardCharsets.UTF_8));
    }

    private static ScaleDefinition find(String name) {
        return ScaleDefinitions.find(name).orElseThrow(Problem::notFound);
    }
}
