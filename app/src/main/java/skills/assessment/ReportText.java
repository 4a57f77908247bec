package skills.assessment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * What is said about results, in words.
 *
 * @param scales by scale and then by {@link Zone} (rating) or {@code top} and {@code bottom}
 *     (drives)
 * @param asks what a coach could ask, for instruments that ask one question a scale
 * @param suggestions by scale and then by direction: {@code up}, {@code down}, or {@code top}
 * @param not what a result does not say
 */
public record ReportText(
        Map<String, Map<String, Said>> scales,
        Map<String, LocalizedText> asks,
        Map<String, Map<String, List<Suggestion>>> suggestions,
        List<LocalizedText> not) {

    public static final ReportText NONE = new ReportText(Map.of(), Map.of(), Map.of(), List.of());

    /**
     * Where on a scale an estimate lies, by its distance from the middle in standard deviations.
     */
    public enum Zone {
        LOW,
        LOWISH,
        MIDDLE,
        HIGHISH,
        HIGH;

        /**
         * @param theta estimate, about −3 to 3
         */
        public static Zone of(double theta) {
            if (theta < -1.2) return LOW;
            if (theta < -0.4) return LOWISH;
            if (theta <= 0.4) return MIDDLE;
            return theta <= 1.2 ? HIGHISH : HIGH;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** {@code down}, {@code middle} or {@code up}. */
        public String direction() {
            return this == MIDDLE ? "middle" : compareTo(MIDDLE) < 0 ? "down" : "up";
        }
    }

    /**
     * @param head a headline; empty where there is none
     * @param ask what a coach could ask; null where there is none
     */
    public record Said(LocalizedText head, LocalizedText say, @Nullable LocalizedText ask) {}

    /**
     * @param skill key in content/skills.yaml
     * @param occupation slug in content/occupations
     */
    public record Suggestion(LocalizedText text, String skill, String occupation) {}
}
