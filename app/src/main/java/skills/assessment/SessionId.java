package skills.assessment;

import java.util.UUID;

/** Identifies one going through a list of questions. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
