package skills.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import skills.evaluation.data.StudyData;
import skills.evaluation.export.StudyExport;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;
import skills.statistics.Progress;

/** The data of a study as files, for its researcher. */
@Controller
class ExportController {

    private final StudyDesk desk;
    private final StudyReports reports;

    ExportController(StudyDesk desk, StudyReports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    @GetMapping("/studies/{id}/export.zip")
    @Access(Access.By.RESEARCHER)
    ResponseEntity<byte[]> export(Account researcher, @PathVariable UUID id) throws IOException {
        Study study = desk.mine(researcher, id);
        StudyData data = reports.data(study);
        if (data.participants().isEmpty()) throw Problem.notFound();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        StudyExport.zip(data, StudyExport.Options.USUAL, Progress.NONE, zip);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(study.name() + ".zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(zip.toByteArray());
    }
}
