package skills.vacancy;

import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;

/**
 * A skill that a vacancy asks for.
 *
 * @param must false for what is welcome but not needed
 * @param said the words of the vacancy, for one that was found in its text
 */
public record Requirement(SkillId skill, boolean must, Origin origin, @Nullable String said) {

    /** How we know. A page that shows requirements says which of the three it is. */
    public enum Origin {
        /** The employer named the skill itself, by its ESCO address. */
        STATED,
        /** The text of the vacancy says it. */
        EXTRACTED,
        /** The text names too few skills: this is what the occupation usually asks. */
        OCCUPATION
    }

    public Requirement(SkillId skill, boolean must, Origin origin) {
        this(skill, must, origin, null);
    }

    static Requirement extracted(SkillId skill, boolean must, String said) {
        return new Requirement(skill, must, Origin.EXTRACTED, said);
    }
}
