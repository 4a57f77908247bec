package skills.evaluation.reference;

import java.util.List;

/** How far a number may lie from its reference, as the case states it in words. */
record Stated(double relative, double absolute) {

    private record Rule(String id, String path, Stated stated) {}

    private static final List<Rule> RULES =
            List.of(
                    rule("study.flow", ".*", 0, 0),
                    rule("study.rel.*", ".*", 1e-10, 0),
                    rule("study.lmm.*", "/(loglik|aic|bic)", 0, 2e-4),
                    rule("study.lmm.*", "/random/.*", 1e-4, 0),
                    // What follows from degrees of freedom that may differ by a hundredth.
                    rule("study.lmm.*", "/.*/(df_satterthwaite|den_df)", 1e-2, 0),
                    rule("study.lmm.*", "/.*/p", 1e-1, 0),
                    rule("study.lmm.*", "/.*/F", 4e-5, 0),
                    rule("study.lmm.*", "/.*/t", 2e-5, 0),
                    rule("study.lmm.*", ".*", 1e-5, 0),
                    rule("study.attrition.logit", "/.*profile", 1e-3, 0),
                    rule("study.attrition.logit", "/.*/p", 1e-5, 0),
                    rule("study.attrition.logit", ".*", 1e-6, 0),
                    // R finds the limits to within the fourth root of its precision only.
                    rule("study.attrition.crosstab", "/fisher/ci95/.*", 0, 1.3e-4),
                    rule("study.attrition.crosstab", "/fisher/or.*", 1e-4, 0),
                    rule("study.ipw.*", ".*", 1e-6, 0),
                    rule("study.little", "/p", 1e-2, 0),
                    rule("study.little", "/em_mean/.*", 0, 1e-5),
                    rule("study.little", "/em_cov/.*", 0, 1e-4),
                    rule("study.little", ".*", 1e-4, 0),
                    rule("inv.study.*", "/fit/.*/(chisq|logl)", 0, 1e-2),
                    rule("inv.study.*", ".*", 0, 1e-3),
                    rule("poly.study.*", "/wlsmv/fit/chisq.*", 1e-2, 0),
                    rule("poly.study.*", "/wlsmv/.*", 0, 1e-3),
                    rule("poly.study.*", ".*", 0, 1e-4),
                    rule("ps.study", "/smd/(entropy_att|overlap)/.*", 1e-6, 1e-7),
                    rule("ps.study", "/entropy_balance/.*moment", 0, 1e-7),
                    rule("ps.study", "/entropy_balance/.*", 1e-4, 0),
                    rule("ps.study", "/(effect|ess|max_weight)/.*entropy_att.*", 1e-4, 0),
                    rule("ps.study", ".*", 1e-6, 0),
                    rule("cace.study", ".*", 1e-6, 0),
                    rule("cluster5.study", ".*/lmm/(var_class|icc)", 1e-4, 1e-12),
                    rule("cluster5.study", ".*/lmm/.*", 1e-4, 0),
                    rule("cluster5.study", ".*/cr2/.*", 1e-6, 0),
                    rule("cluster5.study", ".*/class_mean_residual/.*", 1e-8, 1e-12),
                    rule("lee.study", ".*", 1e-10, 0),
                    rule("attrition.wwc", ".*", 1e-12, 0),
                    rule("dose_tost.*", ".*/bf10", 1e-5, 0),
                    rule("dose_tost.*", ".*", 1e-6, 0));

    static Stated of(String id, String path) {
        return RULES.stream()
                .filter(r -> id.matches(r.id) && path.matches(r.path))
                .findFirst()
                .map(Rule::stated)
                .orElse(new Stated(1e-8, 0));
    }

    private static Rule rule(String id, String path, double relative, double absolute) {
        return new Rule(id, path, new Stated(relative, absolute));
    }

    boolean allows(double reference, double ours) {
        // A reference of exactly 0 has no size; and the file prints 15 digits.
        double floor = Math.max(1e-14 * Math.abs(reference), reference == 0 ? 1e-12 : 0);
        return Math.abs(ours - reference)
                <= Math.max(relative * Math.abs(reference) + absolute, floor);
    }
}
