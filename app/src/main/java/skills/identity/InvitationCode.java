package skills.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What stands on the board: three letters that say which class, a dash, four to tell codes apart,
 * like LVD-4F7K. No character looks like another one (no 0 O 1 I 5 S 8 B Z) and no vowels, so that
 * no code is a word.
 */
public record InvitationCode(String value) {

    private static final String LETTERS = "CDFGHJKLMNPQRTVWX";
    private static final String ALL = LETTERS + "234679";
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** Reads what somebody typed: lower case, spaces and another dash or none are fine. */
    public static Optional<InvitationCode> read(String typed) {
        if (typed.length() > 40) return Optional.empty();
        String bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}._]", "");
        if (bare.length() != 7 || !bare.chars().allMatch(c -> ALL.indexOf(c) >= 0))
            return Optional.empty();
        return Optional.of(new InvitationCode(bare.substring(0, 3) + "-" + bare.substring(3)));
    }

    /** A new code that starts with the first fitting letters of the group's name. */
    static InvitationCode fresh(String groupName) {
        var start = new StringBuilder();
        for (char c : groupName.toUpperCase(Locale.ROOT).toCharArray())
            if (start.length() < 3 && LETTERS.indexOf(c) >= 0) start.append(c);
        while (start.length() < 3) start.append(any(LETTERS));
        start.append('-');
        for (int i = 0; i < 4; i++) start.append(any(ALL));
        return new InvitationCode(start.toString());
    }

    private static char any(String alphabet) {
        return alphabet.charAt(RANDOM.nextInt(alphabet.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
