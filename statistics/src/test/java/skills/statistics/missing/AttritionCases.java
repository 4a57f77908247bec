package skills.statistics.missing;

import static skills.statistics.reference.Study.where;

import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

/** Who left, and the bounds that follow; the study's flow and its scales. */
public final class AttritionCases implements CaseSet {
    @Override
    public void register(Cases cases) {
        cases.covers(
                "attrition.wwc",
                Tolerance.relative(1e-12),
                Change.inline("left", 0, 31),
                (given, found) -> {
                    double[] left = given.values("left", 30, 41);
                    Attrition a = Attrition.of((int) left[0], 89, (int) left[1], 54);
                    found.number("/overall", a.overall());
                    found.number("/offered", a.offered());
                    found.number("/control", a.control());
                    found.number("/differential", a.differential());
                });
        cases.covers(
                "lee.study",
                Tolerance.relative(1e-10),
                Change.cell(Study.PEOPLE, 55, "offered", 0),
                (given, found) -> {
                    Study study = new Study(given);
                    double[] offered = study.number("offered");
                    for (String scale : Study.SCALES.keySet()) {
                        double[] post = study.score(scale, 3);
                        LeeBounds lee =
                                LeeBounds.of(
                                        where(post, i -> offered[i] == 1),
                                        where(post, i -> offered[i] == 0));
                        String at = "/" + scale;
                        found.number(at + "/respond_offered", lee.respondOffered());
                        found.number(at + "/respond_control", lee.respondControl());
                        found.number(at + "/trim_share", lee.trimmed());
                        found.number(at + "/naive", lee.naive());
                        found.number(at + "/lower", lee.lower());
                        found.number(at + "/upper", lee.upper());
                        found.number(at + "/width", lee.width());
                    }
                });
        cases.covers(
                "study.flow",
                Tolerance.exact(),
                Change.cell(Study.PEOPLE, 55, "offered", 0),
                (given, found) -> {
                    Study study = new Study(given);
                    double[] offered = study.number("offered");
                    double[] user = study.number("user");
                    int n = offered.length;
                    found.number("/enrolled", n);
                    found.number("/control", where(offered, i -> offered[i] == 0).length);
                    found.number("/offered", where(offered, i -> offered[i] == 1).length);
                    found.number(
                            "/offered_used",
                            where(offered, i -> offered[i] == 1 && user[i] == 1).length);
                    for (int wave = 1; wave <= 3; wave++) {
                        int w = wave;
                        found.number("/t" + wave, where(user, i -> study.answered(i, w)).length);
                        for (int arm = 0; arm < 2; arm++) {
                            int a = arm;
                            found.number(
                                    "/by_offered_wave/"
                                            + (arm == 0 ? "control/" : "offered/")
                                            + (wave - 1),
                                    where(user, i -> study.answered(i, w) && offered[i] == a)
                                            .length);
                        }
                    }
                    found.number("/t1_and_t3", where(user, i -> both(study, i)).length);
                    found.number(
                            "/users_t1_t3",
                            where(user, i -> both(study, i) && user[i] == 1).length);
                    found.number(
                            "/nonusers_t1_t3",
                            where(user, i -> both(study, i) && user[i] == 0).length);
                    found.number(
                            "/all_three",
                            where(user, i -> both(study, i) && study.answered(i, 2)).length);
                    found.number(
                            "/t3_without_t1",
                            where(user, i -> study.answered(i, 3) && !study.answered(i, 1)).length);
                });
        cases.covers(
                "study.spec",
                Tolerance.exact(),
                Change.cell(Study.ANSWERS, 0, "selfinsight_1", 1),
                (given, found) -> {
                    Study study = new Study(given);
                    for (var scale : Study.SCALES.entrySet()) {
                        String at = "/" + scale.getKey();
                        int[] spec = scale.getValue();
                        long items =
                                study.answers().columns().stream()
                                        .filter(c -> c.startsWith(scale.getKey() + "_"))
                                        .count();
                        found.number(at + "/k", items);
                        for (int r = 1; r < spec.length; r++)
                            found.number(at + "/reversed/" + (r - 1), spec[r]);
                        found.behaves(
                                scale.getKey()
                                        + ": keyed items go together, so the reversed ones are these",
                                itemsGoTogether(study, scale.getKey()));
                        found.leftOut(
                                at + "/simulated_effect_latent_units",
                                "what the simulation put in");
                        found.also(
                                "sum of scores " + scale.getKey(),
                                sum(study.score(scale.getKey(), 1)));
                    }
                });
    }

    private static boolean both(Study study, int person) {
        return study.answered(person, 1) && study.answered(person, 3);
    }

    private static double sum(double[] scores) {
        double sum = 0;
        for (double s : scores) if (!Double.isNaN(s)) sum += s;
        return sum;
    }

    private static boolean itemsGoTogether(Study study, String scale) {
        Table answers = study.answers();
        int k = Study.SCALES.get(scale)[0];
        for (int a = 0; a < k; a++)
            for (int b = 0; b < a; b++) {
                double[] x = new double[answers.size()];
                double[] y = new double[answers.size()];
                for (int i = 0; i < x.length; i++) {
                    double[] items = study.items(scale, answers.row(i));
                    x[i] = items[a];
                    y[i] = items[b];
                }
                if (skills.statistics.inference.Correlation.of(x, y, .95).r() <= 0) return false;
            }
        return true;
    }
}
