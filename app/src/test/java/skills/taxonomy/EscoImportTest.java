package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import skills.OptionalData;
import skills.RoomTest;
import skills.platform.ImportFailed;
import skills.platform.ImportReport;
import skills.platform.Progress;

/**
 * The import as the command line does it, in a schema of its own beside the one the application
 * uses.
 */
class EscoImportTest extends RoomTest {

    private static final String OCCUPATION =
            "http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c3";
    private static final String SKILL =
            "http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1a";
    private static final String OCCUPATIONS_HEAD =
            "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,description,code,regulatedProfessionNote\n";
    private static final String SKILLS_HEAD =
            "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description\n";
    private static final String RELATIONS_HEAD = "occupationUri,relationType,skillType,skillUri\n";

    @TempDir Path folder;
    @Autowired DataSource pool;
    private DriverManagerDataSource database;

    @BeforeEach
    void emptyTables() throws IOException {
        jdbc.sql("drop schema if exists import_test cascade").update();
        jdbc.sql("create schema import_test").update();
        String url = url();
        database =
                new DriverManagerDataSource(
                        url + (url.contains("?") ? "&" : "?") + "currentSchema=import_test",
                        "postgres",
                        "");
        for (String migration :
                List.of("V2026112510__taxonomy_tables.sql", "V2026112511__taxonomy_onet.sql"))
            sql(
                    new String(
                            getClass()
                                    .getResourceAsStream("/db/migration/taxonomy/" + migration)
                                    .readAllBytes(),
                            StandardCharsets.UTF_8));
    }

    @AfterAll
    static void tidy(@Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc) {
        jdbc.sql("drop schema if exists import_test cascade").update();
    }

    @Test
    void whatShipsHasTheKnownNumbersAndASecondImportChangesNothing() throws IOException {
        Path shipped = Path.of("../content/taxonomy/esco").toAbsolutePath().normalize();
        long start = System.nanoTime();
        ImportReport first = run(shipped);
        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(30);
        assertThat(facts(first))
                .containsEntry("occupations", 3039)
                .containsEntry("skills", 13923)
                .containsEntry("relations", 124176);
        assertThat(count("occupation")).isEqualTo(3039);
        assertThat(count("skill")).isEqualTo(13923);
        assertThat(count("occupation_skill_relation")).isEqualTo(124176);
        assertThat(first.added()).isEqualTo(first.read());
        ImportReport second = run(shipped);
        assertThat(second.unchanged()).isEqualTo(second.read()).isEqualTo(first.read());
    }

    @Test
    void theWholeOfEscoLoadsAndOnlyRowsWithoutASkillAddressAreRejected() throws IOException {
        Path whole = OptionalData.need("matching/esco-1.2");
        ImportReport first = run(whole);
        assertThat(facts(first))
                .containsEntry("occupations", 3039)
                .containsEntry("skills", 13923)
                .containsEntry("relations", 124176);
        assertThat(first.rejected()).isEqualTo(4828);
        assertThat(Files.readAllLines(Path.of((String) first.more().get("report"))))
                .hasSize(4829)
                .element(1)
                .asString()
                .contains("occupationSkillRelations_without_uri.csv.gz,2,no skill address");
        assertThat(run(whole).unchanged()).isEqualTo(first.added());
    }

    @Test
    void dirtyLabelsAreCleaned() throws IOException {
        write(
                "occupations_nl.csv",
                OCCUPATIONS_HEAD
                        + "Occupation,"
                        + OCCUPATION
                        + "1,5111,\" steward\u00a0 \tof\nstewardess \",\"purser\npurser\n\nlucht\u200bgastheer | steward of stewardess\",,\"Een  zin.\n\n\nNog een.\",5111.1,x/regulated\n");
        run(folder);
        assertThat(text("select name from occupation_text")).isEqualTo("steward of stewardess");
        assertThat(text("select array_to_string(alternative, ';') from occupation_text"))
                .isEqualTo("purser;luchtgastheer");
        assertThat(text("select description from occupation_text")).isEqualTo("Een zin.\nNog een.");
        assertThat(text("select regulated from occupation")).isEqualTo("t");
    }

