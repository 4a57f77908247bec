package skills.evaluation.guide;

import skills.evaluation.analysis.AttritionFinding.Verdict;
import skills.evaluation.analysis.Evidence;
import skills.evaluation.analysis.Range;
import skills.evaluation.plan.Outcome;

/** Evidence with one thing changed. */
final class EvidenceWith {

    private boolean primary;
    private boolean byLot;
    private int classes;
    private double smallestP;
    private Verdict attrition;
    private Double estimate;
    private Range interval;
    private Double adjustedP;
    private Double equivalenceP;
    private boolean nothingMissing;
    private Range imputed;
    private Range lee;
    private boolean startedDifferent;
    private boolean modesDiffer;
    private double contaminated;
    private Double reliability;
    private Outcome.Expected expected;
    private final Evidence was;

    EvidenceWith(Evidence was) {
        this.was = was;
        primary = was.primary();
        byLot = was.byLot();
        classes = was.classes();
        smallestP = was.smallestPossibleP();
        attrition = was.attrition();
        estimate = was.estimate();
        interval = was.interval();
        adjustedP = was.adjustedP();
        equivalenceP = was.equivalenceP();
        nothingMissing = was.nothingMissing();
        imputed = was.imputed();
        lee = was.lee();
        startedDifferent = was.startedDifferent();
        modesDiffer = was.modesDiffer();
        contaminated = was.contaminated();
        reliability = was.reliability();
        expected = was.expected();
    }

    EvidenceWith primary(boolean to) {
        primary = to;
        return this;
    }

    EvidenceWith byLot(boolean to) {
        byLot = to;
        return this;
    }

    EvidenceWith classes(int number, double smallestPossibleP) {
        classes = number;
        smallestP = smallestPossibleP;
        return this;
    }

    /** With answers missing, filled in without turning the result. */
    EvidenceWith left(Verdict verdict, Range bounds) {
        attrition = verdict;
        nothingMissing = false;
        imputed = interval;
        lee = bounds;
        return this;
    }

    EvidenceWith effect(Range range, double p) {
        interval = range;
        adjustedP = p;
        return this;
    }

    EvidenceWith estimate(double to) {
        estimate = to;
        return this;
    }

    EvidenceWith ruledOut(double p) {
        equivalenceP = p;
        return this;
    }

    EvidenceWith startedDifferent() {
        startedDifferent = true;
        return this;
    }

    EvidenceWith modesDiffer() {
        modesDiffer = true;
        return this;
    }

    EvidenceWith contaminated(double share) {
        contaminated = share;
        return this;
    }

    EvidenceWith reliability(double to) {
        reliability = to;
        return this;
    }

    EvidenceWith expected(Outcome.Expected to) {
        expected = to;
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                primary,
                byLot,
                classes,
                smallestP,
                attrition,
                estimate,
                interval,
                adjustedP,
                equivalenceP,
                was.bound(),
                imputed,
                nothingMissing,
                lee,
                null,
                startedDifferent,
                modesDiffer,
                contaminated,
                reliability,
                was.better(),
                expected,
                was.alpha());
    }
}
