package skills.taxonomy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** From the address of a concept to the id of its row. */
final class ConceptUri {

    private static final int UUID_LENGTH = 36;

    private ConceptUri() {}

    static UUID id(String uri) {
        int start = uri.length() - UUID_LENGTH;
        if (start > 0 && uri.charAt(start - 1) == '/') {
            try {
                return UUID.fromString(uri.substring(start));
            } catch (IllegalArgumentException e) {
                // not a uuid: made from the whole address below
            }
        }
        return UUID.nameUUIDFromBytes(uri.getBytes(StandardCharsets.UTF_8));
    }
}
