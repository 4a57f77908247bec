package skills.profile;

import java.util.Set;
import org.springframework.web.servlet.ModelAndView;

/**
 * The quiet warning after a text was saved.
 *
 * @param change where the text can be changed
 * @param onward where leaving it as it is leads
 */
record WordsView(
        Set<PrivacyWords.Topic> topics, String title, String text, String change, String onward) {

    static ModelAndView page(WordsView view) {
        return new ModelAndView("profile/words", "view", view);
    }
}
