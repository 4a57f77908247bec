package skills.study;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.evaluation.analysis.Analysis;
import skills.evaluation.analysis.Findings;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.data.StudyFiles;
import skills.evaluation.export.StudyExport;
import skills.evaluation.export.Wording;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.reference.ReferenceResults;
import skills.kernel.Language;
import skills.platform.Progress;
import skills.platform.TextFile;
import skills.platform.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report of a study from its files, without the application around it. */
public final class StudyFromFiles {

    /** Told one by one; of more only the number. */
    private static final int MOST_TOLD = 40;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StudyFromFiles() {}

    /**
     * Writes the report in both languages as page and PDF, every number by its reference name
     * (results.json), all findings (findings.json), and in a folder export/ the data with codebooks
     * and the program in R that computes the numbers again.
     *
     * @param out folder, made when it is not there; files in it are written over
     * @param progress told what could not be read, and what was written
     * @return one JSON object on one line: counts, grades, fingerprints and names of the files
     * @throws skills.evaluation.plan.PlanFault for a plan that is none
     * @throws skills.evaluation.data.StudyFileFault for a file that is no table
     */
    public static String analyse(
            Path participants, Path responses, Path spec, Path out, Progress progress)
            throws IOException {
        long start = System.nanoTime();
        Plan plan = PlanFile.read(text(spec));
        StudyFiles.Loaded loaded =
                StudyFiles.read(
                        plan,
                        new StringReader(text(participants)),
                        new StringReader(text(responses)));
        tell(loaded.faults(), progress);
        Findings findings = Analysis.of(loaded.data(), skills.statistics.Progress.NONE);
        progress.say("Analysed in " + (System.nanoTime() - start) / 1_000_000 + " ms.");
        Files.createDirectories(out);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("study", plan.name());
        said.put("participants", loaded.data().participants().size());
        said.put("notRead", loaded.faults().size());
        said.put("grades", grades(findings));
        said.put("dataHash", findings.made().dataHash());
        said.put("planHash", findings.made().planHash());
        said.put("seed", findings.made().seed());
        for (Language language : Language.values()) {
            Words words = Words.of(language, "platform", "study-report");
            ReportDocument report = ReportWriter.of(findings, plan, List.of(), words);
            String name = language == Language.NL ? "report" : "report_en";
            Files.writeString(out.resolve(name + ".html"), ReportPapers.file(words, report));
            Files.write(out.resolve(name + ".pdf"), ReportPapers.pdf(words, report));
        }
        Files.writeString(out.resolve("findings.json"), JSON.writeValueAsString(findings));
        Files.writeString(
                out.resolve("results.json"),
                JSON.writeValueAsString(
                        ReferenceResults.of(loaded.data(), skills.statistics.Progress.NONE)));
        // Nothing is made coarser: whoever asks has the files that it is made from.
        StudyExport.write(
                loaded.data(),
                new StudyExport.Options(1, Wording.NONE),
                skills.statistics.Progress.NONE,
                out.resolve("export"));
        said.put(
                "files",
                List.of(
                        "report.html",
                        "report.pdf",
                        "report_en.html",
                        "report_en.pdf",
                        "results.json",
                        "findings.json",
                        "export/README-nl.md",
                        "export/analysis.R"));
        progress.say("Written to " + out + ".");
        said.put("millis", (System.nanoTime() - start) / 1_000_000);
        return JsonMapper.shared().writeValueAsString(said);
    }

    private static Map<String, String> grades(Findings findings) {
        Map<String, String> grades = new LinkedHashMap<>();
        for (OutcomeFinding o : findings.outcomes())
            if (o.primary()) grades.put(o.scale(), o.graded().grade().name());
        return grades;
    }

    private static void tell(List<StudyFiles.Fault> faults, Progress progress) {
        faults.stream().limit(MOST_TOLD).forEach(f -> progress.say(line(f)));
        if (faults.size() > MOST_TOLD)
            progress.say("... and " + (faults.size() - MOST_TOLD) + " more.");
    }

    private static String line(StudyFiles.Fault f) {
        return "Not read: "
                + (f.file() == StudyFiles.Which.PARTICIPANTS ? "participants" : "responses")
                + ", row "
                + f.row()
                + (f.column().isEmpty() ? "" : ", column " + f.column())
                + ": "
                + f.what().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + (f.value().isEmpty() ? "" : " '" + f.value() + "'");
    }

    private static String text(Path file) throws IOException {
        try {
            return TextFile.of(Files.readAllBytes(file)).text();
        } catch (TextFile.Unreadable e) {
            throw new IOException(file + " is no text.", e);
        }
    }
}
