package skills.taxonomy;

/** A skill as it belongs to an occupation: essential to it, or useful in it. */
public record RelatedSkill(Skill skill, boolean essential) {}
