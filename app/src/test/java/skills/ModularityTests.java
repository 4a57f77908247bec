package skills;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms stand, and ARCHITECTURE.md shows them as they are. */
class ModularityTests {

    private static final Path ARCHITECTURE = Path.of("../ARCHITECTURE.md");

    /** A library that happens to share our name: no room, open in all its packages. */
    private static final DescribedPredicate<JavaClass> LIBRARY =
            JavaClass.Predicates.resideInAPackage("skills.statistics..");

    /** Another one. */
    private static final DescribedPredicate<JavaClass> WORDS =
            JavaClass.Predicates.resideInAPackage("skills.text..");

    /** And one for studies. */
    private static final DescribedPredicate<JavaClass> EVALUATION =
            JavaClass.Predicates.resideInAPackage("skills.evaluation..");

    private final ApplicationModules modules =
            ApplicationModules.of(SkillsApplication.class, LIBRARY.or(WORDS).or(EVALUATION));

    @Test
    void noRoomReachesThroughAWall() {
        modules.verify();
    }

    /** Rooms that only know persons need no statistics. */
    @Test
    void onlyRoomsThatReckonUseTheStatistics() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "skills.statistics..",
                        "skills.evaluation..",
                        "skills.usage..",
                        "skills.assessment..",
                        "skills.study..")
                .should()
                .dependOnClassesThat(LIBRARY)
                .check(
                        new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                                .importPackagesOf(SkillsApplication.class));
    }

    /** Beside the room only the commands, which lie in the package skills itself. */
    @Test
    void onlyTheRoomOfStudiesUsesTheEvaluation() {
        noClasses()
                .that()
                .resideOutsideOfPackages("skills", "skills.evaluation..", "skills.study..")
                .should()
                .dependOnClassesThat(EVALUATION)
                .check(
                        new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                                .importPackagesOf(SkillsApplication.class));
    }

    /** Run with -Dpicture=write to draw the picture anew after a door was opened or closed. */
    @Test
    void thePictureInArchitectureIsTheCode() throws IOException {
        String picture = picture();
        String page = Files.readString(ARCHITECTURE);
        String before = page.substring(0, page.indexOf("```mermaid"));
        String after = page.substring(page.indexOf("```", page.indexOf("```mermaid") + 3) + 3);
        if (System.getProperty("picture", "").equals("write"))
            Files.writeString(ARCHITECTURE, before + picture + after);
        assertThat(Files.readString(ARCHITECTURE)).contains(picture);
    }

    private String picture() {
        Set<String> arrows = new TreeSet<>();
        // Everybody uses these three; their arrows would hide the others.
        Set<String> ground = Set.of("kernel", "platform", "identity");
        modules.forEach(
                m ->
                        m.getDirectDependencies(modules)
                                .uniqueModules()
                                .filter(d -> !ground.contains(d.getIdentifier().toString()))
                                .forEach(
                                        d ->
                                                arrows.add(
                                                        "  "
                                                                + m.getIdentifier()
                                                                + " --> "
                                                                + d.getIdentifier())));
        return "```mermaid\ngraph TD\n"
                + arrows.stream().collect(Collectors.joining("\n"))
                + "\n```";
    }
}
