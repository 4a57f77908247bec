package skills.matching;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person did before, as far as a fit reads it.
 *
 * @param entries what stands behind a claim that rests on an entry, by the entry's id
 */
record Background(List<Worked> work, List<Studied> studies, Map<String, Entry> entries) {

    /**
     * @param ago months since it ended; 0 when it goes on; null when not told
     */
    record Entry(Proof proof, @Nullable Integer ago) {}
}
