package skills.matching;

/**
 * A value from 0 to 1 and between what it may lie, by what is known. Fewer facts give a wider band,
 * never a higher value.
 */
record Band(double lower, double value, double upper) {

    Band {
        if (!(lower >= -1e-9
                && lower <= value + 1e-9
                && value <= upper + 1e-9
                && upper <= 1 + 1e-9))
            throw new IllegalArgumentException(lower + " " + value + " " + upper);
    }

    /** A value with a doubt: the width of the band, of which more lies below a high value. */
    static Band of(double value, double doubt) {
        return new Band(value * (1 - doubt), value, value + (1 - value) * doubt);
    }

    double width() {
        return upper - lower;
    }
}