    @Test
    void aNewerVersionKeepsWhatItLacksAndSaysSo() throws IOException {
        version(true);
        ImportReport first = run(folder);
        assertThat(first.added()).isEqualTo(6);
        version(false);
        ImportReport newer = run(folder);
        assertThat(newer.changed()).isEqualTo(1);
        assertThat(newer.unchanged()).isEqualTo(2);
        assertThat(facts(newer)).containsEntry("gone", 5);
        assertThat(count("occupation_skill_relation")).isEqualTo(2);
        assertThat(count("occupation_skill")).isEqualTo(1);
        assertThat(count("skill where gone_at is null")).isEqualTo(1);
        assertThat(text("select name from occupation_text where gone_at is null"))
                .isEqualTo("eerste, met een nieuwe naam");
        version(true);
        assertThat(run(folder).changed()).as("back again").isEqualTo(4);
        assertThat(count("skill where gone_at is null")).isEqualTo(2);
    }

    @Test
    void rowsThatAreWrongAreLeftOutWithLineAndReason() throws IOException {
        version(true);
        write(
                "occupationSkillRelations_en.csv",
                RELATIONS_HEAD
                        + OCCUPATION
                        + "1,essential,,"
                        + SKILL
                        + "1\n"
                        + OCCUPATION
                        + "1,essential,,"
                        + SKILL
                        + "1\n"
                        + OCCUPATION
                        + "9,essential,,"
                        + SKILL
                        + "1\n"
                        + OCCUPATION
                        + "1,essential,,"
                        + SKILL
                        + "9\n"
                        + OCCUPATION
                        + "1,perhaps,,"
                        + SKILL
                        + "1\n"
                        + "nowhere,optional,,"
                        + SKILL
                        + "1\n"
                        + OCCUPATION
                        + "1,optional\n");
        ImportReport report = run(folder);
        assertThat(report.read()).isEqualTo(11);
        assertThat(report.rejected()).isEqualTo(6);
        assertThat(Files.readString(Path.of((String) report.more().get("report"))))
                .contains(
                        ",3,a double",
                        ",4,an occupation that is not known",
                        ",5,a skill that is not known",
                        ",6,relationType is neither",
                        ",7,occupationUri is not an address",
                        ",8,2 columns where");
    }

