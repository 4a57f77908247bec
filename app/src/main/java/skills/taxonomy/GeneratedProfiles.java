package skills.taxonomy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;

/**
 * Profiles of the occupations that nobody wrote about, composed from what ESCO says. Names of
 * skills are quoted, since a sentence around them would not always be grammatical.
 */
@Component
class GeneratedProfiles {

    private static final int MOST_SKILLS = 12;
    private static final int MOST_TASKS = 8;
    private static final int EVERYDAY_TASKS = 4;
    private static final String PREFIX = "esco.";

    /** The hints of one take a quarter of a second, and a whole class asks for the same few. */
    private static final int KEPT = 200;

    private final JdbcClient jdbc;
    private final Occupations occupations;
    private final Skills skills;
    private final Authored authored;

    GeneratedProfiles(JdbcClient jdbc, Occupations occupations, Skills skills, Authored authored) {
        this.jdbc = jdbc;
        this.occupations = occupations;
        this.skills = skills;
        this.authored = authored;
    }

    /** What was generated from one load of the taxonomy stays the same until the next. */
    private record Made(OccupationId occupation, long load) {}

    private final Map<Made, OccupationProfile> made =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<Made, OccupationProfile> eldest) {
                            return size() > KEPT;
                        }
                    });

    OccupationProfile of(OccupationId id) {
        long load = TaxonomyLoads.newest(jdbc);
        OccupationProfile before = made.get(new Made(id, load));
        if (before != null) return before;
        OccupationProfile profile = make(id);
        made.put(new Made(id, load), profile);
        return profile;
    }

    private OccupationProfile make(OccupationId id) {
        Occupation occupation =
                occupations
                        .find(id)
                        .orElseThrow(() -> new IllegalArgumentException("no occupation " + id));
        // Doing before knowing: one can say how well one does something, and tap that one did it.
        List<RelatedSkill> all =
                occupations.skillsOf(id).stream()
                        .sorted(
                                java.util.Comparator.comparing((RelatedSkill s) -> !s.essential())
                                        .thenComparing(s -> s.skill().knowledge()))
                        .toList();
        List<ProfileSkill> asked = all.stream().limit(MOST_SKILLS).map(this::profileSkill).toList();
        List<Skill> done =
                all.stream()
                        .map(RelatedSkill::skill)
                        .filter(s -> !s.knowledge())
                        .sorted(java.util.Comparator.comparing(s -> s.name().nl().length() > 60))
                        .limit(MOST_TASKS)
                        .toList();
        Map<SkillId, List<Hint>> hints = hints(done.stream().map(Skill::id).toList());
        var tasks = new ArrayList<Task>();
        for (Skill skill : done) tasks.add(task(skill, hints.getOrDefault(skill.id(), List.of())));
        // Which everyday tasks: another choice for another occupation, the same one each time.
        List<Task> everyday = authored.everyday();
        for (int i = 0; i < Math.min(EVERYDAY_TASKS, everyday.size()); i++)
            tasks.add(
                    everyday.get(
                            Math.floorMod(
                                    id.value().hashCode() + i * everyday.size() / EVERYDAY_TASKS,
                                    everyday.size())));
        return new OccupationProfile(id, occupation.name(), null, true, asked, tasks);
    }

    Optional<Task> task(String id) {
        if (!id.startsWith(PREFIX)) return Optional.empty();
        try {
            var skill = SkillId.parse(id.substring(PREFIX.length()));
            return skills.find(skill)
                    .map(s -> task(s, hints(List.of(skill)).getOrDefault(skill, List.of())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Task task(Skill skill, List<Hint> hints) {
        var phrase =
                new LocalizedText(
                        Clean.capital(skill.name().nl()), Clean.capital(skill.name().en()));
        return new Task(PREFIX + skill.id(), Task.Context.WORK, phrase, List.of(skill.id()), hints);
    }

    private ProfileSkill profileSkill(RelatedSkill related) {
        Skill skill = related.skill();
        Authored.PoolSkill own = authored.skill(skill.id());
        return new ProfileSkill(
                skill.id(),
                skill.name(),
                related.essential(),
                own == null ? null : own.learn(),
                levels(skill));
    }

    private static List<LocalizedText> levels(Skill skill) {
        String nl = "‘" + skill.name().nl() + "’";
        String en = "‘" + skill.name().en() + "’";
        return skill.knowledge()
                ? List.of(
                        new LocalizedText(
                                "Van " + nl + " weet ik nog niets.",
                                "I know nothing about " + en + " yet."),
                        new LocalizedText(
                                "Van " + nl + " weet ik iets, maar ik zoek veel op of vraag het.",
                                "I know something about " + en + ", but I look up or ask a lot."),
                        new LocalizedText(
                                "Ik weet genoeg van " + nl + " om er zelf mee te werken.",
                                "I know enough about " + en + " to work with it on my own."),
                        new LocalizedText(
                                "Ook een lastige vraag over " + nl + " kan ik beantwoorden.",
                                "I can answer a difficult question about " + en + " too."),
                        new LocalizedText(
                                "Ik leg " + nl + " aan anderen uit.",
                                "I explain " + en + " to others."))
                : List.of(
                        new LocalizedText(
                                "Ik heb ‘" + skill.name().nl() + "’ nog niet gedaan.",
                                "I have not done " + en + " yet."),
                        new LocalizedText(
                                "Bij " + nl + " heb ik iemand naast me nodig.",
                                "For " + en + " I need somebody beside me."),
                        new LocalizedText(
                                "Ik doe " + nl + " zelf op een gewone dag.",
                                "I do " + en + " on my own on an ordinary day."),
                        new LocalizedText(
                                "Ook als het tegenzit doe ik " + nl + " zelf.",
                                "I do " + en + " on my own when things go wrong too."),
                        new LocalizedText(
                                "Ik doe anderen voor hoe ‘" + skill.name().nl() + "’ gaat.",
                                "I show others how " + en + " is done."));
    }

    /**
     * For each skill the three that go with it most, in how many of its occupations. Ranked by how
     * much more often than elsewhere (lift), so that what belongs everywhere does not always win;
     * the two must share at least three occupations and a fifth of them.
     */
    private Map<SkillId, List<Hint>> hints(List<SkillId> of) {
        record Pair(UUID skill, UUID other, int together, int total) {}
        if (of.isEmpty()) return Map.of();
        List<Pair> pairs =
                jdbc.sql(
                                """
                        with mine as (
                            select skill, occupation, count(*) over (partition by skill) as total
                            from occupation_skill where skill = any (:skills)),
                        pairs as (
                            select m.skill, o.skill as other, count(*) as together, max(m.total) as total
                            from mine m join occupation_skill o using (occupation)
                            join skill k on k.id = o.skill and not k.knowledge
                            where o.skill <> m.skill group by m.skill, o.skill
                            having count(*) >= 2 and count(*) * 5 >= max(m.total)),
                        ranked as (
                            select p.*, row_number() over (partition by p.skill order by
                                p.together::float / p.total * ln(1 + p.together::float / p.total / u.uses) desc, p.other) as place
                            from pairs p join lateral (
                                select count(*)::float / 3000 as uses from occupation_skill x where x.skill = p.other) u on true)
                        select skill, other, together, total from ranked where place <= 3 order by skill, place
                        """)
                        .param("skills", of.stream().map(SkillId::value).toArray(UUID[]::new))
                        .query(
                                (row, n) ->
                                        new Pair(
                                                row.getObject("skill", UUID.class),
                                                row.getObject("other", UUID.class),
                                                row.getInt("together"),
                                                row.getInt("total")))
                        .list();
        var hints = new LinkedHashMap<SkillId, List<Hint>>();
        for (Pair p : pairs)
            hints.computeIfAbsent(new SkillId(p.skill()), s -> new ArrayList<>())
                    .add(new Hint(new SkillId(p.other()), because(p.together(), p.total())));
        return hints;
    }

    private static LocalizedText because(int together, int total) {
        return together == total
                ? new LocalizedText(
                        "In alle " + total + " beroepen waar je dit doet, hoort dat erbij.",
                        "In all " + total + " jobs where you do this, that is part of it.")
                : new LocalizedText(
                        "In "
                                + together
                                + " van de "
                                + total
                                + " beroepen waar je dit doet, hoort dat erbij.",
                        "In "
                                + together
                                + " of the "
                                + total
                                + " jobs where you do this, that is part of it.");
    }
}
