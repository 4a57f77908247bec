package skills.assessment;

import java.util.UUID;

/** Identifies one result. */
public record ResultId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