    @Test
    void aZipIsReadLikeAFolder() throws IOException {
        version(true);
        Path zip = folder.resolve("esco.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name :
                    List.of(
                            "occupations_nl.csv",
                            "skills_nl.csv",
                            "occupationSkillRelations_en.csv")) {
                out.putNextEntry(new ZipEntry("ESCO dataset/" + name));
                out.write(Files.readAllBytes(folder.resolve(name)));
            }
        }
        assertThat(run(zip).added()).isEqualTo(6);
    }

    @Test
    void eachBadFileGetsOneSentenceAndChangesNothing() throws IOException {
        bad("", "is empty");
        bad("<!DOCTYPE html><html><body>Not found</body></html>", "is a web page");
        bad(
                "conceptType,conceptUri\nOccupation,x\n",
                "lacks the columns preferredLabel, altLabels, iscoGroup");
        bad(
                OCCUPATIONS_HEAD + "Occupation," + "x".repeat(1_100_000),
                "more than a million characters");
        bad(OCCUPATIONS_HEAD + "Occupation,\"" + OCCUPATION, "quotation mark");
        bytes(
                (OCCUPATIONS_HEAD + "Occupation," + OCCUPATION + "1,5111,coördinator,,,,,\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        failsWith("is not UTF-8");
        bytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        failsWith("occupations_nl.csv");
        Files.delete(folder.resolve("occupations_nl.csv"));
        byte[] packed =
                gzip(
                        OCCUPATIONS_HEAD
                                + ("Occupation," + OCCUPATION + "1,5111,naam,,,,,\n").repeat(5000));
        Files.write(
                folder.resolve("occupations_nl.csv.gz"), Arrays.copyOf(packed, packed.length / 2));
        failsWith("is cut off");
        Files.writeString(folder.resolve("occupations_nl.csv.gz"), "no gzip at all");
        failsWith("damaged or not a compressed file");
        Files.delete(folder.resolve("occupations_nl.csv.gz"));
        Files.writeString(folder.resolve("x.zip"), "no zip");
        failsWith("not a zip");
        assertThatThrownBy(() -> run(folder.resolve("nowhere")))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("does not exist");
        Files.delete(folder.resolve("x.zip"));
        failsWith("No file of ESCO");
        assertThat(count("occupation")).isZero();
    }

    @Test
    void onetLoadsAndASecondTimeChangesNothing() throws IOException {
        Path shipped = Path.of("../content/taxonomy/onet").toAbsolutePath().normalize();
        var onet = new OnetImport(database, clock);
        ImportReport first = onet.run(shipped, folder, Progress.silent());
        assertThat(facts(first)).containsEntry("occupations", 1016).containsEntry("links", 4210);
        assertThat(first.rejected()).isZero();
        assertThat(onet.run(shipped, folder, Progress.silent()).unchanged())
                .isEqualTo(first.read());
    }

    @Test
    void aShippedOnetOfBeforeGetsTheTablesThatWereAddedAndAnImportedOneIsLeftAlone()
            throws IOException {
        var first = new FirstLoad(JdbcClient.create(database), database, clock, null, null, true);
        var before =
                FirstLoad.shipped("content/taxonomy/onet/").stream()
                        .filter(t -> !t.name().startsWith("Work_"))
                        .toList();
        new OnetImport(database, clock).load(before, "29-part", true, folder, Progress.silent());
        assertThat(count("onet_rating where kind = 'style'")).isZero();
        first.onet();
        assertThat(count("onet_rating where kind = 'style'")).isEqualTo(14_064);
        assertThat(count("onet_rating where kind = 'value'")).isEqualTo(5_244);
        first.onet();
        assertThat(count("taxonomy_load")).isEqualTo(2);

        sql(
                "delete from taxonomy_load; delete from onet_rating;"
                        + "insert into taxonomy_load (taxonomy, version, shipped, loaded_at, report)"
                        + " values ('onet', 'own', false, now(), '{}')");
        first.onet();
        assertThat(count("onet_rating")).isZero();
    }

    @Test
    void theWholeOfOnetLoads() throws IOException {
        var onet = new OnetImport(database, clock);
        ImportReport report =
                onet.run(OptionalData.need("matching/onet"), folder, Progress.silent());
        assertThat(report.read()).isEqualTo(241_869);
        assertThat(facts(report)).containsEntry("links", 4210);
        assertThat(count("onet_rating where kind = 'skill'")).isEqualTo(61_530);
        assertThat(count("onet_rating where kind = 'style'")).isEqualTo(14_064);
        assertThat(count("onet_rating where kind = 'value' and scale = 'EX'")).isEqualTo(5_244);
    }

    private void version(boolean whole) throws IOException {
        write(
                "occupations_nl.csv",
                OCCUPATIONS_HEAD
                        + "Occupation,"
                        + OCCUPATION
                        + "1,5111,"
                        + (whole ? "eerste" : "\"eerste, met een nieuwe naam\"")
                        + ",,,,5111.1,\n"
                        + (whole ? "Occupation," + OCCUPATION + "2,5112,tweede,,,,5112.1,\n" : ""));
        write(
                "skills_nl.csv",
                SKILLS_HEAD
                        + "S,"
                        + SKILL
                        + "1,skill/competence,cross-sector,helpen,,\n"
                        + (whole ? "S," + SKILL + "2,knowledge,cross-sector,regels,,\n" : ""));
        write(
                "occupationSkillRelations_en.csv",
                RELATIONS_HEAD
                        + OCCUPATION
                        + "1,essential,,"
                        + SKILL
                        + "1\n"
                        + (whole ? OCCUPATION + "2,optional,," + SKILL + "2\n" : ""));
    }

    private void bad(String content, String sentence) throws IOException {
        write("occupations_nl.csv", content);
        failsWith(sentence);
    }

    private void failsWith(String sentence) {
        assertThatThrownBy(() -> run(folder))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining(sentence);
    }

    private ImportReport run(Path path) throws IOException {
        return new EscoImport(database, clock)
                .run(path, folder.resolve("reports"), Progress.silent());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private void bytes(byte[] content) throws IOException {
        Files.write(folder.resolve("occupations_nl.csv"), content);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> facts(ImportReport report) {
        return new HashMap<>(report.more());
    }

    private int count(String what) {
        return Integer.parseInt(text("select count(*) from " + what));
    }

    private String url() {
        try (var connection = pool.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String script) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
