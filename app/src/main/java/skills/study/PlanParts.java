package skills.study;

import java.util.List;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.AnalysisPlan;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Columns;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.UseDefinition;
import skills.evaluation.plan.Wave;

/** A plan with one part changed. */
final class PlanParts {

    private Text title;
    private Text question;
    private List<Arm> arms;
    private Allocation allocation;
    private List<Wave> waves;
    private List<Scale> scales;
    private List<Outcome> outcomes;
    private List<UseDefinition> uses;
    private List<ConsentText> consents;
    private Text withheld;
    private Text equalTask;
    private Text incentive;
    private String zone;
    private String name;
    private Text remark;
    private boolean simulated;
    private int retentionMonths;
    private Expectations expectations;
    private AnalysisPlan analysis;
    private Columns columns;

    private PlanParts(Plan p) {
        name = p.name();
        title = p.title();
        question = p.question();
        simulated = p.simulated();
        remark = p.remark();
        zone = p.zone();
        arms = p.arms();
        allocation = p.allocation();
        waves = p.waves();
        scales = p.scales();
        outcomes = p.outcomes();
        uses = p.uses();
        consents = p.consents();
        withheld = p.withheld();
        equalTask = p.equalTask();
        incentive = p.incentive();
        retentionMonths = p.retentionMonths();
        expectations = p.expectations();
        analysis = p.analysis();
        columns = p.columns();
    }

    static PlanParts of(Plan plan) {
        return new PlanParts(plan);
    }

    static Plan with(Plan plan, AnalysisPlan analysis) {
        return of(plan).analysis(analysis).plan();
    }

    Plan plan() {
        return new Plan(
                name,
                title,
                question,
                simulated,
                remark,
                zone,
                arms,
                allocation,
                waves,
                scales,
                outcomes,
                uses,
                consents,
                withheld,
                equalTask,
                incentive,
                retentionMonths,
                expectations,
                analysis,
                columns);
    }

    PlanParts named(String as) {
        name = as;
        simulated = false;
        remark = new Text("", "");
        columns = Columns.OWN;
        return this;
    }

    PlanParts question(Text newTitle, Text newQuestion) {
        title = newTitle;
        question = newQuestion;
        return this;
    }

    PlanParts arms(List<Arm> to) {
        arms = to;
        return this;
    }

    PlanParts allocation(Allocation to) {
        allocation = to;
        return this;
    }

    PlanParts waves(List<Wave> to) {
        waves = to;
        return this;
    }

    PlanParts outcomes(List<Scale> withScales, List<Outcome> to) {
        scales = withScales;
        outcomes = to;
        return this;
    }

    PlanParts uses(List<UseDefinition> to) {
        uses = to;
        return this;
    }

    PlanParts consents(List<ConsentText> to) {
        consents = to;
        return this;
    }

    PlanParts offer(Text howWithheld, Text task) {
        withheld = howWithheld;
        equalTask = task;
        return this;
    }

    PlanParts keeping(int months, String inZone, Text reward) {
        retentionMonths = months;
        zone = inZone;
        incentive = reward;
        return this;
    }

    PlanParts expectations(Expectations to) {
        expectations = to;
        return this;
    }

    PlanParts analysis(AnalysisPlan to) {
        analysis = to;
        return this;
    }
}
