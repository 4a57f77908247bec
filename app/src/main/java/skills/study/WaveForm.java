package skills.study;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.Wave;
import skills.platform.Words;

/** When is asked, how, and what. */
@Component
class WaveForm implements StepForm {

    private static final int MOST_CENTS = 100_000;

    private final StudyScales scales;

    WaveForm(StudyScales scales) {
        this.scales = scales;
    }

    @Override
    public PlanStep step() {
        return PlanStep.WAVES;
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public int most() {
        return 6;
    }

    @Override
    public List<String> lines(Plan plan, Words words) {
        return plan.waves().stream()
                .map(
                        w ->
                                words.t(
                                        "plan.wave.line",
                                        Said.of(w.name(), words),
                                        Said.moment(w.opens(), words),
                                        Said.moment(w.closes(), words),
                                        words.t("plan.wave.mode." + w.mode().name())))
                .toList();
    }

    @Override
    public List<Ask> asks(Plan plan, int item, Words words) {
        Wave wave = item < plan.waves().size() ? plan.waves().get(item) : next(plan);
        return List.of(
                Ask.line(words, "plan.wave.name", "name", Said.of(wave.name(), words)),
                Ask.line(words, "plan.wave.opens", "opens", Said.typed(wave.opens())),
                Ask.line(words, "plan.wave.closes", "closes", Said.typed(wave.closes())),
                Ask.one(words, "plan.wave.mode", "mode", wave.mode().name(), Wave.Mode.values()),
                Ask.many(
                        words,
                        "plan.wave.instruments",
                        "instruments",
                        wave.instruments(),
                        inOrder(wave).stream()
                                .map(name -> new Ask.Option(name, scales.title(name, words)))
                                .toList()),
                Ask.number(
                        words,
                        "plan.wave.voucher",
                        "voucher",
                        Said.decimal(wave.voucherCents() / 100.0, words)));
    }

    /** What is asked, in its order; then what could be asked as well. */
    private List<String> inOrder(Wave wave) {
        List<String> names = new ArrayList<>(wave.instruments());
        scales.names().stream().filter(n -> !names.contains(n)).forEach(names::add);
        return names;
    }

    /** A week, after the last one. */
    private static Wave next(Plan plan) {
        LocalDateTime from =
                plan.waves().isEmpty()
                        ? LocalDateTime.of(2027, 2, 1, 9, 0)
                        : plan.waves().getLast().closes().plusDays(14);
        List<String> used = plan.waves().stream().map(Wave::id).toList();
        int n = used.size() + 1;
        while (used.contains("T" + n)) n++;
        String id = "T" + n;
        return new Wave(
                id,
                new Text(id, id),
                from,
                from.plusDays(7),
                Wave.Mode.LESSON,
                plan.waves().isEmpty() ? List.of() : plan.waves().getFirst().instruments(),
                0);
    }

    @Override
    public Plan read(Plan plan, int item, Typed typed) {
        Wave before = item < plan.waves().size() ? plan.waves().get(item) : next(plan);
        String name = typed.line("name");
        LocalDateTime opens = typed.moment("opens", before.opens());
        LocalDateTime closes = typed.moment("closes", before.closes());
        List<String> instruments = typed.many("instruments", inOrder(before));
        double euros = typed.decimal("voucher", 0, MOST_CENTS / 100.0, 0);
        typed.faults()
                .addIf(!opens.isBefore(closes), "closes", "plan.fault.waves.order")
                .addIf(
                        item > 0 && opens.isBefore(plan.waves().get(item - 1).closes()),
                        "opens",
                        "plan.fault.waves.overlap")
                .addIf(
                        item + 1 < plan.waves().size()
                                && plan.waves().get(item + 1).opens().isBefore(closes),
                        "closes",
                        "plan.fault.waves.next")
                .addIf(instruments.isEmpty(), "instruments", "plan.fault.waves.none");
        Wave wave =
                new Wave(
                        before.id(),
                        new Text(name, name),
                        opens,
                        closes,
                        typed.one("mode", Wave.Mode.class, before.mode()),
                        instruments,
                        (int) Math.round(euros * 100));
        return PlanParts.of(plan).waves(StepForm.put(plan.waves(), item, wave)).plan();
    }

    @Override
    public Plan without(Plan plan, int item) {
        return PlanParts.of(plan).waves(StepForm.take(plan.waves(), item)).plan();
    }
}
