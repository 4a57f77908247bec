package skills.evaluation.pool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import skills.statistics.Interval;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.meta.RandomEffects;

/**
 * Several installations that ran the same frozen plan, together.
 *
 * <p>In two steps. In each school: the mean of its offered classes less that of its control
 * classes, every class counting alike. Its variance is the sum over classes of (c + v / n) / J^2,
 * with J the classes of that arm, v / n what chance over persons gives, and c the variance between
 * classes of one school and arm, estimated over all of them. Then random effects over schools
 * ({@link RandomEffects}, REML), with the cautious interval of Knapp and Hartung.
 *
 * @param installations names, in the order of the files
 * @param byLot whether every one of them drew a lot; if not, the whole shows no cause
 * @param merged classes told of together; @param leftOutClasses too small; @param leftOutPersons in
 *     these
 */
public record Pool(
        String planHash,
        List<String> installations,
        boolean byLot,
        List<Pooled> outcomes,
        int merged,
        int leftOutClasses,
        int leftOutPersons) {

    private static final double LEVEL = .95;

    public Pool {
        installations = List.copyOf(installations);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * @param planHash of the plan that they should have run
     * @throws PoolFault for the first file that does not belong
     */
    public static Pool of(String planHash, List<PoolFile> files) {
        check(planHash, files);
        List<PoolContent> contents = files.stream().map(PoolFile::content).toList();
        List<String> outcomes = contents.getFirst().outcomes();
        List<Pooled> pooled = new ArrayList<>();
        for (int o = 0; o < outcomes.size(); o++) pooled.add(outcome(contents, o));
        return new Pool(
                planHash,
                contents.stream().map(PoolContent::installation).toList(),
                contents.stream().allMatch(PoolContent::byLot),
                pooled,
                contents.stream().mapToInt(PoolContent::merged).sum(),
                contents.stream().mapToInt(PoolContent::leftOutClasses).sum(),
                contents.stream().mapToInt(PoolContent::leftOutPersons).sum());
    }

    private static void check(String planHash, List<PoolFile> files) {
        if (files.isEmpty())
            throw new PoolFault(PoolFault.Kind.EMPTY, "", "There are no files to pool.");
        Set<String> names = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (PoolFile file : files) {
            PoolContent c = file.content();
            if (!file.verifies())
                throw new PoolFault(
                        PoolFault.Kind.SIGNATURE,
                        c.installation(),
                        "The file of %s is not as it was signed.".formatted(c.installation()));
            if (!c.planHash().equals(planHash))
                throw new PoolFault(
                        PoolFault.Kind.OTHER_PLAN,
                        c.installation(),
                        "%s ran another plan.".formatted(c.installation()));
            if (!names.add(c.installation()) | !keys.add(file.key()))
                throw new PoolFault(
                        PoolFault.Kind.TWICE,
                        c.installation(),
                        "%s is there twice.".formatted(c.installation()));
            if (!fits(c, files.getFirst().content().outcomes()))
                throw new PoolFault(
                        PoolFault.Kind.NOT_A_FILE,
                        c.installation(),
                        "The numbers of %s do not fit together.".formatted(c.installation()));
        }
    }

    private static boolean fits(PoolContent c, List<String> outcomes) {
        int k = outcomes.size();
        if (!c.outcomes().equals(outcomes) || c.sd().size() != k) return false;
        for (ClassSummary s : c.classes()) {
            if (s.n() < Summaries.SMALLEST || s.means().size() != k || s.covariance().size() != k)
                return false;
            for (int o = 0; o < k; o++)
                if (s.covariance().get(o).size() != k
                        || !(s.covariance().get(o).get(o) >= 0)
                        || !(Math.abs(s.means().get(o)) < 1e6)
                        || !(s.covariance().get(o).get(o) < 1e6)) return false;
        }
        return true;
    }

    /** A school, or the schools with one arm each; [0] are the control classes. */
    private record Site(
            String installation, String school, List<List<ClassSummary>> arms, int outcome) {

        double estimate() {
            return mean(1) - mean(0);
        }

        private double mean(int arm) {
            return arms.get(arm).stream()
                    .mapToDouble(s -> s.means().get(outcome))
                    .average()
                    .orElseThrow();
        }

        /** Of the mean of one class, over persons alone. */
        private double chance(ClassSummary s) {
            return s.covariance().get(outcome).get(outcome) / s.n();
        }

        double variance(double between) {
            double sum = 0;
            for (List<ClassSummary> arm : arms)
                for (ClassSummary s : arm) sum += (between + chance(s)) / arm.size() / arm.size();
            return sum;
        }

        double squares() {
            double sum = 0;
            for (int arm = 0; arm < 2; arm++)
                for (ClassSummary s : arms.get(arm))
                    sum += Math.pow(s.means().get(outcome) - mean(arm), 2);
            return sum;
        }

        int df() {
            return classes() - 2;
        }

        int classes() {
            return arms.get(0).size() + arms.get(1).size();
        }

        int persons() {
            return arms.stream().flatMap(List::stream).mapToInt(ClassSummary::n).sum();
        }

        Pooled.Row row(double between, double weight) {
            return new Pooled.Row(
                    installation,
                    school,
                    estimate(),
                    Interval.around(
                            estimate(),
                            Quantiles.normal(.5 + LEVEL / 2) * Math.sqrt(variance(between)),
                            LEVEL),
                    weight,
                    arms.get(1).size(),
                    arms.get(0).size(),
                    persons());
        }
    }

    private static List<Site> sites(PoolContent content, int outcome) {
        Map<String, List<ClassSummary>> schools = new TreeMap<>();
        for (ClassSummary s : content.classes())
            schools.computeIfAbsent(s.school(), k -> new ArrayList<>()).add(s);
        List<Site> sites = new ArrayList<>();
        List<ClassSummary> rest = new ArrayList<>();
        schools.forEach(
                (school, classes) -> {
                    if (classes.stream().map(ClassSummary::offered).distinct().count() == 2)
                        sites.add(site(content, school, classes, outcome));
                    else rest.addAll(classes);
                });
        if (rest.stream().map(ClassSummary::offered).distinct().count() == 2)
            sites.add(site(content, "", rest, outcome));
        return sites;
    }

    private static Site site(
            PoolContent content, String school, List<ClassSummary> classes, int outcome) {
        return new Site(
                content.installation(),
                school,
                List.of(
                        classes.stream().filter(s -> !s.offered()).toList(),
                        classes.stream().filter(ClassSummary::offered).toList()),
                outcome);
    }

    /** Between classes of one site and arm: what their means differ more than persons explain. */
    private static double between(List<Site> sites) {
        double squares = 0;
        double chance = 0;
        int df = 0;
        for (Site site : sites) {
            squares += site.squares();
            df += site.df();
            for (List<ClassSummary> arm : site.arms)
                for (ClassSummary s : arm) chance += site.chance(s) * (arm.size() - 1) / arm.size();
        }
        return df <= 0 ? 0 : Math.max(0, (squares - chance) / df);
    }

    private static Pooled outcome(List<PoolContent> contents, int outcome) {
        List<Site> sites = contents.stream().flatMap(c -> sites(c, outcome).stream()).toList();
        String name = contents.getFirst().outcomes().get(outcome);
        double sd = sd(contents, outcome);
        int classes = sites.stream().mapToInt(Site::classes).sum();
        int persons = sites.stream().mapToInt(Site::persons).sum();
        int unused = contents.stream().mapToInt(c -> c.classes().size()).sum() - classes;
        double between = between(sites);
        if (sites.isEmpty())
            return new Pooled(
                    name, null, null, null, null, sd, 0, 0, unused, Pooled.How.NOTHING, List.of());
        if (sites.size() == 1) {
            Site site = sites.getFirst();
            List<Pooled.Row> rows = List.of(site.row(between, 1));
            double error =
                    site.df() < 1
                            ? 0
                            : Math.sqrt(
                                    site.squares()
                                            / site.df()
                                            * (1. / site.arms.get(0).size()
                                                    + 1. / site.arms.get(1).size()));
            if (!(error > 0))
                return new Pooled(
                        name,
                        site.estimate(),
                        null,
                        null,
                        null,
                        sd,
                        classes,
                        persons,
                        unused,
                        Pooled.How.NOTHING,
                        rows);
            return new Pooled(
                    name,
                    site.estimate(),
                    Interval.around(
                            site.estimate(), Quantiles.t(.5 + LEVEL / 2, site.df()) * error, LEVEL),
                    Tail.t(site.estimate() / error, site.df()),
                    null,
                    sd,
                    classes,
                    persons,
                    unused,
                    Pooled.How.CLASSES,
                    rows);
        }
        RandomEffects all =
                RandomEffects.of(
                        sites.stream().mapToDouble(Site::estimate).toArray(),
                        sites.stream()
                                .mapToDouble(s -> Math.max(1e-12, s.variance(between)))
                                .toArray(),
                        LEVEL);
        List<Pooled.Row> rows = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++)
            rows.add(sites.get(i).row(between, all.weights()[i]));
        return new Pooled(
                name,
                all.estimate(),
                all.cautious(),
                all.cautiousP(),
                Math.sqrt(all.tauSquared()),
                sd,
                classes,
                persons,
                unused,
                Pooled.How.SCHOOLS,
                rows);
    }

    /** Over the installations, each for as much as it has persons. */
    private static double sd(List<PoolContent> contents, int outcome) {
        double squares = 0;
        double persons = 0;
        for (PoolContent c : contents) {
            int n = c.classes().stream().mapToInt(ClassSummary::n).sum();
            squares += n * c.sd().get(outcome) * c.sd().get(outcome);
            persons += n;
        }
        return persons == 0 ? 0 : Math.sqrt(squares / persons);
    }
}
