package skills.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.platform.Rosette;

/**
 * The holder's own passport.
 *
 * @param groups the skills by strength, the strongest first; empty groups are left out
 * @param removed what was just taken away and can be put back
 */
record OverviewView(
        Profile profile,
        boolean demo,
        Rosette rosette,
        List<Group> groups,
        @Nullable Removed removed) {

    /**
     * @param level null: said without a level
     */
    record Group(@Nullable Level level, List<Row> skills) {}

    /**
     * @param grownFrom the lower level that was said before, and when; null when it did not rise
     */
    record Row(LocalizedText name, Instant at, @Nullable Before grownFrom) {}

    record Before(Level level, Instant at) {}

    record Removed(String title, String putBack) {}

    /** Skills that the person says to have. */
    int count() {
        return groups.stream()
                .filter(g -> g.level() != Level.NOT_YET)
                .mapToInt(g -> g.skills().size())
                .sum();
    }

    boolean hasLevels() {
        return groups.stream().anyMatch(g -> g.level() != null);
    }
}
