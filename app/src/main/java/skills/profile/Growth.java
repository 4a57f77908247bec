package skills.profile;

import java.util.List;
import java.util.Optional;

/** A level that rose. */
final class Growth {

    private Growth() {}

    /**
     * The claim from which the current one rose: the last different level before it, when that was
     * lower. An answer changed within one sitting is a correction, not growth.
     *
     * @param history what was said of the same skill, the oldest first
     */
    static Optional<SkillClaim> before(SkillClaim current, List<SkillClaim> history) {
        if (current.level() == null) return Optional.empty();
        return history.stream()
                .filter(c -> c.level() != null && c.at().isBefore(current.at()))
                .filter(
                        c ->
                                !(c.source() == current.source()
                                        && c.sourceRef().equals(current.sourceRef())))
                .filter(c -> c.level() != current.level())
                .reduce((first, second) -> second)
                .filter(c -> c.level().number() < current.level().number());
    }
}
