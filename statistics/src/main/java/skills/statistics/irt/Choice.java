package skills.statistics.irt;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import skills.statistics.Unusable;

/**
 * One question of a best-worst questionnaire: which of these is best and which is worst.
 *
 * @param alternatives what was shown: 2 to 8 different names
 * @param best the one that was chosen as best, if any was
 * @param worst the one that was chosen as worst, if any was
 */
public record Choice(List<String> alternatives, Optional<String> best, Optional<String> worst) {

    /**
     * @throws Unusable when there are fewer than 2 or more than 8 alternatives, one stands twice,
     *     best or worst is not among them or both are the same, or neither was chosen
     */
    public Choice {
        alternatives = List.copyOf(alternatives);
        if (alternatives.size() < 2 || alternatives.size() > 8)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "A choice is among 2 to 8 alternatives, not " + alternatives.size() + ".");
        if (new HashSet<>(alternatives).size() < alternatives.size())
            throw new Unusable(
                    Unusable.Reason.DUPLICATE,
                    "An alternative stands twice in " + alternatives + ".");
        if (best.isEmpty() && worst.isEmpty())
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "A choice names the best, the worst or both.");
        for (Optional<String> chosen : List.of(best, worst))
            if (chosen.isPresent() && !alternatives.contains(chosen.get()))
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        chosen.get() + " was not among " + alternatives + ".");
        if (best.isPresent() && best.equals(worst))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, best.get() + " is both best and worst.");
    }

    public static Choice of(List<String> alternatives, String best, String worst) {
        return new Choice(alternatives, Optional.of(best), Optional.of(worst));
    }

    public static Choice ofBest(List<String> alternatives, String best) {
        return new Choice(alternatives, Optional.of(best), Optional.empty());
    }

    public static Choice ofWorst(List<String> alternatives, String worst) {
        return new Choice(alternatives, Optional.empty(), Optional.of(worst));
    }
}
