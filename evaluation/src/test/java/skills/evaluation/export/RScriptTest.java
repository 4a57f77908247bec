package skills.evaluation.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.reference.Original;
import skills.statistics.Progress;

/** The program in the export, run in R: needs Rscript. */
class RScriptTest {

    @TempDir Path folder;

    private record Ran(int status, String said) {}

    @BeforeAll
    static void rIsHere() throws IOException, InterruptedException {
        boolean isHere;
        try {
            isHere = run("--version").status == 0;
        } catch (IOException e) {
            isHere = false;
        }
        if (!isHere) System.out.println("LEFT OUT: the script in R, as Rscript is not here");
        assumeTrue(isHere, "Rscript is not here");
    }

    private static Ran run(String... arguments) throws IOException, InterruptedException {
        java.util.List<String> command = new java.util.ArrayList<>();
        command.add("Rscript");
        command.addAll(java.util.List.of(arguments));
        Path said = Files.createTempFile("r", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        return new Ran(process.exitValue(), text);
    }

    private Ran exported(StudyData data, int k) throws IOException, InterruptedException {
        StudyExport.write(data, new StudyExport.Options(k, Wording.NONE), Progress.NONE, folder);
        return run(folder.resolve("analysis.R").toString());
    }

    @Test
    void rFindsTheSameNumbersAndSeesADifference() throws Exception {
        Ran ran = exported(Original.data(), 1);
        assertThat(ran.status).as(ran.said).isZero();
        assertThat(ran.said).contains(" 0 different, 0 missing");
        Path results = folder.resolve("results.csv");
        String text = Files.readString(results);
        String line =
                text.lines()
                        .filter(l -> l.startsWith("study.itt.proactivity,/coef/2/b,"))
                        .findFirst()
                        .orElseThrow();
        Files.writeString(results, text.replace(line, line.replace(",0.04", ",0.05")));
        Ran changed = run(folder.resolve("analysis.R").toString());
        assertThat(changed.status).as(changed.said).isEqualTo(1);
        assertThat(changed.said).contains(" 1 different, 0 missing");
    }

    @Test
    void anotherStudyAndCoarserDataToo() throws Exception {
        StudyData other =
                Original.changed(
                        plan ->
                                fewer(plan)
                                        .replace("\"selfinsight\"", "\"courage\"")
                                        .replace("\"id\": \"3\"", "\"id\": \"T4\"")
                                        .replace("\"last\": \"3\"", "\"last\": \"T4\""),
                        people -> people.replace("\"A\"", "\"Één, \"\"b\"\"\""),
                        answers ->
                                answers.replace("selfinsight_", "courage_")
                                        .replaceAll("(?m)^(\"P\\d+\"),3,", "$1,T4,"));
        Ran ran = exported(other, 5);
        assertThat(ran.status).as(ran.said).isZero();
        assertThat(ran.said).contains("study.ancova.courage").contains(" 0 different, 0 missing");
    }

    /** A study like the original, in which a lot was drawn. */
    private static StudyData drawn(boolean byClass) {
        StudyData data =
                Original.changed(
                        plan ->
                                fewer(plan)
                                        .replace("\"CHOSEN\"", "\"BLOCKS\"")
                                        .replace("\"unit\": \"CLASS\"", unit(byClass))
                                        .replace("\"blockSizes\": []", "\"blockSizes\": [2, 4]")
                                        .replace(
                                                "\"strata\": [],\n    \"pred",
                                                "\"strata\": [\"gender\", \"age\"],\n    \"pred"),
                        people -> people,
                        answers -> answers);
        java.util.List<Participant> people = new java.util.ArrayList<>();
        for (Participant p : data.participants())
            people.add(
                    new Participant(
                            p.id(),
                            p.arm(),
                            byClass ? p.unit() + people.size() % 5 : p.unit(),
                            byClass ? "school" : null,
                            p.gender(),
                            p.age(),
                            p.user(),
                            p.sittings(),
                            p.minutes(),
                            people.size() != 7,
                            false));
        return new StudyData(data.plan(), people, data.answers(), true);
    }

    private static String fewer(String plan) {
        return plan.replace("\"imputations\": 50", "\"imputations\": 8")
                .replace("\"resamples\": 2000", "\"resamples\": 200");
    }

    private static String unit(boolean byClass) {
        return "\"unit\": \"" + (byClass ? "CLASS" : "PERSON") + "\"";
    }

    @Test
    void aLotOverPersonsAndOverManyClasses() throws Exception {
        for (boolean byClass : new boolean[] {false, true}) {
            Ran ran = exported(drawn(byClass), 1);
            assertThat(ran.status).as(ran.said).isZero();
            assertThat(ran.said)
                    .contains("drawn.imputed.haphazard")
                    .contains("drawn.bootstrap.haphazard")
                    .contains(" 0 different, 0 missing");
        }
    }
}
