package skills.statistics.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.matrix.Matrix;

/**
 * The predictors of a model and the columns that they make.
 *
 * <p>A measure makes one column. A factor makes one for each level but the first, 1 for a case with
 * that level, so that each coefficient compares with the first level. An interaction makes all
 * products, the first variable running fastest. An intercept comes first unless left out.
 *
 * <p>{@link #sumCoded()} makes the same space with factors coded to sum to 0 (-1 for the last
 * level), in which the columns of a term test that term averaged over the levels of the others:
 * Yates' "type III" (Searle 1987, ch. 12).
 */
public final class Design {

    /** A term of the model. @param variables none for the intercept, more than one to interact */
    public record Term(String name, List<String> variables) {}

    /** A design and the cases that have everything. @param rows where they stood before */
    public record Complete(Design design, int[] rows, List<Dropped> dropped) {}

    private final Map<String, Variable> variables;
    private final List<Term> terms;
    private final int cases;

    private Design(Map<String, Variable> variables, List<Term> terms, int cases) {
        this.variables = variables;
        this.terms = List.copyOf(terms);
        this.cases = cases;
    }

    /** Starts with an intercept. @param cases how many each variable has */
    public static Design of(int cases) {
        return new Design(Map.of(), List.of(new Term("(Intercept)", List.of())), cases);
    }

    public static Design withoutIntercept(int cases) {
        return new Design(Map.of(), List.of(), cases);
    }

    /** Adds a measure. @param values NaN where missing, otherwise finite */
    public Design numeric(String name, double[] values) {
        for (int i = 0; i < values.length; i++)
            if (!Double.isNaN(values[i]) && !(Math.abs(values[i]) <= 1e120))
                throw new Unusable(
                        Unusable.Reason.NOT_FINITE,
                        "%s is %s for case %d; a predictor must be a number below 1e120 in size."
                                .formatted(name, values[i], i + 1));
        return with(new Variable.Numeric(name, values.clone()));
    }

    /** Adds a factor with its levels in order of text. @param values null where missing */
    public Design factor(String name, @Nullable String[] values) {
        return with(Variable.Factor.of(name, values, null));
    }

    /** Adds a factor compared with a level of choice. */
    public Design factor(String name, @Nullable String[] values, String reference) {
        Variable.Factor factor = Variable.Factor.of(name, values, reference);
        if (!factor.levels().contains(reference))
            throw new Unusable(
                    Unusable.Reason.MISMATCH,
                    "%s has no case with the reference level %s; it has %s."
                            .formatted(name, reference, factor.levels()));
        return with(factor);
    }

    /** Adds the interaction of variables that are in the design. */
    public Design interaction(String... names) {
        for (String name : names)
            if (!variables.containsKey(name))
                throw new Unusable(
                        Unusable.Reason.MISMATCH,
                        name + " is not in the design, so it cannot interact; add it first.");
        List<Term> more = new ArrayList<>(terms);
        more.add(new Term(String.join(":", names), List.of(names)));
        return new Design(variables, more, cases);
    }

    private Design with(Variable variable) {
        Unusable.sameLength(variable.name(), variable.cases(), "the design", cases);
        Map<String, Variable> more = new LinkedHashMap<>(variables);
        if (more.put(variable.name(), variable) != null)
            throw new Unusable(
                    Unusable.Reason.DUPLICATE, variable.name() + " is in the design twice.");
        List<Term> longer = new ArrayList<>(terms);
        longer.add(new Term(variable.name(), List.of(variable.name())));
        return new Design(more, longer, cases);
    }

    public int cases() {
        return cases;
    }

    public List<Term> terms() {
        return terms;
    }

    /** Levels of a factor, the reference first. */
    public List<String> levels(String factor) {
        if (variables.get(factor) instanceof Variable.Factor f) return f.levels();
        throw new Unusable(Unusable.Reason.MISMATCH, factor + " is not a factor of this design.");
    }

    public Design pick(int[] rows) {
        Map<String, Variable> some = new LinkedHashMap<>();
        variables.forEach((name, v) -> some.put(name, v.pick(rows)));
        return new Design(some, terms, rows.length);
    }

