package skills.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.PlanFile;
import skills.identity.OrganizationId;

/** A finished study of the demonstration, so that a visitor sees a report. All of it is made up. */
@Component
public class DemoStudies {

    private static final String FOLDER = "/content/studies/";

    private final Studies studies;
    private final StudyLoads loads;
    private final StudyReleases releases;

    DemoStudies(Studies studies, StudyLoads loads, StudyReleases releases) {
        this.studies = studies;
        this.loads = loads;
        this.releases = releases;
    }

    /** Makes the study at this organisation, once, and releases it to everybody. */
    public void load(OrganizationId organization) {
        String plan = text("demo.json");
        if (studies.named(PlanFile.read(plan).name()).isPresent()) return;
        StudyLoads.Outcome outcome =
                loads.loadDemo(
                        organization,
                        plan,
                        text("demo-participants.csv"),
                        text("demo-responses.csv"));
        if (outcome instanceof StudyLoads.Loaded loaded) releases.say(loaded.study(), true, null);
        else throw new IllegalStateException("no demonstration study: " + outcome);
    }

    private static String text(String name) {
        try (InputStream file = DemoStudies.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) throw new IllegalStateException("no " + FOLDER + name);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
