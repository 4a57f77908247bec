package skills.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.kernel.Language;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON Resume. What its schema has no field for stands beside it under a name of our own, so
 * that reading it back loses nothing.
 */
final class ResumeWriter {

    /** The one field of ours in a line. */
    static final String OURS = "skillspaspoort";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResumeWriter() {}

    /**
     * @param names of the skills; a claim whose skill is not among them is left out
     */
    static byte[] write(
            Profile profile,
            List<SkillClaim> claims,
            Map<SkillId, Skill> names,
            Language language) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(
                "$schema",
                "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json");
        root.put(
                "basics",
                line().with("name", profile.name()).with("summary", profile.sentence()).fields);
        root.put("work", profile.experiences().stream().map(ResumeWriter::work).toList());
        root.put("education", profile.educations().stream().map(ResumeWriter::education).toList());
        root.put("volunteer", activities(profile, Activity.Kind.VOLUNTEER));
        root.put("interests", activities(profile, Activity.Kind.HOBBY));
        List<Map<String, Object>> skills = new ArrayList<>();
        for (SkillClaim claim : claims)
            if (names.containsKey(claim.skill()))
                skills.add(skill(claim, names.get(claim.skill()), language));
        root.put("skills", skills);
        return JSON.writeValueAsBytes(root);
    }

    private static Map<String, Object> work(Experience e) {
        return line().with("name", e.organization())
                .with("position", e.title())
                .with(e.period())
                .with("summary", e.words())
                .fields;
    }

    private static Map<String, Object> education(Education e) {
        var ours = line().with("eqf", e.eqf()).with("crebo", e.crebo()).with("field", e.field());
        return line().with("institution", e.organization())
                .with("area", e.title())
                .with("studyType", e.eqf() == null ? "" : "EQF " + e.eqf())
                .with(e.period())
                .with(OURS, ours.fields)
                .fields;
    }

    private static List<Map<String, Object>> activities(Profile profile, Activity.Kind kind) {
        String title = kind == Activity.Kind.VOLUNTEER ? "position" : "name";
        return profile.activities().stream()
                .filter(a -> a.kind() == kind)
                .map(
                        a ->
                                line().with(title, a.title())
                                        .with("organization", a.organization())
                                        .with(a.period())
                                        .with("summary", a.words())
                                        .fields)
                .toList();
    }

    private static Map<String, Object> skill(SkillClaim claim, Skill skill, Language language) {
        var ours =
                line().with("skill", claim.skill().toString())
                        .with("uri", skill.uri())
                        .with("level", claim.level() == null ? null : claim.level().name())
                        .with("said", claim.at().toString())
                        .with("source", claim.source().name())
                        .with("ref", claim.sourceRef());
        if (claim.because() != null)
            ours.with("because", Map.of("nl", claim.because().nl(), "en", claim.because().en()));
        return line().with("name", skill.name().in(language))
                .with(
                        "level",
                        claim.level() == null
                                ? ""
                                : claim.level()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' '))
                .with(OURS, ours.fields)
                .fields;
    }

    private static Line line() {
        return new Line();
    }

    /** Fields in their order; what is empty is not written. */
    private static final class Line {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        Line with(String key, @Nullable Object value) {
            if (value != null && !value.equals("")) fields.put(key, value);
            return this;
        }

        Line with(Period period) {
            with("startDate", period.from() == null ? null : period.from().toString());
            return with("endDate", period.until() == null ? null : period.until().toString());
        }
    }
}
