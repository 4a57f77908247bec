package skills.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;
import skills.vacancy.Point;

/**
 * Everything of a person that may enter a fit, and nothing else.
 *
 * @param held by skill; with the answers "not yet"
 * @param denied skills of which the person said: not me
 * @param expected skills that are usual in the person's own occupation
 * @param home middle of the area to look in; null when none was set
 * @param km size of that area; without meaning when there is none
 */
record PersonFacts(
        Map<SkillId, HeldSkill> held,
        Set<SkillId> denied,
        Set<SkillId> expected,
        List<Worked> work,
        List<Studied> studies,
        @Nullable Point home,
        double km,
        Wish wish) {

    static final PersonFacts EMPTY =
            new PersonFacts(
                    Map.of(), Set.of(), Set.of(), List.of(), List.of(), null, 30, Wish.NONE);

    PersonFacts {
        held = Map.copyOf(held);
        denied = Set.copyOf(denied);
        expected = Set.copyOf(expected);
        work = List.copyOf(work);
        studies = List.copyOf(studies);
        if (!(km > 0)) throw new IllegalArgumentException("km " + km);
    }

    PersonFacts with(HeldSkill skill) {
        Map<SkillId, HeldSkill> more = new HashMap<>(held);
        more.put(skill.skill(), skill);
        Set<SkillId> less = new HashSet<>(denied);
        less.remove(skill.skill());
        return new PersonFacts(more, less, expected, work, studies, home, km, wish);
    }

    PersonFacts holding(Map<SkillId, HeldSkill> all) {
        return new PersonFacts(all, denied, expected, work, studies, home, km, wish);
    }

    PersonFacts without(SkillId skill) {
        Map<SkillId, HeldSkill> less = new HashMap<>(held);
        less.remove(skill);
        return new PersonFacts(less, denied, expected, work, studies, home, km, wish);
    }

    PersonFacts from(@Nullable Point place, double km) {
        return new PersonFacts(held, denied, expected, work, studies, place, km, wish);
    }

    PersonFacts having(List<Worked> work, List<Studied> studies) {
        return new PersonFacts(held, denied, expected, work, studies, home, km, wish);
    }

    PersonFacts wishing(Wish wish) {
        return new PersonFacts(held, denied, expected, work, studies, home, km, wish);
    }

    /** Skills of which the person said something. */
    int answered() {
        return held.size() + denied.size();
    }

    /** Components that can count, given what the person told; skills always. */
    List<FitFactor> known() {
        List<FitFactor> known = new java.util.ArrayList<>(List.of(FitFactor.SKILLS));
        if (!work.isEmpty()) known.add(FitFactor.EXPERIENCE);
        if (studies.stream().anyMatch(s -> s.eqf() != null)) known.add(FitFactor.EDUCATION);
        if (home != null) known.add(FitFactor.TRAVEL);
        if (!wish.isEmpty()) known.add(FitFactor.WISHES);
        return List.copyOf(known);
    }
}
