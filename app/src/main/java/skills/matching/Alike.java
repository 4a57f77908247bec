package skills.matching;

import org.jspecify.annotations.Nullable;
import skills.taxonomy.Skillset;

/** How alike occupations are in the skills they ask. */
final class Alike {

    private Alike() {}

    /**
     * What of a skillset every comparison needs.
     *
     * @param sizes by occupation: the sum of the squared weights of what it asks
     * @param kinds by skill: the weight of it in each occupation that asks it, in their order
     */
    private record Table(Skillset skillset, double[] sizes, double[][] kinds) {}

    private static volatile @Nullable Table table;

    private static Table table(Skillset skillset) {
        Table known = table;
        if (known != null && known.skillset == skillset) return known;
        double[] sizes = new double[skillset.occupations()];
        for (int o = 0; o < sizes.length; o++) sizes[o] = size(skillset, o);
        double[][] kinds = new double[skillset.skills()][];
        for (int s = 0; s < kinds.length; s++) {
            int[] askedBy = skillset.askedBy(s);
            kinds[s] = new double[askedBy.length];
            for (int i = 0; i < askedBy.length; i++) kinds[s][i] = kind(skillset, askedBy[i], s);
        }
        Table made = new Table(skillset, sizes, kinds);
        table = made;
        return made;
    }

    /**
     * From 0 to 1 for every occupation: the cosine of what both ask, each skill by its weight; 1
     * for the occupation itself.
     */
    static double[] of(Skillset skillset, int occupation) {
        Table table = table(skillset);
        double[] alike = new double[skillset.occupations()];
        add(table, skillset.essential(occupation), FitWeight.ESSENTIAL.value(), alike);
        add(table, skillset.useful(occupation), FitWeight.USEFUL.value(), alike);
        double own = Math.sqrt(alike[occupation]);
        for (int o = 0; o < alike.length; o++)
            if (alike[o] > 0 && o != occupation)
                alike[o] = Math.min(1, alike[o] / own / Math.sqrt(table.sizes[o]));
        alike[occupation] = 1;
        return alike;
    }

    private static void add(Table table, int[] skills, double weight, double[] alike) {
        Skillset skillset = table.skillset;
        for (int s : skills) {
            double rare = skillset.rarity(s) * skillset.rarity(s);
            int[] askedBy = skillset.askedBy(s);
            double[] kinds = table.kinds[s];
            for (int i = 0; i < kinds.length; i++) alike[askedBy[i]] += weight * rare * kinds[i];
        }
    }

    private static double kind(Skillset skillset, int occupation, int skill) {
        return java.util.Arrays.binarySearch(skillset.essential(occupation), skill) >= 0
                ? FitWeight.ESSENTIAL.value()
                : FitWeight.USEFUL.value();
    }

    private static double size(Skillset skillset, int occupation) {
        double sum = 0;
        for (int s : skillset.essential(occupation))
            sum += Math.pow(FitWeight.ESSENTIAL.value() * skillset.rarity(s), 2);
        for (int s : skillset.useful(occupation))
            sum += Math.pow(FitWeight.USEFUL.value() * skillset.rarity(s), 2);
        return sum;
    }
}
