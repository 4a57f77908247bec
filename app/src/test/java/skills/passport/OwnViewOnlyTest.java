package skills.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.Visitor;
import skills.assessment.DemoAnswers;
import skills.assessment.Questionnaires;

/** How traits and drives fit work is for the person alone. */
class OwnViewOnlyTest extends PassportTest {

    private static final String[] WORDS = {
        "O*NET",
        "Past bij jou",
        "Past minder",
        "Past misschien",
        "Hoe jij werkt",
        "Wat jou drijft",
        "Wat jij zoekt",
        "halve skill"
    };

    @Autowired DemoAnswers answers;

    @Test
    void noPageThatAnotherPersonSeesSaysHowTraitsOrDrivesFit() {
        Holder h = filled();
        answers.rate(h.account(), Questionnaires.PERSONALITY, Map.of("extraversion", 1.5), 1);
        answers.choose(
                h.account(),
                Questionnaires.DRIVES,
                List.of(
                        "helping",
                        "belonging",
                        "variety",
                        "recognition",
                        "mastery",
                        "autonomy",
                        "security",
                        "income",
                        "influence",
                        "making"),
                1);
        assertThat(h.browser().get("/explore").text()).contains("Wat jou drijft");
        String path =
                link(
                        h,
                        share(
                                h,
                                "Hotel Kade",
                                "about",
                                "skill",
                                "experience",
                                "education",
                                "activity"));
        assertThat(new Visitor().get(path).text()).doesNotContain(WORDS);

        var teacher = new Visitor();
        teacher.post("/demo/karin");
        var overview = teacher.get("/class");
        assertThat(overview.text()).doesNotContain(WORDS);
        overview.find("href=\"(/class/[^\"]+)\"")
                .ifPresent(c -> assertThat(teacher.get(c).text()).doesNotContain(WORDS));
        for (String page : List.of("/admin", "/next", "/passport"))
            assertThat(teacher.get(page).text()).as(page).doesNotContain(WORDS);
    }
}
