package skills.consent;

/** How many people a figure about a group needs, so that it tells nothing of one of them. */
public final class MinimumCellSize {

    /** Both the group and, where a part of it is named, the rest. */
    public static final int PEOPLE = 10;

    private MinimumCellSize() {}

    /** Whether a figure about so many people may be shown. */
    public static boolean allows(int people) {
        return people >= PEOPLE;
    }
}
