package skills.matching;

import skills.taxonomy.Skillset;

/** How alike occupations are in the skills they ask. */
final class Alike {

    private Alike() {}

    /**
     * From 0 to 1 for every occupation: the cosine of what both ask, each skill by its weight; 1
     * for the occupation itself.
     */
    static double[] of(Skillset skillset, int occupation) {
        double[] alike = new double[skillset.occupations()];
        add(skillset, skillset.essential(occupation), FitWeight.ESSENTIAL.value(), alike);
        add(skillset, skillset.useful(occupation), FitWeight.USEFUL.value(), alike);
        double own = Math.sqrt(alike[occupation]);
        for (int o = 0; o < alike.length; o++)
            if (alike[o] > 0 && o != occupation)
                alike[o] = Math.min(1, alike[o] / own / Math.sqrt(size(skillset, o)));
        alike[occupation] = 1;
        return alike;
    }

    private static void add(Skillset skillset, int[] skills, double weight, double[] alike) {
        for (int s : skills) {
            double rare = skillset.rarity(s) * skillset.rarity(s);
            for (int o : skillset.askedBy(s)) alike[o] += weight * rare * kind(skillset, o, s);
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
