package skills.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.Words;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Qualifications;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.taxonomy.Task;
import skills.taxonomy.TitleSearch;

/** Which skills an entry may have taught, each with the reason why we think so. */
@Component
class Suggestions {

    static final int MOST = 6;
    private static final int SHORTEST_WORD = 4;
    private static final int SAME_START = 5;

    private final TitleSearch titles;
    private final OccupationProfiles occupations;
    private final Qualifications qualifications;
    private final Skills skills;
    private final SkillClaims claims;
    private final MessageSource messages;

    Suggestions(
            TitleSearch titles,
            OccupationProfiles occupations,
            Qualifications qualifications,
            Skills skills,
            SkillClaims claims,
            MessageSource messages) {
        this.titles = titles;
        this.occupations = occupations;
        this.qualifications = qualifications;
        this.skills = skills;
        this.claims = claims;
        this.messages = messages;
    }

    /**
     * At most {@link #MOST}; those answered for this entry stay in their place, those that the
     * person claims or denies elsewhere are left out.
     */
    List<Suggestion> of(AccountId account, Entry entry, Language language) {
        Map<SkillId, LocalizedText> candidates =
                switch (entry) {
                    case Experience e -> fromTitle(e.title(), language);
                    case Education e -> fromEducation(e, language);
                    case Activity a -> fromWords(a, language);
                };
        List<Said> said = claims.all(account);
        Map<SkillId, Boolean> answered = new LinkedHashMap<>();
        for (Said s : said)
            if (s.claim().source() == ClaimSource.ENTRY
                    && s.claim().sourceRef().equals(entry.id().toString()))
                answered.put(s.claim().skill(), s.stance() == Said.Stance.SAID);
        Set<SkillId> elsewhere =
                Said.current(said).stream().map(SkillClaim::skill).collect(Collectors.toSet());
        elsewhere.addAll(Said.denied(said));
        Map<SkillId, Skill> known = skills.all(candidates.keySet());
        return candidates.entrySet().stream()
                .filter(c -> known.containsKey(c.getKey()))
                .filter(c -> answered.containsKey(c.getKey()) || !elsewhere.contains(c.getKey()))
                .map(
                        c ->
                                new Suggestion(
                                        known.get(c.getKey()),
                                        c.getValue(),
                                        answered.get(c.getKey())))
                .limit(MOST)
                .toList();
    }

    private Map<SkillId, LocalizedText> fromTitle(String title, Language language) {
        Map<SkillId, LocalizedText> found = new LinkedHashMap<>();
        occupation(title, language).ifPresent(o -> addSkills(found, o, "profile.because.work"));
        return found;
    }

    private Map<SkillId, LocalizedText> fromEducation(Education education, Language language) {
        Map<SkillId, LocalizedText> found = new LinkedHashMap<>();
        Optional<OccupationId> leadsTo =
                education.crebo() == null
                        ? Optional.empty()
                        : qualifications.occupationsOf(education.crebo()).stream().findFirst();
        leadsTo.map(occupations::of)
                .or(() -> occupation(education.title(), language))
                .ifPresent(o -> addSkills(found, o, "profile.because.school"));
        return found;
    }

    /** Everyday tasks that speak of the same, then skills, then work that is called so. */
    private Map<SkillId, LocalizedText> fromWords(Activity activity, Language language) {
        Map<SkillId, LocalizedText> found = new LinkedHashMap<>();
        Set<String> words = words(activity.title() + " " + activity.words());
        List<Task> alike =
                Stream.concat(
                                occupations.everyday().stream(),
                                occupations.written().stream()
                                        .flatMap(o -> occupations.of(o).tasks().stream()))
                        .filter(t -> t.context() != Task.Context.WORK && speaksOf(t, words))
                        .toList();
        LocalizedText own = because("profile.because.words", activity.title());
        alike.forEach(t -> t.shows().forEach(s -> found.putIfAbsent(s, own)));
        alike.forEach(t -> t.hints().forEach(h -> found.putIfAbsent(h.skill(), h.because())));
        for (String word : words)
            skills.search(word, language, 2).stream()
                    .filter(s -> !s.knowledge())
                    // The word itself, not a piece of another one: no laying of pipes for who leads
                    // cubs.
                    .filter(s -> words(s.name().in(language)).contains(word))
                    .forEach(s -> found.putIfAbsent(s.id(), own));
        if (found.size() < MOST)
            occupation(activity.title(), language)
                    .ifPresent(o -> addSkills(found, o, "profile.because.work"));
        return found;
    }

    private static boolean speaksOf(Task task, Set<String> words) {
        Set<String> phrase = words(task.phrase().nl() + " " + task.phrase().en());
        return words.stream().anyMatch(w -> phrase.stream().anyMatch(p -> alike(w, p)));
    }

    /**
     * The same word, the same start, or one inside a compound of the other: voetbaltraining and
     * training.
     */
    private static boolean alike(String one, String other) {
        if (one.equals(other)) return true;
        if (one.length() < SAME_START || other.length() < SAME_START) return false;
        return one.regionMatches(0, other, 0, SAME_START)
                || one.endsWith(other)
                || other.endsWith(one);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(w -> w.length() >= SHORTEST_WORD)
                .filter(w -> !EMPTY_WORDS.contains(w))
                .limit(20)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Words that say nothing of what one did. */
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "voor",
                    "naar",
                    "doen",
                    "deed",
                    "gedaan",
                    "maken",
                    "gemaakt",
                    "geven",
                    "gegeven",
                    "mijn",
                    "onze",
                    "heel",
                    "veel",
                    "altijd",
                    "elke",
                    "week",
                    "weken",
                    "soms",
                    "iedere",
                    "anderen",
                    "mensen",
                    "samen",
                    "zelf",
                    "daar",
                    "with",
                    "from",
                    "made",
                    "make",
                    "give",
                    "gave",
                    "given",
                    "every",
                    "always",
                    "often",
                    "other",
                    "others",
                    "people",
                    "some",
                    "done",
                    "helped",
                    "geholpen",
                    "helpen",
                    "help",
                    "also",
                    "that",
                    "this",
                    "have",
                    "been");

    private Optional<OccupationProfile> occupation(String title, Language language) {
        return first(title, language)
                .or(() -> first(title, language == Language.NL ? Language.EN : Language.NL))
                .map(occupations::of);
    }

    private Optional<OccupationId> first(String title, Language language) {
        for (TitleSearch.Hit hit : titles.search(title, language, 5).hits()) {
            if (hit.kind() == TitleSearch.Kind.OCCUPATION)
                return Optional.of(OccupationId.parse(hit.id()));
            var leadsTo = qualifications.occupationsOf(hit.id()).stream().findFirst();
            if (leadsTo.isPresent()) return leadsTo;
        }
        return Optional.empty();
    }

    private void addSkills(
            Map<SkillId, LocalizedText> found, OccupationProfile occupation, String reason) {
        LocalizedText because =
                new LocalizedText(
                        in(Language.NL, reason, occupation.title().nl()),
                        in(Language.EN, reason, occupation.title().en()));
        List<SkillId> order = new ArrayList<>();
        occupation.skills().stream().filter(s -> s.essential()).forEach(s -> order.add(s.skill()));
        occupation.skills().stream().filter(s -> !s.essential()).forEach(s -> order.add(s.skill()));
        order.forEach(s -> found.putIfAbsent(s, because));
    }

    private LocalizedText because(String key, String argument) {
        return new LocalizedText(in(Language.NL, key, argument), in(Language.EN, key, argument));
    }

    private String in(Language language, String key, String argument) {
        return new Words(messages, language).t(key, argument);
    }
}
