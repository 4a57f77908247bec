package skills.evaluation.advice;

import java.util.List;

/**
 * Something that the researcher must know before the first enrolment.
 *
 * @param about id of a scale, or ids of waves with a comma between; else empty
 * @param numbers in the order that each kind names
 */
public record Warning(Kind kind, String about, List<Double> numbers) {

    public Warning {
        numbers = List.copyOf(numbers);
    }

    static Warning of(Kind kind, String about, double... numbers) {
        return new Warning(kind, about, java.util.Arrays.stream(numbers).boxed().toList());
    }

    /** From what can never be mended by more answers to what costs precision. */
    public enum Kind {
        /** Somebody chose who gets the offer: whatever comes out, it shows no cause. */
        NO_CAUSE,
        /** Fewer than three classes, or an arm without one: no test exists. Numbers: classes. */
        NO_TEST,
        /**
         * So few classes that no permutation can fall below the level. Numbers: smallest p, level,
         * classes.
         */
        SMALLEST_P,
        /**
         * The same for the level that is left to the first of several primary outcomes. Numbers:
         * smallest p, that level, classes.
         */
        SMALLEST_P_OF_SEVERAL,
        /** Fewer than ten classes: the class-level result comes first. Numbers: classes. */
        FEW_CLASSES,
        /**
         * However many persons there are in these classes, this effect would not be seen with 80%
         * power. Numbers: smallest effect of interest, smallest detectable with endless classes.
         */
        OUT_OF_REACH,
        /**
         * Power below 80% for the smallest effect of interest. Numbers: power, that effect, classes
         * (or persons) that 80% takes; the last is not there above 2,000 (1,000,000).
         */
        UNDERPOWERED,
        /** More than four primary outcomes. Numbers: how many. */
        TOO_MANY_PRIMARY,
        /** Persons of one class in different arms tell each other. Numbers: classes. */
        CONTAMINATION,
        /** Waves that are asked in different ways: mode and time cannot be told apart. */
        MODES_DIFFER,
        /** Fewer than three in four expected to answer first and last. Numbers: share. */
        RESPONSE_LOW,
        /**
         * Fewer than half of those who are offered it expected to use it. Numbers: share, smallest
         * detectable effect among users.
         */
        FEW_USERS,
        /**
         * Arms of different size. Numbers: share that is offered, how many times as many units as
         * with equal arms.
         */
        UNEQUAL_ARMS
    }
}
