package skills.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.taxonomy.Skillset;
import skills.vacancy.Requirement;
import skills.vacancy.Vacancy;

/** Holds what occupations and vacancies ask against what a person can do. */
@Component
public class Matcher {

    private static final Held NOTHING = new Held(Hold.NONE, new LocalizedText("-", "-"));

    /** So many beyond what is shown are put into words, since the own view may reorder them. */
    private static final int MORE = 40;

    private final People people;
    private final FitPeople fitPeople;
    private final FitWorks works;
    private final Occupations occupations;
    private final OccupationProfiles profiles;
    private final Reaches reaches;
    private final Skills skills;
    private final OccupationChoices choices;

    Matcher(
            People people,
            FitPeople fitPeople,
            FitWorks works,
            Occupations occupations,
            OccupationProfiles profiles,
            Reaches reaches,
            Skills skills,
            OccupationChoices choices) {
        this.people = people;
        this.fitPeople = fitPeople;
        this.works = works;
        this.occupations = occupations;
        this.profiles = profiles;
        this.reaches = reaches;
        this.skills = skills;
        this.choices = choices;
    }

    /**
     * An occupation with how it fits.
     *
     * @param fit orders it; never more than {@link FitFactor#isShare} here
     */
    public record OccupationMatch(
            OccupationId occupation, LocalizedText title, Match match, Fit fit) {}

    /**
     * A vacancy with how it fits.
     *
     * @param fit orders it; never more than {@link FitFactor#isShare} here
     */
    public record VacancyMatch(Vacancy vacancy, Match match, Fit fit) {}

    /** The person as she is now, for who asks more than one thing of her. */
    Somebody somebody(AccountId account) {
        return new Somebody(people.of(account), fitPeople.fitter(account), choices.hidden(account));
    }

    /**
     * The occupations within reach, best fit first, without the person's own and those that she
     * hid.
     *
     * @param limit how many at most
     */
    public List<OccupationMatch> occupations(AccountId account, int limit) {
        return occupations(somebody(account), limit);
    }

