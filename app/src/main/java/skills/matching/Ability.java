package skills.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/**
 * What somebody holds of every skill, by its number in a {@link Skillset}: 1 on one's own, one half
 * in part or by being near a skill that is held in full, 0 not. Immutable.
 */
final class Ability {

    private static final double PART = Hold.HALF.share();

    private final Skillset all;
    private final double[] held;
    private final Set<Integer> denied;

    private Ability(Skillset all, double[] held, Set<Integer> denied) {
        this.all = all;
        this.held = held;
        this.denied = denied;
    }

    /** Of a person; a skill of which the person said "not me" is near nothing. */
    static Ability of(Skillset all, Person person) {
        double[] held = new double[all.skills()];
        person.held()
                .forEach(
                        (skill, h) -> {
                            int s = all.at(skill);
                            if (s >= 0) held[s] = h.hold().share();
                        });
        return new Ability(all, held, numbers(all, person.denied())).withNear();
    }

    /**
     * Of somebody who does all that an occupation cannot do without, and of whom no more is known.
     */
    static Ability worked(Skillset all, int occupation) {
        double[] held = new double[all.skills()];
        for (int s : all.essential(occupation)) held[s] = 1;
        return new Ability(all, held, Set.of()).withNear();
    }

    double of(int skill) {
        return held[skill];
    }

    /** A copy of the shares, by number. */
    double[] shares() {
        return held.clone();
    }

    /** Once a skill was learned in full: what is near it is then held in part. */
    Ability with(int skill) {
        double[] more = held.clone();
        more[skill] = 1;
        return new Ability(all, more, denied).withNear();
    }

    /** Whether learning a skill puts another one, near it, within half reach. */
    boolean gainsPart(int near) {
        return held[near] < PART && !denied.contains(near);
    }

    private Ability withNear() {
        double[] more = held.clone();
        for (int s = 0; s < held.length; s++)
            if (held[s] == 1) for (int near : all.near(s)) if (gainsPart(near)) more[near] = PART;
        return new Ability(all, more, denied);
    }

    private static Set<Integer> numbers(Skillset all, Collection<SkillId> skills) {
        Set<Integer> found = new HashSet<>();
        for (SkillId skill : skills) {
            int s = all.at(skill);
            if (s >= 0) found.add(s);
        }
        return found;
    }
}
