package skills.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.Occupation;
import skills.taxonomy.Qualification;
import skills.taxonomy.SkillId;
import skills.vacancy.Outlook;

/**
 * @param own the occupation that the person comes from; null when she chose none
 * @param hidden the person hid it: no steps are looked for
 * @param wishedAt since when she wants to become it; null when she did not say so
 * @param routes at most three, cheapest first
 */
record StepsView(
        Occupation goal,
        @Nullable Occupation own,
        boolean hidden,
        @Nullable Instant wishedAt,
        List<List<Stop>> routes,
        @Nullable SearchArea area) {

    boolean isOwn() {
        return own != null && own.id().equals(goal.id());
    }

    /** The skill to begin with: the first that is missing and of which one knows how to get it. */
    Optional<Line> begin() {
        return routes.isEmpty()
                ? Optional.empty()
                : routes.getFirst().getFirst().add().stream()
                        .min(java.util.Comparator.comparing((Line l) -> l.learn() == null));
    }

    /**
     * A step.
     *
     * @param has essential skills held before it; @param partly of them in part
     * @param rise job zones of O*NET that it lies higher; null when not known
     * @param add essential skills that are missing, heaviest first; @param half those held in part
     * @param useful how many useful skills are missing
     * @param open vacancies now, in the area
     * @param outlook anywhere; @param near in the area, null where too few to tell
     */
    record Stop(
            Occupation occupation,
            Likeness likeness,
            int has,
            int partly,
            int asked,
            @Nullable Integer rise,
            List<Line> add,
            List<Line> half,
            int useful,
            int open,
            Outlook outlook,
            @Nullable Outlook near,
            List<Qualification> courses) {

        private static final int SHOWN = 6;

        /** The missing skills that count most. */
        List<Line> first() {
            return add.subList(0, Math.min(SHOWN, add.size()));
        }

        List<Line> rest() {
            return add.subList(Math.min(SHOWN, add.size()), add.size());
        }

        /** How many of the missing skills it is known of how long they take. */
        long known() {
            return add.stream().filter(l -> l.learn() != null).count();
        }

        String like() {
            return likeness.name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Which sentence says how high the step is. */
        String height() {
            if (rise == null) return "unknown";
            return rise == 0 ? "same" : rise < 0 ? "lower" : rise == 1 ? "one" : "more";
        }
    }

    /**
     * A skill to learn.
     *
     * @param learn how one usually gets it and how long that takes; null when not known
     */
    record Line(SkillId skill, LocalizedText name, @Nullable LocalizedText learn) {}
}
