package skills.matching;

import java.util.List;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;

/**
 * A skill that a person did not name, found behind what was tapped.
 *
 * @param phrases the tapped phrases that point to it, strongest first
 * @param because why the first phrase points to it
 */
public record Discovery(SkillId skill, List<LocalizedText> phrases, LocalizedText because) {}
