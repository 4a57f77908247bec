package skills.matching;

import org.jspecify.annotations.Nullable;
import skills.profile.Level;
import skills.taxonomy.SkillId;

/**
 * A skill as its owner claims it.
 *
 * @param level null when nobody asked; {@link Level#NOT_YET} is an answer too
 * @param months since it was said or last used
 */
record HeldSkill(SkillId skill, @Nullable Level level, Proof proof, int months) {

    HeldSkill {
        if (months < 0) throw new IllegalArgumentException("months " + months);
    }

    /** A skill that somebody says to have just now. */
    static HeldSkill said(SkillId skill) {
        return new HeldSkill(skill, null, Proof.SAID, 0);
    }

    HeldSkill at(Level raised) {
        return new HeldSkill(skill, raised, proof, months);
    }

    HeldSkill with(Proof better) {
        return new HeldSkill(skill, level, better, months);
    }

    boolean has() {
        return level != Level.NOT_YET;
    }

    /** What it counts where it is asked, from 0 to 1. */
    double credit() {
        FitWeight of =
                switch (level) {
                    case NOT_YET -> null;
                    case WITH_HELP -> FitWeight.WITH_HELP;
                    case ALONE -> FitWeight.ALONE;
                    case WHEN_HARD -> FitWeight.WHEN_HARD;
                    case TEACHES -> FitWeight.TEACHES;
                    case null -> FitWeight.LEVEL_UNKNOWN;
                };
        return of == null ? 0 : of.value() * Freshness.of(months);
    }

    /** Width of the band of that credit; an answer that it is missing is not doubted. */
    double doubt() {
        if (!has()) return 0;
        return proof.doubt() + (level == null ? FitWeight.NO_LEVEL.value() : 0);
    }
}
