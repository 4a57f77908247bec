package skills.matching;

import java.util.List;

/**
 * How a person's skills fit what is asked. It orders what is shown to that person; it is never
 * shown as a number and never used to order persons.
 *
 * @param fits the skills asked, in the order of the source
 */
public record Match(List<SkillFit> fits) {

    /**
     * Weight without evidence that every list of skills gets: a job that asks two skills of which
     * one is held should not come before a job that asks ten of which seven are held.
     */
    private static final double CAUTION = 4;

    public Match {
        fits = List.copyOf(fits);
    }

    public int asked() {
        return fits.size();
    }

    public long full() {
        return fits.stream().filter(f -> f.hold() == Hold.FULL).count();
    }

    public long half() {
        return fits.stream().filter(f -> f.hold() == Hold.HALF).count();
    }

    /** Skills held, halves counted as halves. */
    double held() {
        return full() + half() * Hold.HALF.share();
    }

    public List<SkillFit> missing() {
        return fits.stream().filter(f -> f.hold() == Hold.NONE).toList();
    }

    public List<SkillFit> having() {
        return fits.stream().filter(f -> f.hold() != Hold.NONE).toList();
    }

    /** From 0 (nothing held) towards 1: held weight over asked weight plus {@link #CAUTION}. */
    double score() {
        double held = 0;
        double asked = CAUTION;
        for (SkillFit fit : fits) {
            held += fit.weight() * fit.hold().share();
            asked += fit.weight();
        }
        return held / asked;
    }
}
