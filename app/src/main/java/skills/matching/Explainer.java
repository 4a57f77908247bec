package skills.matching;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.matching.Explanation.Verdict;
import skills.platform.Sentences;

/** Says a match in words: what counted, how much, what is missing, what would change it. */
@Component
class Explainer {

    private final Sentences sentences;

    Explainer(Sentences sentences) {
        this.sentences = sentences;
    }

    Explanation explain(Match match) {
        List<Explanation> details = new ArrayList<>();
        for (Hold hold : List.of(Hold.FULL, Hold.HALF, Hold.NONE))
            for (SkillFit fit : match.fits()) if (fit.hold() == hold) details.add(detail(fit));
        LocalizedText reason =
                match.half() == 0
                        ? sentences.of("why.have", match.full(), match.asked())
                        : sentences.of("why.have.half", match.full(), match.asked(), match.half());
        Verdict verdict = match.full() * 2 >= match.asked() ? Verdict.YES : Verdict.PART;
        return new Explanation(verdict, reason, sentences.of("why.all"), details);
    }

    private Explanation detail(SkillFit fit) {
        Verdict verdict =
                switch (fit.hold()) {
                    case FULL -> Verdict.YES;
                    case HALF -> Verdict.PART;
                    case NONE -> Verdict.NO;
                };
        LocalizedText weight =
                sentences.of(
                        "why.weight."
                                + (fit.essential() ? "double" : "single")
                                + (fit.hold() == Hold.HALF ? ".half" : ""));
        LocalizedText reason =
                fit.because() == null
                        ? fit.name()
                        : sentences.of("why.skill", fit.name(), fit.because());
        return new Explanation(verdict, reason, weight, List.of());
    }

    /**
     * What would change a match: the missing skill that counts most, and where that would bring
     * one.
     */
    LocalizedText change(Match match) {
        return match.missing().stream()
                .max(java.util.Comparator.comparingDouble(SkillFit::weight))
                .map(fit -> sentences.of("why.change", fit.name(), match.full() + 1, match.asked()))
                .orElseGet(() -> sentences.of("why.change.none"));
    }
}
