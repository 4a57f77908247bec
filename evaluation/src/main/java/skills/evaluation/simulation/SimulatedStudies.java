package skills.evaluation.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import skills.evaluation.allocation.AllocationList;
import skills.evaluation.allocation.Lot;
import skills.evaluation.allocation.Slot;
import skills.evaluation.allocation.Unit;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.statistics.Unusable;

/**
 * Whole studies drawn from what a plan expects: classes, the likeness within them, how firm scores
 * are from first to last wave, who uses what is offered, and who answers.
 *
 * <p>The effect is one of use: it moves the answers of who uses it by as much as makes the planned
 * effect of the offer, given the share of users. Only who is offered it can use it; who scores
 * higher at first uses it somewhat more, so that comparing users with others misleads. Who scores
 * higher at first, and who was offered it, answers the last wave somewhat more often. Scales do not
 * go together with one another.
 */
public final class SimulatedStudies {

    /** Change in the logit of using it for one standard deviation of the first score. */
    private static final double USE_BY_SCORE = .4;

    /** The same of answering the last wave; and half the difference between the arms. */
    private static final double STAY_BY_SCORE = .3;

    private static final double STAY_BY_ARM = .15;

    /** Share of items that are left out. */
    private static final double SKIPPED = .005;

    private final Plan plan;
    private final Map<String, AnswerModel> models;

    private SimulatedStudies(Plan plan, Map<String, AnswerModel> models) {
        this.plan = plan;
        this.models = Map.copyOf(models);
    }

    /**
     * @throws Unusable when scores of so few items cannot be as firm as the plan expects
     */
    public static SimulatedStudies of(Plan plan) {
        Map<String, AnswerModel> models = new HashMap<>();
        double icc = hasClasses(plan) ? plan.expectations().icc() : 0;
        for (Scale scale : plan.scales())
            models.put(scale.id(), AnswerModel.of(scale, plan.expectations().correlation(), icc));
        return new SimulatedStudies(plan, models);
    }

    private static boolean hasClasses(Plan plan) {
        return plan.expectations().classes() > 0;
    }

    /**
     * The true effect of the offer with the planned effect, in points of the scale: the smallest
     * effect of interest in the expected direction, upwards where either was expected; 0 for a
     * scale that is no outcome.
     */
    public double effectOfOffer(String scale) {
        return plan.outcomes().stream()
                .filter(o -> o.scale().equals(scale))
                .mapToDouble(
                        o ->
                                (o.expected() == Outcome.Expected.FALLS ? -1 : 1)
                                        * o.smallestOfInterest()
                                        * model(scale).sd())
                .findFirst()
                .orElse(0);
    }

    /** The true effect of use on who uses it. */
    public double effectOfUse(String scale) {
        return effectOfOffer(scale) / plan.expectations().users();
    }

    private AnswerModel model(String scale) {
        AnswerModel model = models.get(scale);
        if (model == null) throw new IllegalArgumentException("There is no scale " + scale + ".");
        return model;
    }

    /**
     * One study. The same seed gives the same study, and the same classes, persons and chance with
     * and without an effect.
     *
     * @param effective whether use has its effect
     * @throws skills.evaluation.plan.PlanFault when the plan has no lot
     */
    public StudyData draw(boolean effective, long seed) {
        return new Draw(this, effective, seed).study();
    }

    /** Everything that one study needs while it is drawn. */
    private static final class Draw {
        private final Plan plan;
        private final SimulatedStudies made;
        private final boolean effective;
        private final RandomGenerator random;
        private final AllocationList list;
        private final Map<String, Double> shifts = new HashMap<>();
        private final double useBase;
        private final double stayBase;
        private final double answersFirst;
        private final Map<String, Map<String, Map<String, Integer>>> answers =
                new LinkedHashMap<>();

        Draw(SimulatedStudies made, boolean effective, long seed) {
            this.made = made;
            this.plan = made.plan;
            this.effective = effective;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            this.list = Lot.draw(plan, units(plan), random.nextLong());
            for (Scale scale : plan.scales())
                shifts.put(scale.id(), made.model(scale.id()).shift(made.effectOfUse(scale.id())));
            double response = plan.expectations().response();
            this.answersFirst = Math.pow(response, .25);
            this.useBase = base(plan.expectations().users(), USE_BY_SCORE, 0);
            this.stayBase = base(response / answersFirst, STAY_BY_SCORE, STAY_BY_ARM);
            plan.waves().forEach(w -> answers.put(w.id(), new LinkedHashMap<>()));
        }

        StudyData study() {
            List<Participant> participants = new ArrayList<>();
            int number = 0;
            for (Unit unit : units(plan)) {
                Map<String, double[]> ofClass = new HashMap<>();
                for (Scale scale : plan.scales()) {
                    AnswerModel model = made.model(scale.id());
                    ofClass.put(scale.id(), pair(model.classVariance(), model.classCorrelation()));
                }
                for (int i = 0; i < unit.size(); i++) {
                    number++;
                    String arm =
                            plan.allocation().unit() == Allocation.Unit.CLASS
                                    ? list.armOf(unit.school(), unit.id()).orElseThrow()
                                    : person(number).arm();
                    participants.add(participant("p%05d".formatted(number), arm, unit, ofClass));
                }
            }
            return new StudyData(plan, participants, answers, true);
        }

