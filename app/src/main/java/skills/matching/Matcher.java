package skills.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.RelatedSkill;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.vacancy.Requirement;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancy;

/** Holds what occupations and vacancies ask against what a person can do. */
@Component
public class Matcher {

    private static final Held NOTHING = new Held(Hold.NONE, new LocalizedText("-", "-"));

    /**
     * An occupation is within reach from this many skills on, halves counted as halves; fewer is
     * chance.
     */
    private static final double ENOUGH = 2.5;

    private final JdbcClient jdbc;
    private final People people;
    private final Occupations occupations;
    private final OccupationProfiles profiles;
    private final Skills skills;
    private final Vacancies vacancies;
    private final OccupationChoices choices;

    Matcher(
            JdbcClient jdbc,
            People people,
            Occupations occupations,
            OccupationProfiles profiles,
            Skills skills,
            Vacancies vacancies,
            OccupationChoices choices) {
        this.jdbc = jdbc;
        this.people = people;
        this.occupations = occupations;
        this.profiles = profiles;
        this.skills = skills;
        this.vacancies = vacancies;
        this.choices = choices;
    }

    /** An occupation with how it fits. */
    public record OccupationMatch(OccupationId occupation, LocalizedText title, Match match) {}

    /** A vacancy with how it fits. */
    public record VacancyMatch(Vacancy vacancy, Match match) {}

    /**
     * The occupations within reach, best fit first, without the person's own and those that she
     * hid.
     *
     * @param limit how many at most
     */
    public List<OccupationMatch> occupations(AccountId account, int limit) {
        List<OccupationMatch> found = within(account, limit);
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** As {@link #occupations}, with those beyond the limit that were looked at. */
    List<OccupationMatch> within(AccountId account, int limit) {
        Person person = people.of(account);
        List<OccupationMatch> found = new ArrayList<>();
        Set<OccupationId> candidates = candidates(person, limit + 40);
        candidates.removeAll(choices.hidden(account));
        for (OccupationId candidate : candidates) {
            OccupationMatch match = occupation(person, candidate);
            if (match.match().held() >= ENOUGH) found.add(match);
        }
        found.sort(
                Comparator.comparingDouble((OccupationMatch m) -> -m.match().score())
                        .thenComparing(m -> m.occupation().value()));
        return List.copyOf(found);
    }

    /**
     * Where the skills of one described occupation lead: the other described ones, best fit first,
     * for somebody who holds all its skills.
     */
    public List<OccupationMatch> departures(OccupationId from, int limit) {
        Map<SkillId, Held> all = new HashMap<>();
        profiles.of(from).skills().forEach(s -> all.put(s.skill(), new Held(Hold.FULL, s.name())));
        Person somebody = new Person(people.withNear(all), from, Set.of());
        return profiles.written().stream()
                .filter(o -> !o.equals(from))
                .map(o -> occupation(somebody, o))
                .sorted(Comparator.comparingDouble(m -> -m.match().score()))
                .limit(limit)
                .toList();
    }

    public OccupationMatch occupation(AccountId account, OccupationId occupation) {
        return occupation(people.of(account), occupation);
    }

    /** How the person fits one vacancy. */
    public Match vacancy(AccountId account, Vacancy vacancy) {
        return vacancy(people.of(account), vacancy, asked(List.of(vacancy)));
    }

    /** The given vacancies, best fit first; the order given decides between equals. */
    public List<VacancyMatch> vacancies(AccountId account, List<Vacancy> open) {
        Person person = people.of(account);
        Map<SkillId, Skill> asked = asked(open);
        return open.stream()
                .map(v -> new VacancyMatch(v, vacancy(person, v, asked)))
                .sorted(Comparator.comparingDouble((VacancyMatch m) -> -m.match().score()))
                .toList();
    }

    /**
     * Occupations that share skills with the person, by a first rough count in the database: the
     * described ones always, of the others those with the largest share of essential skills held.
     */
    private Set<OccupationId> candidates(Person person, int limit) {
        Set<OccupationId> found = new HashSet<>(profiles.written());
        UUID[] full = held(person, Hold.FULL);
        UUID[] half = held(person, Hold.HALF);
        jdbc.sql(
                        """
                        with asked as (
                            select occupation,
                                   count(*) as n,
                                   count(*) filter (where skill = any(:full))
                                     + .5 * count(*) filter (where skill = any(:half)) as have
                            from occupation_skill
                            where essential
                              and occupation in (select occupation from occupation_skill
                                                 where essential and (skill = any(:full) or skill = any(:half)))
                            group by occupation)
                        select occupation from asked
                        order by have / (n + 4) desc, occupation
                        limit :limit
                        """)
                .param("full", full)
                .param("half", half)
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .forEach(id -> found.add(new OccupationId(id)));
        if (person.own() != null) found.remove(person.own());
        return found;
    }

    private static UUID[] held(Person person, Hold hold) {
        return person.held().entrySet().stream()
                .filter(e -> e.getValue().hold() == hold)
                .map(e -> e.getKey().value())
                .toArray(UUID[]::new);
    }

    private OccupationMatch occupation(Person person, OccupationId id) {
        List<SkillFit> fits = new ArrayList<>();
        Optional<OccupationProfile> written = profiles.written(id);
        if (written.isPresent()) {
            for (ProfileSkill skill : written.get().skills())
                fits.add(
                        fit(person, skill.skill(), skill.name(), skill.essential(), skill.learn()));
            return new OccupationMatch(id, written.get().title(), new Match(fits));
        }
        // The whole list of the taxonomy, not the dozen that a questionnaire can ask; generating
        // its
        // tasks and hints would take many times longer than comparing.
        for (RelatedSkill related : occupations.skillsOf(id))
            if (related.essential())
                fits.add(fit(person, related.skill().id(), related.skill().name(), true, null));
        LocalizedText title =
                occupations
                        .find(id)
                        .orElseThrow(() -> new IllegalArgumentException("no occupation " + id))
                        .name();
        return new OccupationMatch(id, title, new Match(fits));
    }

    /** All skills that these vacancies ask, in one question to the database. */
    private Map<SkillId, Skill> asked(List<Vacancy> open) {
        Set<SkillId> ids = new HashSet<>();
        open.forEach(v -> v.requirements().forEach(r -> ids.add(r.skill())));
        return skills.all(ids);
    }

    private Match vacancy(Person person, Vacancy vacancy, Map<SkillId, Skill> asked) {
        Map<SkillId, LocalizedText> learn = profiles.learn();
        List<SkillFit> fits = new ArrayList<>();
        for (Requirement r : vacancy.requirements()) {
            Skill skill = asked.get(r.skill());
            if (skill != null)
                fits.add(fit(person, r.skill(), skill.name(), r.must(), learn.get(r.skill())));
        }
        return new Match(fits);
    }

    private static SkillFit fit(
            Person person,
            SkillId skill,
            LocalizedText name,
            boolean essential,
            @Nullable LocalizedText learn) {
        Held held = person.of(skill, NOTHING);
        return new SkillFit(
                skill,
                name,
                essential,
                held.hold(),
                held.hold() == Hold.NONE ? null : held.because(),
                learn);
    }
}
