package skills.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skills.taxonomy.Skillset;

/**
 * Which one skill opens most doors for a group. A door is a pair of a person and an occupation that
 * is out of reach for that person now, and within reach ({@link Reach}) once the person has learned
 * the skill. Pure.
 */
final class Doors {

    private final Reach reach;
    private final Skillset all;

    Doors(Reach reach) {
        this.reach = reach;
        this.all = reach.all();
    }

    /**
     * One skill.
     *
     * @param skill its number
     * @param doors how many pairs it brings within reach, at least 1
     * @param persons how many persons gain at least one
     */
    record Door(int skill, int doors, int persons) {}

    boolean reaches(Ability person, int occupation) {
        return missing(person, occupation) <= 0;
    }

    /** How many skills, in halves, a person lacks for an occupation to be within reach. */
    private double missing(Ability person, int occupation) {
        return Reach.ENOUGH - reach.held(person::of, occupation);
    }

    /**
     * Every skill that opens a door, most doors first; of equals the one that more persons gain by,
     * then the rarer one.
     *
     * @param occupations numbers of the occupations that count
     */
    List<Door> most(List<Ability> persons, List<Integer> occupations) {
        Map<Integer, Integer> doors = new HashMap<>();
        Map<Integer, Integer> gaining = new HashMap<>();
        for (Ability person : persons) {
            Set<Integer> opens = new HashSet<>();
            for (int occupation : occupations) {
                double missing = missing(person, occupation);
                if (missing <= 0) continue;
                gains(person, occupation)
                        .forEach(
                                (skill, gain) -> {
                                    if (gain < missing) return;
                                    doors.merge(skill, 1, Integer::sum);
                                    opens.add(skill);
                                });
            }
            opens.forEach(skill -> gaining.merge(skill, 1, Integer::sum));
        }
        List<Door> found = new ArrayList<>();
        doors.forEach((skill, n) -> found.add(new Door(skill, n, gaining.get(skill))));
        found.sort(
                Comparator.comparingInt((Door d) -> -d.doors)
                        .thenComparingInt(d -> -d.persons)
                        .thenComparingDouble(d -> -all.rarity(d.skill))
                        .thenComparing(d -> all.skill(d.skill).value()));
        return found;
    }

    /** What each skill, once learned, adds to what is held for an occupation. */
    private Map<Integer, Double> gains(Ability person, int occupation) {
        Map<Integer, Double> gains = new HashMap<>();
        reach.counted(occupation)
                .forEach(
                        s -> {
                            if (person.of(s) < 1) gains.merge(s, 1 - person.of(s), Double::sum);
                            if (!person.gainsPart(s)) return;
                            for (int near : all.near(s))
                                if (person.of(near) < 1)
                                    gains.merge(
                                            near, Hold.HALF.share() - person.of(s), Double::sum);
                        });
        return gains;
    }
}
