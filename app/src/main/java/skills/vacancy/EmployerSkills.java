package skills.vacancy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Skills that a vacancy may ask: those that its text says, and those of the occupation. */
@Component
class EmployerSkills {

    private static final int MOST_ESSENTIAL = 12;
    private static final int MOST_USEFUL = 6;
    private static final int MOST_FOUND = 5;

    private final VacancyMaker maker;
    private final OccupationProfiles profiles;
    private final Skills skills;

    EmployerSkills(VacancyMaker maker, OccupationProfiles profiles, Skills skills) {
        this.maker = maker;
        this.profiles = profiles;
        this.skills = skills;
    }

    /** What the employer wants with a skill. */
    enum Want {
        MUST,
        NICE,
        NO
    }

    /**
     * A skill to choose about.
     *
     * @param said the words of the text that say it; null for one of the occupation, or added
     */
    record Choice(SkillId skill, LocalizedText name, @Nullable String said, Want want) {}

    /**
     * @param wants what was chosen on the page; empty to begin with what is saved, or else with
     *     what the text says
     * @param q words to search another skill by; may be empty
     */
    List<Choice> choices(EmployerVacancy v, Map<SkillId, Want> wants, String q, Language language) {
        CleanText text = CleanText.of(v.text());
        Map<SkillId, Requirement> read = new LinkedHashMap<>();
        maker.reading()
                .read(
                        PostingReader.language(v.title(), text),
                        String.join("\n", text.lines()),
                        v.occupation())
                .forEach(r -> read.put(r.skill(), r));
        Set<SkillId> all = new LinkedHashSet<>();
        if (!q.isEmpty()) skills.search(q, language, MOST_FOUND).forEach(s -> all.add(s.id()));
        all.addAll(read.keySet());
        v.asks().forEach(r -> all.add(r.skill()));
        all.addAll(wants.keySet());
        if (v.occupation() != null) {
            List<ProfileSkill> of = profiles.of(v.occupation()).skills();
            of.stream()
                    .filter(ProfileSkill::essential)
                    .limit(MOST_ESSENTIAL)
                    .forEach(s -> all.add(s.skill()));
            of.stream()
                    .filter(s -> !s.essential())
                    .limit(MOST_USEFUL)
                    .forEach(s -> all.add(s.skill()));
        }
        Map<SkillId, Skill> named = skills.all(all);
        List<Choice> choices = new ArrayList<>();
        for (SkillId id : all) {
            Skill skill = named.get(id);
            Requirement said = read.get(id);
            if (skill != null)
                choices.add(
                        new Choice(
                                id,
                                skill.name(),
                                said == null ? null : said.said(),
                                want(id, v, wants, said)));
        }
        return choices;
    }

    private static Want want(
            SkillId id, EmployerVacancy v, Map<SkillId, Want> wants, @Nullable Requirement said) {
        if (!wants.isEmpty()) return wants.getOrDefault(id, Want.NO);
        if (v.asks().isEmpty()) return said == null ? Want.NO : said.must() ? Want.MUST : Want.NICE;
        return v.asks().stream()
                .filter(r -> r.skill().equals(id))
                .findFirst()
                .map(r -> r.must() ? Want.MUST : Want.NICE)
                .orElse(Want.NO);
    }
}
