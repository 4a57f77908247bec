package skills.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All occupations and the skills they ask, numbered from 0 so that they can be compared by
 * counting. An occupation that we described asks the skills of that description, every other one
 * those of ESCO. Immutable; the arrays given out are shared and must not be changed.
 */
public final class Skillset {

    private static final int[] NONE = {};

    private final List<OccupationId> occupations;
    private final List<SkillId> skills;
    private final Map<OccupationId, Integer> occupationAt;
    private final Map<SkillId, Integer> skillAt;
    private final int[][] essential;
    private final int[][] useful;
    private final int[][] askedBy;
    private final int[][] near;
    private final int[][] groups;
    private final int[][] members;
    private final double[] rarity;

    private Skillset(Rows rows) {
        occupations = List.copyOf(rows.occupations.keySet().stream().toList());
        skills = List.copyOf(rows.skills.keySet().stream().toList());
        occupationAt = Map.copyOf(rows.occupations);
        skillAt = Map.copyOf(rows.skills);
        essential = sorted(rows.essential, occupations.size());
        useful = sorted(rows.useful, occupations.size());
        near = sorted(rows.near, skills.size());
        groups = sorted(rows.groups, skills.size());
        Map<Integer, List<Integer>> in = new HashMap<>();
        for (int s = 0; s < groups.length; s++)
            for (int g : groups[s]) in.computeIfAbsent(g, k -> new ArrayList<>()).add(s);
        members = sorted(in, rows.group.size());
        Map<Integer, List<Integer>> asking = new HashMap<>();
        for (int o = 0; o < essential.length; o++) {
            for (int s : essential[o]) asking.computeIfAbsent(s, k -> new ArrayList<>()).add(o);
            for (int s : useful[o]) asking.computeIfAbsent(s, k -> new ArrayList<>()).add(o);
        }
        askedBy = sorted(asking, skills.size());
        rarity = new double[skills.size()];
        double all = Math.log(Math.max(2, occupations.size()));
        for (int s = 0; s < rarity.length; s++)
            rarity[s] = Math.clamp(1 - Math.log(Math.max(1, askedBy[s].length)) / all, 0, 1);
    }

    private static int[][] sorted(Map<Integer, List<Integer>> rows, int size) {
        int[][] sorted = new int[size][];
        Arrays.fill(sorted, NONE);
        rows.forEach((i, all) -> sorted[i] = all.stream().mapToInt(v -> v).sorted().toArray());
        return sorted;
    }

    /** How many occupations there are. */
    public int occupations() {
        return occupations.size();
    }

    /** How many skills there are that an occupation asks or that lie near one. */
    public int skills() {
        return skills.size();
    }

    public OccupationId occupation(int number) {
        return occupations.get(number);
    }

    public SkillId skill(int number) {
        return skills.get(number);
    }

    /** The number of an occupation; −1 when it is not known. */
    public int at(OccupationId occupation) {
        return occupationAt.getOrDefault(occupation, -1);
    }

    /** The number of a skill; −1 when no occupation asks it. */
    public int at(SkillId skill) {
        return skillAt.getOrDefault(skill, -1);
    }

    /** The skills that an occupation cannot do without, rising. */
    public int[] essential(int occupation) {
        return essential[occupation];
    }

    /** The skills that are welcome in an occupation, rising. */
    public int[] useful(int occupation) {
        return useful[occupation];
    }

    /** The occupations that ask a skill, essential or useful, rising. */
    public int[] askedBy(int skill) {
        return askedBy[skill];
    }

    /** Skills that are like a skill: whoever has one is part of the way to the other. */
    public int[] near(int skill) {
        return near[skill];
    }

    /** The groups of the taxonomy that a skill lies in directly, by their numbers. */
    public int[] groups(int skill) {
        return groups[skill];
    }

    /** How many groups there are. */
    public int groups() {
        return members.length;
    }

    /** The skills of a group, rising. */
    public int[] members(int group) {
        return members[group];
    }

    /**
     * How much a skill tells occupations apart: 1 − ln(n) / ln(N) with n of N occupations asking
     * it. 1 when one occupation asks it, 0 when all do.
     */
    public double rarity(int skill) {
        return rarity[skill];
    }

    /** Gathers rows for a skillset; numbers follow the order of first mention. */
    public static final class Rows {

        private final Map<OccupationId, Integer> occupations = new LinkedHashMap<>();
        private final Map<SkillId, Integer> skills = new LinkedHashMap<>();
        private final Map<Integer, List<Integer>> essential = new HashMap<>();
        private final Map<Integer, List<Integer>> useful = new HashMap<>();
        private final Map<Integer, List<Integer>> near = new HashMap<>();
        private final Map<java.util.UUID, Integer> group = new LinkedHashMap<>();
        private final Map<Integer, List<Integer>> groups = new HashMap<>();

        /** Makes an occupation known, also when it asks nothing; its number. */
        public int occupation(OccupationId id) {
            return occupations.computeIfAbsent(id, k -> occupations.size());
        }

        /** Puts a skill into a group; of skills that nothing else mentions nothing is kept. */
        public void in(SkillId skill, java.util.UUID ofGroup) {
            Integer known = skills.get(skill);
            if (known == null) return;
            int number = group.computeIfAbsent(ofGroup, k -> group.size());
            groups.computeIfAbsent(known, k -> new ArrayList<>()).add(number);
        }

        private int skill(SkillId id) {
            return skills.computeIfAbsent(id, k -> skills.size());
        }

        /**
         * @param must essential; false: useful
         */
        public void asks(OccupationId occupation, SkillId skill, boolean must) {
            (must ? essential : useful)
                    .computeIfAbsent(occupation(occupation), k -> new ArrayList<>())
                    .add(skill(skill));
        }

        /** One way only; name each pair twice. */
        public void near(SkillId skill, SkillId other) {
            near.computeIfAbsent(skill(skill), k -> new ArrayList<>()).add(skill(other));
        }

        public Skillset skillset() {
            return new Skillset(this);
        }
    }
}
