package skills.vacancy;

import skills.taxonomy.SkillId;

/**
 * A skill that a vacancy asks for.
 *
 * @param must false for what is welcome but not needed
 */
public record Requirement(SkillId skill, boolean must, Origin origin) {

    /** How we know. A page that shows requirements says which of the three it is. */
    public enum Origin {
        /** The employer named the skill itself, by its ESCO address. */
        STATED,
        /** The name of the skill stands in the text of the vacancy. */
        EXTRACTED,
        /** The text names too few skills: this is what the occupation usually asks. */
        OCCUPATION
    }
}
