package skills.assessment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All scores of one going through.
 *
 * @param scales in the order of the instrument
 * @param consistency how well choices agree with one another, 0 (as good as chance) to 1; null
 *     where the method has no such check or too little was answered
 */
public record Scores(List<ScaleScore> scales, @Nullable Double consistency) {

    public Optional<ScaleScore> of(String scale) {
        return scales.stream().filter(s -> s.scale().equals(scale)).findFirst();
    }

    public boolean anyKnown() {
        return scales.stream().anyMatch(ScaleScore::isKnown);
    }
}
