package skills.matching;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a page says of a fit: its band in words and the tree behind it. */
@Component
class FitPages {

    private final FitWords words;
    private final Explainer explainer;

    FitPages(FitWords words, Explainer explainer) {
        this.words = words;
        this.explainer = explainer;
    }

    /**
     * @param change what would change the skills most
     * @param onet something of O*NET was used, and is attributed
     */
    record Page(
            FitView view,
            List<Explanation> why,
            skills.kernel.LocalizedText change,
            boolean onet) {}

    /**
     * @param match the same work in words
     * @param fit what the fitter made of the work
     * @param personal what counts in the person's own view
     */
    Page of(Fitter fitter, FitWork work, Match match, Fit fit, PersonalFit personal) {
        List<FitChange> changes = FitChanges.of(fitter, work, fit);
        boolean known = work.facts.occupation() != null;
        return new Page(
                FitView.of(fit),
                explainer.explain(
                        match,
                        fit,
                        changes,
                        personal,
                        known,
                        work.facts.likeEsco(),
                        words.names(fit)),
                explainer.change(match, changes),
                !personal.components().isEmpty() || usesJobZone(fit));
    }

    private static boolean usesJobZone(Fit fit) {
        return fit.components().stream()
                .flatMap(c -> c.reasons().stream())
                .anyMatch(r -> r instanceof FitReason.OfStudy s && !s.told());
    }
}