    /**
     * Leaves out cases that miss a predictor or one of the other measures (outcome, weights).
     *
     * @param others by name, NaN where missing, otherwise finite
     * @throws Unusable when a factor has one level left
     */
    public Complete complete(Map<String, double[]> others) {
        others.forEach(
                (name, values) -> Unusable.sameLength(name, values.length, "the design", cases));
        // For each case the first that it misses.
        String[] first = new String[cases];
        others.forEach((name, values) -> missing(name, values, first));
        for (Variable v : variables.values())
            for (int i = 0; i < cases; i++)
                if (first[i] == null && v.missing(i)) first[i] = v.name();
        Map<String, Integer> missing = new LinkedHashMap<>();
        int[] rows = new int[cases];
        int kept = 0;
        for (int i = 0; i < cases; i++)
            if (first[i] == null) rows[kept++] = i;
            else missing.merge(first[i], 1, Integer::sum);
        Unusable.atLeast(1, kept, "complete cases");
        rows = Arrays.copyOf(rows, kept);
        Design design = kept == cases ? this : pick(rows);
        for (Variable v : design.variables.values())
            if (v instanceof Variable.Factor f && f.levels().size() < 2)
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "All complete cases have the same %s (%s); there is nothing to compare."
                                .formatted(f.name(), f.levels()));
        List<Dropped> dropped =
                missing.entrySet().stream()
                        .map(e -> new Dropped(e.getValue(), e.getKey() + " is missing"))
                        .toList();
        return new Complete(design, rows, dropped);
    }

    private static void missing(String name, double[] values, @Nullable String[] first) {
        for (int i = 0; i < values.length; i++)
            if (Double.isNaN(values[i])) first[i] = first[i] == null ? name : first[i];
            else if (!(Math.abs(values[i]) <= 1e120))
                throw new Unusable(
                        Unusable.Reason.NOT_FINITE,
                        "%s is %s for case %d.".formatted(name, values[i], i + 1));
    }

    /** Names of the columns, such as "(Intercept)", "pre", "groupoffered", "pre:groupoffered". */
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        for (Term term : terms) {
            List<String> some = List.of("");
            boolean first = true;
            for (String name : term.variables()) {
                List<String> longer = new ArrayList<>();
                for (String part : parts(variables.get(name)))
                    for (String before : some) longer.add(first ? part : before + ":" + part);
                some = longer;
                first = false;
            }
            if (term.variables().isEmpty()) names.add(term.name());
            else names.addAll(some);
        }
        return names;
    }

    private static List<String> parts(Variable variable) {
        if (!(variable instanceof Variable.Factor f)) return List.of(variable.name());
        return f.levels().stream().skip(1).map(level -> f.name() + level).toList();
    }

    /** For each column the place of its term. */
    public int[] termOfColumn() {
        List<Integer> places = new ArrayList<>();
        for (int t = 0; t < terms.size(); t++) {
            int width = 1;
            for (String name : terms.get(t).variables()) width *= parts(variables.get(name)).size();
            for (int i = 0; i < width; i++) places.add(t);
        }
        return places.stream().mapToInt(i -> i).toArray();
    }

    /** One row for each case; no predictor may be missing. */
    public Matrix matrix() {
        return matrix(false);
    }

    /** The same with factors coded to sum to 0. */
    public Matrix sumCoded() {
        return matrix(true);
    }

    private Matrix matrix(boolean sum) {
        List<double[]> columns = new ArrayList<>();
        for (Term term : terms) {
            if (term.variables().isEmpty()) {
                double[] ones = new double[cases];
                Arrays.fill(ones, 1);
                columns.add(ones);
                continue;
            }
            List<double[]> some = columns(variables.get(term.variables().getFirst()), sum);
            for (String name : term.variables().subList(1, term.variables().size()))
                some = products(some, columns(variables.get(name), sum));
            columns.addAll(some);
        }
        return Matrix.ofColumns(cases, columns);
    }

    private static List<double[]> products(List<double[]> some, List<double[]> parts) {
        List<double[]> products = new ArrayList<>();
        for (double[] part : parts)
            for (double[] before : some) {
                double[] product = new double[part.length];
                for (int i = 0; i < part.length; i++) product[i] = before[i] * part[i];
                products.add(product);
            }
        return products;
    }

    private List<double[]> columns(Variable variable, boolean sum) {
        return switch (variable) {
            case Variable.Numeric n -> List.of(n.values());
            case Variable.Factor f -> {
                List<double[]> columns = new ArrayList<>();
                for (int j = 1; j < f.levels().size(); j++) columns.add(new double[cases]);
                for (int i = 0; i < cases; i++) {
                    double[] row = coded(f, f.codes()[i], sum);
                    for (int j = 0; j < row.length; j++) columns.get(j)[i] = row[j];
                }
                yield columns;
            }
        };
    }

    private static double[] coded(Variable.Factor f, int code, boolean sum) {
        double[] part = new double[f.levels().size() - 1];
        if (sum && code == part.length) Arrays.fill(part, -1);
        else if (sum) part[code] = 1;
        else if (code > 0) part[code - 1] = 1;
        return part;
    }

    private double[] row(Map<String, double[]> parts) {
        double[] row = {};
        for (Term term : terms) {
            double[] some = {1};
            for (String name : term.variables()) {
                double[] part = parts.get(name);
                double[] longer = new double[some.length * part.length];
                for (int j = 0; j < part.length; j++)
                    for (int i = 0; i < some.length; i++)
                        longer[j * some.length + i] = some[i] * part[j];
                some = longer;
            }
            int from = row.length;
            row = Arrays.copyOf(row, from + some.length);
            System.arraycopy(some, 0, row, from, some.length);
        }
        return row;
    }

    /**
     * The row of a typical case at each level of a factor: measures at their mean, all levels of
     * the other factors weighed alike (the reference grid of Lenth 2016).
     */
    public Map<String, double[]> typicalRows(String factor) {
        Map<String, double[]> typical = new LinkedHashMap<>();
        for (int level = 0; level < levels(factor).size(); level++) {
            List<Map<String, double[]>> grid = List.of(Map.of());
            for (Variable v : variables.values()) {
                List<double[]> values = new ArrayList<>();
                if (v instanceof Variable.Numeric n) values.add(new double[] {n.mean()});
                else if (v instanceof Variable.Factor f)
                    for (int code = 0; code < f.levels().size(); code++)
                        if (!f.name().equals(factor) || code == level)
                            values.add(coded(f, code, false));
                List<Map<String, double[]>> larger = new ArrayList<>();
                for (Map<String, double[]> point : grid)
                    for (double[] value : values) {
                        Map<String, double[]> more = new LinkedHashMap<>(point);
                        more.put(v.name(), value);
                        larger.add(more);
                    }
                grid = larger;
            }
            double[] mean = null;
            for (Map<String, double[]> point : grid) {
                double[] row = row(point);
                if (mean == null) mean = new double[row.length];
                for (int i = 0; i < row.length; i++) mean[i] += row[i] / grid.size();
            }
            typical.put(levels(factor).get(level), mean);
        }
        return typical;
    }

    /**
     * For each term the hypotheses L, one row each, of its type III test: L times coefficients = 0.
     */
    public Map<String, Matrix> typeThreeHypotheses() {
        Matrix x = matrix();
        Matrix sum = sumCoded();
        Matrix change =
                skills.statistics.matrix.Cholesky.of(sum.crossProduct())
                        .orElseThrow(
                                () ->
                                        new Unusable(
                                                Unusable.Reason.COLLINEAR,
                                                "Some combination of levels has no case, so the terms cannot be told apart."))
                        .solve(sum.transpose().times(x));
        int[] termOf = termOfColumn();
        Map<String, Matrix> hypotheses = new LinkedHashMap<>();
        for (int t = 0; t < terms.size(); t++) {
            int place = t;
            int[] rows =
                    java.util.stream.IntStream.range(0, termOf.length)
                            .filter(c -> termOf[c] == place)
                            .toArray();
            hypotheses.put(terms.get(t).name(), change.pickRows(rows));
        }
        return hypotheses;
    }
}
