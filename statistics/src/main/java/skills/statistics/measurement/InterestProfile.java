package skills.statistics.measurement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import skills.statistics.Unusable;

/**
 * Interests on Holland's hexagon R, I, A, S, E, C: a person or an occupation. Holland (1997),
 * Making vocational choices; the two dimensions: Prediger (1982), doi:10.1016/0001-8791(82)90036-7.
 *
 * @param scores six finite numbers in the order R, I, A, S, E, C
 */
public record InterestProfile(List<Double> scores) {

    private static final String LETTERS = "RIASEC";
    private static final int[][] IACHAN = {{22, 10, 4}, {10, 5, 2}, {4, 2, 1}};

    /**
     * @throws Unusable when there are not six finite scores
     */
    public InterestProfile {
        scores = List.copyOf(scores);
        if (scores.size() != 6)
            throw new Unusable(
                    Unusable.Reason.MISMATCH,
                    "A profile has six scores (R, I, A, S, E, C), not " + scores.size() + ".");
        Unusable.finite("The profile", scores.stream().mapToDouble(v -> v).toArray());
    }

    public static InterestProfile of(double... scores) {
        return new InterestProfile(java.util.Arrays.stream(scores).boxed().toList());
    }

    /** The three highest letters; of equal ones the earlier in R, I, A, S, E, C. */
    public String code() {
        StringBuilder code = new StringBuilder();
        IntStream.range(0, 6)
                .boxed()
                .sorted((i, j) -> Double.compare(scores.get(j), scores.get(i)))
                .limit(3)
                .forEach(i -> code.append(LETTERS.charAt(i)));
        return code.toString();
    }

    /** Highest less lowest. */
    public double differentiation() {
        double[] x = values();
        java.util.Arrays.sort(x);
        return x[5] - x[0];
    }

    /** How near the first two letters lie: 2 neighbours, 1 one apart, 0 opposite. */
    public int consistency() {
        return 3 - distance(code().charAt(0), code().charAt(1));
    }

    /** To the right of the hexagon, R at 0 degrees and a letter every 60. */
    public double hexagonX() {
        return IntStream.range(0, 6)
                .mapToDouble(i -> scores.get(i) * Math.cos(Math.toRadians(60 * i)))
                .sum();
    }

    public double hexagonY() {
        return IntStream.range(0, 6)
                .mapToDouble(i -> scores.get(i) * Math.sin(Math.toRadians(60 * i)))
                .sum();
    }

    /** Length of the vector on the hexagon: how outspoken the direction is. */
    public double hexagonLength() {
        return Math.hypot(hexagonX(), hexagonY());
    }

    /** Direction from 0 to 360 degrees; absent when the length is not above 1e-9. */
    public OptionalDouble hexagonDegrees() {
        if (!(hexagonLength() > 1e-9)) return OptionalDouble.empty();
        double degrees = Math.toDegrees(Math.atan2(hexagonY(), hexagonX()));
        return OptionalDouble.of(degrees < 0 ? degrees + 360 : degrees);
    }

    /** Above 0: things; below: people. 2R + I + C - 2S - A - E. */
    public double thingsPeople() {
        double[] x = values();
        return 2 * x[0] + x[1] + x[5] - 2 * x[3] - x[2] - x[4];
    }

    /** Above 0: data; below: ideas. 1.73 (E + C - I - A). */
    public double dataIdeas() {
        double[] x = values();
        return 1.73 * (x[4] + x[5] - x[1] - x[2]);
    }

    /**
     * How far two profiles agree.
     *
     * @param c Brown and Gore (1994), doi:10.1006/jvbe.1994.1041: letters by place weighted 3, 2,
     *     1, each 3 less its distance on the hexagon; 0 to 18
     * @param m Iachan (1984), doi:10.1016/0001-8791(84)90013-7: 28 for the same code down to 0
     * @param r correlation of the six scores; absent for a flat profile: it has no direction
     * @param rho rank correlation; absent likewise
     * @param distance Euclidean, of the profiles at mean 0 and deviation 1; absent likewise
     */
    public record Agreement(
            int c, int m, OptionalDouble r, OptionalDouble rho, OptionalDouble distance) {}

    public Agreement with(InterestProfile other) {
        String own = code();
        String its = other.code();
        int c = 0;
        int m = 0;
        for (int i = 0; i < 3; i++) {
            c += (3 - i) * (3 - distance(own.charAt(i), its.charAt(i)));
            int j = its.indexOf(own.charAt(i));
            if (j >= 0) m += IACHAN[i][j];
        }
        double[] x = values();
        double[] y = other.values();
        return new Agreement(
                c,
                m,
                Profiles.correlation(x, y),
                Profiles.correlation(Profiles.ranks(x), Profiles.ranks(y)),
                distance(x, y));
    }

    private static OptionalDouble distance(double[] x, double[] y) {
        double[] a = Profiles.standardised(x);
        double[] b = Profiles.standardised(y);
        if (a.length == 0 || b.length == 0) return OptionalDouble.empty();
        double sum = 0;
        for (int i = 0; i < 6; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return OptionalDouble.of(Math.sqrt(sum));
    }

    private static int distance(char one, char other) {
        int d = Math.abs(LETTERS.indexOf(one) - LETTERS.indexOf(other));
        return Math.min(d, 6 - d);
    }

    private double[] values() {
        return scores.stream().mapToDouble(v -> v).toArray();
    }
}
