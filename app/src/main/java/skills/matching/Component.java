package skills.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import skills.assessment.Questionnaires;

/**
 * What can count in a fit beside skills. For the person's own view only; never a ground to choose.
 */
enum Component {
    TRAITS(
            Questionnaires.PERSONALITY,
            List.of("conscientiousness", "extraversion", "agreeableness", "stability", "openness")),
    DRIVES(
            Questionnaires.DRIVES,
            List.of(
                    "autonomy",
                    "security",
                    "income",
                    "helping",
                    "belonging",
                    "mastery",
                    "variety",
                    "recognition",
                    "influence",
                    "making"));

    /**
     * As far as a component moves an occupation up or down in the list, at most: half of what one
     * essential skill of ten counts in {@link Match#score()}.
     */
    static final double WEIGHT = 1 / 24.;

    private final String questionnaire;
    private final List<String> scales;

    Component(String questionnaire, List<String> scales) {
        this.questionnaire = questionnaire;
        this.scales = scales;
    }

    /** The one with a key; empty when there is none. */
    static Optional<Component> of(String key) {
        return Arrays.stream(values()).filter(c -> c.key().equals(key)).findFirst();
    }

    String questionnaire() {
        return questionnaire;
    }

    List<String> scales() {
        return scales;
    }

    /** As in messages, addresses and the database. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
