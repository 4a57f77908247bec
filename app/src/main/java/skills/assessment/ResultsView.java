package skills.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.platform.Faults;
import skills.platform.Rosette;
import skills.platform.Words;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * What the page of a result shows, its PDF too.
 *
 * @param result the last one kept of what is shown; null when it was never completed
 * @param open questions that are open; of the new time when {@code again}
 * @param on where the next open question is; null when none is
 * @param again the questionnaire was completed and begun anew: the completed one is shown
 * @param before when the time before was, with what changed since; null when this is the first
 * @param missing where the questions of a scale are of which too little was answered
 * @param contested by scale, the note of what does not sound like the person
 * @param tips by scale, what one could do with it
 * @param seconds what one question takes
 */
record ResultsView(
        ScoreReport report,
        int answered,
        int asked,
        @Nullable Result result,
        int open,
        @Nullable String on,
        boolean again,
        MoreQuestions more,
        @Nullable Instant before,
        List<Change> changes,
        List<Result> history,
        Map<String, String> missing,
        Map<String, String> contested,
        Map<String, List<Tip>> tips,
        int seconds,
        Rosette rosette,
        Faults faults) {

    /**
     * @param skill null when the instrument names one that we do not have; likewise the occupation
     */
    record Tip(
            LocalizedText text,
            @Nullable SkillId skill,
            @Nullable LocalizedText skillName,
            @Nullable OccupationId occupation,
            @Nullable LocalizedText title) {}

    String name() {
        return report.instrument().id().name();
    }

    boolean isSoFar() {
        return on != null && !again;
    }

    boolean hasBands() {
        return report.findings().stream().anyMatch(f -> f.band() != null);
    }

    /** Whether this is the first finding of its place in an order. */
    boolean opensPlace(Finding finding) {
        return finding.place() != null
                && report.findings().stream()
                        .filter(f -> finding.place().equals(f.place()))
                        .findFirst()
                        .filter(finding::equals)
                        .isPresent();
    }

    /** An order within one person compares with nobody, which its own words say. */
    boolean saysNorm() {
        return report.hasNorm()
                || !report.ordered()
                || report.instrument().report().not().isEmpty();
    }

    /** A mean in words: the answer itself where there was one. */
    String mean(Words words, Finding finding) {
        List<LocalizedText> answers = report.instrument().answers();
        double mean = finding.score().estimate();
        if (finding.score().answered() == 1)
            return words.t("results.generic.answer", words.t(answers.get((int) mean)));
        return words.t(
                "results.generic.mean",
                words.decimal(mean, 1),
                words.t(answers.getFirst()),
                words.t(answers.getLast()));
    }

    /** For the top of the page where no finding leads. */
    String headKey() {
        if (report.findings().isEmpty()) return "results.head.none";
        if (!hasWords()) return "results.head.own";
        return report.ordered() ? "results.head.order" : "results.head.middle";
    }

    String leadKey() {
        if (report.findings().isEmpty()) return "results.lead.none";
        boolean leads = report.first().isPresent();
        if (report.ordered()) return leads ? "results.lead.order" : "results.lead.order.none";
        return leads || !hasWords() ? "results.lead" : "results.lead.middle";
    }

    private boolean hasWords() {
        return report.ordered() || report.findings().stream().anyMatch(f -> !f.head().isEmpty());
    }

    String openKey() {
        return (again ? "results.again." : "results.sofar.") + (open == 1 ? "one" : "many");
    }

    /** Answers that are still needed for the scale that has fewest. */
    int mostMissing() {
        return report.missing().stream().mapToInt(ScoreReport.Missing::more).max().orElse(0);
    }

    /** How it was worked out, and with which versions. */
    List<String> how(Words words) {
        Instrument instrument = report.instrument();
        String norms = instrument.norms().version();
        List<String> lines = new ArrayList<>();
        lines.add(
                words.t(
                        "results.how.versions",
                        words.t(instrument.title()),
                        instrument.id().version(),
                        instrument.scoring().version(),
                        norms == null ? words.t("results.how.nonorm") : norms));
        if (result != null && !isSoFar())
            lines.add(words.t("results.how.at", words.moment(result.at())));
        lines.add(
                words.t(
                        switch (instrument.scoring()) {
                            case Instrument.Scoring.GradedResponse g -> "results.how.graded";
                            case Instrument.Scoring.PlackettLuce p -> "results.how.luce";
                            case Instrument.Scoring.Mean m -> "results.how.mean";
                        }));
        if (report.isAssumed()) lines.add(words.t("results.how.assumed"));
        if (report.agreement() != null)
            lines.add(words.t("results.how.agree", Math.round(100 * report.agreement().share())));
        if (before != null) lines.add(words.t("results.how.change"));
        lines.add(words.t("results.how.cotan"));
        return lines;
    }

    /** The changes that are larger than the errors. */
    List<Change> shown() {
        return changes.stream().filter(Change::isShown).toList();
    }

    boolean isComparable() {
        return changes.stream().anyMatch(c -> c.verdict() != Change.Verdict.NOT_COMPARABLE);
    }

    ResultsView with(Faults found) {
        return new ResultsView(
                report, answered, asked, result, open, on, again, more, before, changes, history,
                missing, contested, tips, seconds, rosette, found);
    }
}