    List<OccupationMatch> occupations(Somebody somebody, int limit) {
        List<OccupationMatch> found = within(somebody, limit);
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** As {@link #occupations}, with those beyond the limit that were looked at. */
    List<OccupationMatch> within(AccountId account, int limit) {
        return within(somebody(account), limit);
    }

    List<OccupationMatch> within(Somebody somebody, int limit) {
        Person person = somebody.person();
        Fitter fitter = somebody.fitter();
        Set<OccupationId> left = new HashSet<>(somebody.hidden());
        if (person.own() != null) left.add(person.own());
        List<Integer> best = best(person, fitter, left, limit + MORE);
        Map<OccupationId, FitWork> candidates = new LinkedHashMap<>();
        FitWorks.All all = works.all();
        best.forEach(o -> candidates.put(all.skillset().occupation(o), all.occupations()[o]));
        return matches(person, fitter, candidates).stream()
                .sorted(
                        Comparator.comparingDouble((OccupationMatch m) -> -m.fit().cautious())
                                .thenComparing(m -> m.occupation().value()))
                .toList();
    }

    /** The numbers of the occupations within reach that fit best, by all that are known. */
    private List<Integer> best(Person person, Fitter fitter, Set<OccupationId> left, int limit) {
        FitWorks.All all = works.all();
        Skillset skillset = all.skillset();
        var reach = reaches.of(skillset);
        double[] held = reach.shares(person.held());
        record Scored(int occupation, double score) {}
        List<Scored> found = new ArrayList<>();
        for (int o = 0; o < all.occupations().length; o++)
            if (reach.occupation(held, o) && !left.contains(skillset.occupation(o)))
                found.add(new Scored(o, fitter.cautious(all.occupations()[o])));
        return found.stream()
                .sorted(
                        Comparator.comparingDouble((Scored s) -> -s.score())
                                .thenComparing(s -> skillset.occupation(s.occupation()).value()))
                .limit(limit)
                .map(Scored::occupation)
                .toList();
    }

    /** All of them with words, in two questions to the database. */
    private List<OccupationMatch> matches(
            Person person, Fitter fitter, Map<OccupationId, FitWork> candidates) {
        Map<OccupationId, Occupation> named = occupations.all(candidates.keySet());
        Set<SkillId> asked = new HashSet<>();
        candidates.forEach(
                (id, work) -> {
                    if (profiles.written(id).isEmpty())
                        work.asks.stream()
                                .filter(FitWork.Ask::must)
                                .forEach(a -> asked.add(a.skill()));
                });
        Map<SkillId, Skill> skillNames = skills.all(asked);
        List<OccupationMatch> found = new ArrayList<>();
        candidates.forEach(
                (id, work) -> {
                    Occupation occupation = named.get(id);
                    if (occupation == null) return;
                    List<SkillFit> fits = new ArrayList<>();
                    Optional<OccupationProfile> written = profiles.written(id);
                    if (written.isPresent())
                        for (ProfileSkill skill : written.get().skills())
                            fits.add(
                                    fit(
                                            person,
                                            skill.skill(),
                                            skill.name(),
                                            skill.essential(),
                                            skill.learn()));
                    else
                        // The essential ones of the taxonomy: a page that counts all would be long.
                        work.asks.stream()
                                .filter(a -> a.must() && skillNames.containsKey(a.skill()))
                                .map(a -> skillNames.get(a.skill()))
                                .sorted(
                                        Comparator.comparing((Skill s) -> s.name().nl())
                                                .thenComparing(s -> s.id().value()))
                                .forEach(s -> fits.add(fit(person, s.id(), s.name(), true, null)));
                    found.add(
                            new OccupationMatch(
                                    id,
                                    written.map(OccupationProfile::title).orElse(occupation.name()),
                                    new Match(fits),
                                    fitter.fit(work)));
                });
        return found;
    }

    /**
     * Where the skills of one described occupation lead: the other described ones, best fit first,
     * for somebody who holds all its skills.
     */
    public List<OccupationMatch> departures(OccupationId from, int limit) {
        Map<SkillId, Held> all = new HashMap<>();
        profiles.of(from).skills().forEach(s -> all.put(s.skill(), new Held(Hold.FULL, s.name())));
        Person somebody = new Person(people.withNear(all), from, Set.of());
        Map<SkillId, HeldSkill> said = new HashMap<>();
        all.keySet().forEach(s -> said.put(s, HeldSkill.said(s)));
        Fitter fitter = Fitter.of(works.all().skillset(), PersonFacts.EMPTY.holding(said));
        Map<OccupationId, FitWork> others = new LinkedHashMap<>();
        for (OccupationId o : profiles.written())
            if (!o.equals(from)) others.put(o, works.occupation(o));
        return matches(somebody, fitter, others).stream()
                .sorted(Comparator.comparingDouble(m -> -m.fit().cautious()))
                .limit(limit)
                .toList();
    }

    /**
     * How the person fits one occupation.
     *
     * @throws IllegalArgumentException when there is no such occupation
     */
    public OccupationMatch occupation(AccountId account, OccupationId occupation) {
        return occupation(somebody(account), occupation);
    }

    OccupationMatch occupation(Somebody somebody, OccupationId occupation) {
        return occupations(somebody, List.of(occupation)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no occupation " + occupation));
    }

    /** Those of the given occupations that exist, in the order given. */
    List<OccupationMatch> occupations(Somebody somebody, Collection<OccupationId> ids) {
        Map<OccupationId, FitWork> all = new LinkedHashMap<>();
        ids.forEach(id -> all.put(id, works.occupation(id)));
        return matches(somebody.person(), somebody.fitter(), all);
    }

    /** How the person fits one vacancy. */
    public VacancyMatch vacancy(AccountId account, Vacancy vacancy) {
        return vacancy(somebody(account), vacancy);
    }

    VacancyMatch vacancy(Somebody somebody, Vacancy vacancy) {
        return vacancies(somebody, List.of(vacancy)).getFirst();
    }

    /** The given vacancies, best fit first; the order given decides between equals. */
    public List<VacancyMatch> vacancies(AccountId account, List<Vacancy> open) {
        return vacancies(somebody(account), open);
    }

    List<VacancyMatch> vacancies(Somebody somebody, List<Vacancy> open) {
        Person person = somebody.person();
        Fitter fitter = somebody.fitter();
        Map<SkillId, Skill> asked = asked(open);
        return open.stream()
                .map(
                        v ->
                                new VacancyMatch(
                                        v, vacancy(person, v, asked), fitter.fit(works.vacancy(v))))
                .sorted(Comparator.comparingDouble((VacancyMatch m) -> -m.fit().cautious()))
                .toList();
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
