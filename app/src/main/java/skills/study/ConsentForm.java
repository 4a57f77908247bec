package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.platform.Words;

/** What participants are asked, purpose by purpose. */
@Component
class ConsentForm implements StepForm {

    /** Purposes that the room knows what to do with. */
    static final List<String> PURPOSES = List.of(Readiness.ANSWERS, "use", "contact", "voucher");

    /** Articles of the GDPR. */
    static final List<String> GROUNDS = List.of("6(1)(a)", "6(1)(e)", "6(1)(f)");

    enum Needed {
        YES,
        NO
    }

    @Override
    public PlanStep step() {
        return PlanStep.CONSENTS;
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public int most() {
        return PURPOSES.size();
    }

    @Override
    public List<String> lines(Plan plan, Words words) {
        return plan.consents().stream()
                .map(
                        c ->
                                words.t(
                                        c.required()
                                                ? "plan.consent.line.YES"
                                                : "plan.consent.line.NO",
                                        purpose(c.purpose(), words),
                                        ground(c.ground(), words)))
                .toList();
    }

    static String purpose(String purpose, Words words) {
        return PURPOSES.contains(purpose) ? words.t("plan.consent.purpose." + purpose) : purpose;
    }

    static String ground(String ground, Words words) {
        int at = GROUNDS.indexOf(ground);
        return at < 0 ? ground : words.t("plan.consent.ground." + at);
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        ConsentText consent =
                item < plan.consents().size()
                        ? plan.consents().get(item)
                        : new ConsentText("", new Text("", ""), GROUNDS.getFirst(), false);
        return List.of(
                Ask.one(
                        words,
                        "plan.consent.purpose",
                        "purpose",
                        consent.purpose(),
                        PURPOSES.stream().map(p -> new Ask.Option(p, purpose(p, words))).toList()),
                Ask.text(words, "plan.consent.text.nl", "text.nl", consent.text().nl()),
                Ask.text(words, "plan.consent.text.en", "text.en", consent.text().en()),
                Ask.one(
                        words,
                        "plan.consent.ground",
                        "ground",
                        consent.ground(),
                        GROUNDS.stream().map(g -> new Ask.Option(g, ground(g, words))).toList()),
                Ask.one(
                        words,
                        "plan.consent.required",
                        "required",
                        (consent.required() ? Needed.YES : Needed.NO).name(),
                        Needed.values()));
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        String purpose = typed.one("purpose", PURPOSES);
        for (int i = 0; i < plan.consents().size(); i++)
            if (i != item && plan.consents().get(i).purpose().equals(purpose))
                typed.faults().add("purpose", "plan.fault.consents.twice");
        ConsentText consent =
                new ConsentText(
                        purpose,
                        typed.texts("text"),
                        typed.one("ground", GROUNDS),
                        typed.one("required", Needed.class, Needed.NO) == Needed.YES);
        return PlanParts.of(plan).consents(StepForm.put(plan.consents(), item, consent)).plan();
    }

    @Override
    public Plan without(Plan plan, int item) {
        return PlanParts.of(plan).consents(StepForm.take(plan.consents(), item)).plan();
    }
}
