package skills.study;

import java.util.UUID;

/**
 * Identifies one person's taking part in one study; unrelated to the account and to other studies.
 */
public record EnrolmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
