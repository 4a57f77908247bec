package skills.matching;

/** How alike an occupation is to what somebody does already, in a word. */
public enum Likeness {
    /** Three quarters or more of the essential skills, by weight, are there. */
    VERY,
    /** Half or more. */
    LARGELY,
    /** A quarter or more. */
    A_LITTLE,
    /** Less. */
    OTHER;

    static Likeness of(double share) {
        if (share >= .75) return VERY;
        if (share >= .5) return LARGELY;
        return share >= .25 ? A_LITTLE : OTHER;
    }
}
