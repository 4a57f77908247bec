package skills.kernel;

import java.util.UUID;

/** Identifies one person's account, from the first tap as a guest until erasure. */
public record AccountId(UUID value) {

    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
