package skills.taxonomy;

import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * A kind of job.
 *
 * @param name our own plain title where there is one, else the cleaned name of ESCO
 * @param isco four digits of ISCO-08
 * @param regulated in ESCO: a licence or diploma is needed by law somewhere in the Union
 */
public record Occupation(
        OccupationId id,
        String uri,
        LocalizedText name,
        @Nullable String descriptionNl,
        @Nullable String descriptionEn,
        String isco,
        boolean regulated) {}
