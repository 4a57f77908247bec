package skills.evaluation.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who enrolled, under the pseudonym of this study.
 *
 * @param arm id of the arm as allocated; whoever changes class stays in it
 * @param unit class as at allocation; null without classes
 * @param school null when not known; classes of the same name in two schools are two classes
 * @param gender as in the data, "f", "m", "x"; null when not known
 * @param age in years; null when not known
 * @param user by the main definition of use; null when use was not measured
 * @param sittings on different occasions; null when not measured
 * @param minutes in view; null when not measured
 * @param consented whether the answers may be analysed: false for who withdrew with deletion; such
 *     a person only counts as enrolled
 * @param contaminated whether somebody who was not offered the passport opened it
 * @param moved whether the person changed class or school after the allocation
 * @param uses by id of a definition of use other than the main one: whether the person is a user by
 *     it; a definition that was not measured is not there
 */
public record Participant(
        String id,
        String arm,
        @Nullable String unit,
        @Nullable String school,
        @Nullable String gender,
        @Nullable Double age,
        @Nullable Boolean user,
        @Nullable Integer sittings,
        @Nullable Double minutes,
        boolean consented,
        boolean contaminated,
        boolean moved,
        Map<String, Boolean> uses) {

    public Participant {
        uses = Map.copyOf(uses);
    }

    /** Who stayed in the same class, of whom only the main definition of use is known. */
    public Participant(
            String id,
            String arm,
            @Nullable String unit,
            @Nullable String school,
            @Nullable String gender,
            @Nullable Double age,
            @Nullable Boolean user,
            @Nullable Integer sittings,
            @Nullable Double minutes,
            boolean consented,
            boolean contaminated) {
        this(
                id,
                arm,
                unit,
                school,
                gender,
                age,
                user,
                sittings,
                minutes,
                consented,
                contaminated,
                false,
                Map.of());
    }

    /** School and class together; empty without classes. */
    public String cluster() {
        return unit == null ? "" : school == null ? unit : school + "/" + unit;
    }
}
