package skills.evaluation.allocation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand of a class; or, where persons are allocated, of a group that persons
 * come from.
 *
 * @param id name of the class, unique within its school
 * @param school empty when there is only one
 * @param facts column and value, as far as known: "level" 4, "city" "Breda"
 * @param size persons, at least 0
 */
public record Unit(String id, String school, Map<String, String> facts, int size) {

    /** The column that stands for {@link #school}. */
    public static final String SCHOOL = "school";

    public Unit {
        facts = Map.copyOf(facts);
        if (size < 0) throw new IllegalArgumentException("A class has no fewer than 0 persons.");
    }

    /**
     * School and class together, as {@link skills.evaluation.data.Participant#cluster} has them.
     */
    public String cluster() {
        return school.isEmpty() ? id : school + "/" + id;
    }

    /** The value of a column; null when it is not known. */
    public @Nullable String fact(String column) {
        return column.equals(SCHOOL) && !school.isEmpty() ? school : facts.get(column);
    }
}