        private Slot person(int number) {
            return list.at(skills.evaluation.allocation.Stratum.REST, number).orElseThrow();
        }

        private Participant participant(
                String id, String arm, Unit unit, Map<String, double[]> ofClass) {
            boolean offered = plan.arm(arm).offered();
            Map<String, double[]> behind = new HashMap<>();
            for (Scale scale : plan.scales()) {
                AnswerModel model = made.model(scale.id());
                double[] own = pair(model.personVariance(), model.personCorrelation());
                double[] of = ofClass.get(scale.id());
                behind.put(scale.id(), new double[] {own[0] + of[0], own[1] + of[1]});
            }
            String lead = plan.primary().getFirst().scale();
            Map<String, Integer> first = sheet(behind, 0, false);
            double z = z(first, lead);
            // Drawn for everybody, so that the chance that follows is the same.
            boolean use = offered & random.nextDouble() < logistic(useBase + USE_BY_SCORE * z);
            Map<String, Integer> last = sheet(behind, 1, use);
            boolean atFirst = random.nextDouble() < answersFirst;
            boolean atLast =
                    random.nextDouble()
                            < logistic(
                                    stayBase
                                            + STAY_BY_SCORE * z
                                            + (offered ? STAY_BY_ARM : -STAY_BY_ARM));
            for (var wave : plan.waves()) {
                boolean isFirst = wave.id().equals(plan.analysis().first());
                boolean isLast = wave.id().equals(plan.analysis().last());
                if (isFirst && atFirst) answers.get(wave.id()).put(id, first);
                if (isLast && atLast) answers.get(wave.id()).put(id, last);
                // Other waves: halfway, and half as well answered.
                if (!isFirst && !isLast) {
                    Map<String, Integer> between = sheet(behind, .5, use);
                    if (random.nextDouble() < plan.expectations().response() / 2)
                        answers.get(wave.id()).put(id, between);
                }
            }
            int sittings = use ? 1 + (int) (random.nextDouble() * 3) : 0;
            double minutes = use ? Math.round(5 * Math.exp(1 + random.nextGaussian() * .6)) : 0;
            return new Participant(
                    id,
                    arm,
                    hasClasses(plan) ? unit.id() : null,
                    unit.school().isEmpty() ? null : unit.school(),
                    random.nextBoolean() ? "f" : "m",
                    16. + (int) (random.nextDouble() * 5),
                    use,
                    sittings,
                    minutes,
                    true,
                    false);
        }

        /** Standard deviations that a sheet lies above the middle, of the items that were given. */
        private double z(Map<String, Integer> sheet, String scale) {
            Scale of = plan.scale(scale);
            double sum = 0;
            int given = 0;
            for (int k = 1; k <= of.items(); k++) {
                Integer answer = sheet.get(scale + "_" + k);
                if (answer == null) continue;
                sum += of.reversed().contains(k) ? of.lowest() + of.highest() - answer : answer;
                given++;
            }
            double middle = (of.lowest() + of.highest()) / 2.;
            return given == 0 ? 0 : (sum / given - middle) / made.model(scale).sd();
        }

        /**
         * @param when 0 for the first wave, 1 for the last, between them for others
         */
        private Map<String, Integer> sheet(Map<String, double[]> behind, double when, boolean use) {
            Map<String, Integer> sheet = new HashMap<>();
            for (Scale scale : plan.scales()) {
                AnswerModel model = made.model(scale.id());
                double[] of = behind.get(scale.id());
                double common = (1 - when) * of[0] + when * of[1];
                double shift = shifts.getOrDefault(scale.id(), 0.);
                if (use && effective) common += when * shift;
                double own = Math.sqrt(model.ownVariance());
                for (int k = 1; k <= scale.items(); k++) {
                    int keyed = model.answer(common + own * random.nextGaussian());
                    boolean turned = scale.reversed().contains(k);
                    boolean skipped = random.nextDouble() < SKIPPED;
                    if (!skipped)
                        sheet.put(
                                scale.id() + "_" + k,
                                turned ? scale.lowest() + scale.highest() - keyed : keyed);
                }
            }
            return sheet;
        }

        private double[] pair(double variance, double correlation) {
            double sd = Math.sqrt(variance);
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            return new double[] {
                sd * a, sd * (correlation * a + Math.sqrt(1 - correlation * correlation) * b)
            };
        }
    }

    /** As many persons in each class as can be; without classes everybody in one group. */
    private static List<Unit> units(Plan plan) {
        int classes = Math.max(1, plan.expectations().classes());
        int persons = plan.expectations().persons();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < classes; i++)
            units.add(
                    new Unit(
                            "class %03d".formatted(i + 1),
                            "",
                            Map.of(),
                            persons / classes + (i < persons % classes ? 1 : 0)));
        return units;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The logit from which a mean over standard normal scores and both arms has this share. */
    private static double base(double share, double byScore, double byArm) {
        if (share >= 1) return 50;
        return AnswerModel.solve(
                base -> {
                    double sum = 0;
                    double weights = 0;
                    for (double z = -6; z <= 6; z += .05) {
                        double weight = Math.exp(-z * z / 2);
                        weights += weight;
                        for (int arm = -1; arm <= 1; arm += 2)
                            sum += weight / 2 * logistic(base + byScore * z + arm * byArm);
                    }
                    return sum / weights;
                },
                share,
                -30,
                30);
    }
}
