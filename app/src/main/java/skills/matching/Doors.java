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
 * is out of reach for that person now, and within reach once the person has learned the skill. An
 * occupation is within reach when one holds at least half of the skills it cannot do without, rare
 * ones weighing more (see {@link StepGraph#weight}). Pure.
 */
final class Doors {

    /** Share of the essential skills, by weight, from which an occupation is within reach. */
    static final double REACH = .5;

    /** So that a sum of weights that should be half does not fall short of it by rounding. */
    private static final double EQUAL = 1e-9;

    private final StepGraph graph;
    private final Skillset all;

    Doors(StepGraph graph) {
        this.graph = graph;
        this.all = graph.all();
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
        return missing(person, occupation) <= EQUAL;
    }

    /** How much weight a person lacks for an occupation to be within reach; negative when it is. */
    private double missing(Ability person, int occupation) {
        double asked = 0;
        double held = 0;
        for (int s : all.essential(occupation)) {
            asked += graph.weight(s);
            held += graph.weight(s) * person.of(s);
        }
        return REACH * asked - held;
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
                if (missing <= EQUAL) continue;
                gains(person, occupation)
                        .forEach(
                                (skill, gain) -> {
                                    if (gain < missing - EQUAL) return;
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

    /** What each skill, once learned, adds to the held weight for an occupation. */
    private Map<Integer, Double> gains(Ability person, int occupation) {
        Map<Integer, Double> gains = new HashMap<>();
        for (int s : all.essential(occupation)) {
            if (person.of(s) < 1) gains.merge(s, graph.weight(s) * (1 - person.of(s)), Double::sum);
            if (person.gainsPart(s))
                for (int near : all.near(s))
                    if (person.of(near) < 1)
                        gains.merge(
                                near,
                                graph.weight(s) * (Hold.HALF.share() - person.of(s)),
                                Double::sum);
        }
        return gains;
    }
}
