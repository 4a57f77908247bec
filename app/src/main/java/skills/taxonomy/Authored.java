package skills.taxonomy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.ContentNode;

/**
 * What we wrote ourselves: names of skills, whole occupations, everyday tasks. It is part of the
 * build and read once, so every instance has the same; a mistake in it stops the start.
 */
@Component
class Authored {

    /** A skill under our own name. */
    record PoolSkill(String key, String uri, SkillId id, LocalizedText name, LocalizedText learn) {}

    private static final int LEVELS = 5;

    private final Map<String, PoolSkill> pool = new LinkedHashMap<>();
    private final Map<SkillId, PoolSkill> byId = new HashMap<>();
    private final Map<String, OccupationId> bySlug = new LinkedHashMap<>();
    private final Map<OccupationId, OccupationProfile> profiles = new LinkedHashMap<>();
    private final Map<OccupationId, LocalizedText> titles = new HashMap<>();
    private final List<Task> everyday = new ArrayList<>();
    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<SkillId, Set<SkillId>> near = new HashMap<>();

    Authored() throws IOException {
        this(
                new ClassPathResource("content/skills.yaml"),
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:content/occupations/*.yaml"),
                new ClassPathResource("content/tasks/everyday.yaml"),
                new ClassPathResource("content/near-skills.yaml"));
    }

    Authored(Resource skills, Resource[] occupations, Resource everydayTasks, Resource nearSkills) {
        for (ContentNode node : ContentNode.read(skills).list()) skill(node);
        for (Resource file : occupations) occupation(ContentNode.read(file));
        for (ContentNode node : ContentNode.read(everydayTasks).only("tasks").list("tasks"))
            everyday.add(task("everyday", node));
        for (ContentNode pair : ContentNode.read(nearSkills).list()) near(pair.size(2, 2).list());
    }

    @Nullable LocalizedText skillName(SkillId id) {
        PoolSkill known = byId.get(id);
        return known == null ? null : known.name();
    }

    @Nullable PoolSkill skill(SkillId id) {
        return byId.get(id);
    }

    @Nullable LocalizedText title(OccupationId id) {
        return titles.get(id);
    }

    /** All own titles, in a fixed order. */
    String titles() {
        return profiles.values().stream()
                .map(p -> p.title().nl() + "/" + p.title().en())
                .sorted()
                .toList()
                .toString();
    }

    @Nullable OccupationProfile profile(OccupationId id) {
        return profiles.get(id);
    }

    Map<OccupationId, OccupationProfile> profiles() {
        return profiles;
    }

    /** Short names of our occupations, such as cabin-crew, with the occupation each stands for. */
    Map<String, OccupationId> slugs() {
        return bySlug;
    }

    List<PoolSkill> skills() {
        return List.copyOf(pool.values());
    }

    Map<SkillId, Set<SkillId>> near() {
        return near;
    }

    List<Task> everyday() {
        return everyday;
    }

    @Nullable Task task(String id) {
        return tasks.get(id);
    }

    /** Skills whose own name holds the text. */
    List<SkillId> skillsNamed(String text, Language language) {
        return pool.values().stream()
                .filter(s -> s.name().in(language).toLowerCase(Locale.ROOT).contains(text))
                .map(PoolSkill::id)
                .toList();
    }

    private void skill(ContentNode node) {
        node.only("uri", "key", "name", "learn");
        var skill =
                new PoolSkill(
                        node.text("key"),
                        node.text("uri"),
                        SkillId.of(node.text("uri")),
                        node.localized("name"),
                        node.localized("learn"));
        if (pool.put(skill.key(), skill) != null)
            throw node.wrong("key '" + skill.key() + "' is there twice");
        if (byId.put(skill.id(), skill) != null)
            throw node.wrong("skill " + skill.uri() + " is there twice");
    }

    private void near(List<ContentNode> pair) {
        SkillId one = fromPool(pair.get(0)).id();
        SkillId other = fromPool(pair.get(1)).id();
        boolean known = !near.computeIfAbsent(one, s -> new HashSet<>()).add(other);
        if (one.equals(other) || known)
            throw pair.get(1).wrong("this pair is there twice, or is no pair");
        near.computeIfAbsent(other, s -> new HashSet<>()).add(one);
    }

    private void occupation(ContentNode node) {
        node.only("slug", "esco", "title", "summary", "skills", "tasks");
        String slug = node.text("slug");
        var id = OccupationId.of(node.text("esco"));
        List<ProfileSkill> skills =
                node.get("skills").size(8, 12).list().stream().map(this::profileSkill).toList();
        List<Task> own =
                node.get("tasks").size(10, 14).list().stream().map(t -> task(slug, t)).toList();
        var profile =
                new OccupationProfile(
                        id, node.localized("title"), node.localized("summary"), false, skills, own);
        if (bySlug.put(slug, id) != null) throw node.wrong("slug '" + slug + "' is there twice");
        titles.put(id, profile.title());
        if (profiles.put(id, profile) != null)
            throw node.wrong("occupation " + id + " is there twice");
    }

    private ProfileSkill profileSkill(ContentNode node) {
        node.only("skill", "essential", "levels");
        PoolSkill skill = fromPool(node.get("skill"));
        ContentNode levels = node.get("levels").only("nl", "en");
        List<ContentNode> nl = levels.get("nl").size(LEVELS, LEVELS).list();
        List<ContentNode> en = levels.get("en").size(LEVELS, LEVELS).list();
        var sentences = new ArrayList<LocalizedText>();
        for (int i = 0; i < LEVELS; i++)
            sentences.add(new LocalizedText(nl.get(i).text(), en.get(i).text()));
        return new ProfileSkill(
                skill.id(), skill.name(), node.flag("essential"), skill.learn(), sentences);
    }

    private Task task(String slug, ContentNode node) {
        node.only("id", "context", "phrase", "shows", "hints");
        Set<SkillId> shows = new HashSet<>();
        List<SkillId> shown =
                node.get("shows").size(1, 3).list().stream().map(s -> fromPool(s).id()).toList();
        for (SkillId id : shown) if (!shows.add(id)) throw node.wrong("shows one skill twice");
        var hints = new ArrayList<Hint>();
        for (ContentNode hint : node.get("hints").size(2, 3).list()) {
            hint.only("skill", "because");
            SkillId id = fromPool(hint.get("skill")).id();
            if (shows.contains(id)) throw hint.wrong("hints at what the phrase already shows");
            hints.add(new Hint(id, hint.localized("because")));
        }
        var task =
                new Task(
                        slug + "." + node.text("id"),
                        context(node.get("context")),
                        node.localized("phrase"),
                        shown,
                        hints);
        if (tasks.put(task.id(), task) != null)
            throw node.wrong("task '" + task.id() + "' is there twice");
        return task;
    }

    private static Task.Context context(ContentNode node) {
        try {
            return Task.Context.valueOf(node.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw node.wrong("work, school, hobby or home is needed, not '" + node.text() + "'");
        }
    }

    private PoolSkill fromPool(ContentNode node) {
        PoolSkill skill = pool.get(node.text());
        if (skill == null) throw node.wrong("skills.yaml has no key '" + node.text() + "'");
        return skill;
    }
}
