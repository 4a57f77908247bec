package skills.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an import did, in rows of the files that were read.
 *
 * @param what name of the importer
 * @param read rows read: always added + changed + unchanged + rejected
 * @param more further facts, by name, in the order in which they are told; texts or whole numbers
 */
public record ImportReport(
        String what,
        int read,
        int added,
        int changed,
        int unchanged,
        int rejected,
        Map<String, ?> more) {

    public ImportReport {
        if (read != added + changed + unchanged + rejected)
            throw new IllegalArgumentException(
                    "rows do not add up: "
                            + read
                            + " read, "
                            + added
                            + " + "
                            + changed
                            + " + "
                            + unchanged
                            + " + "
                            + rejected);
        more = java.util.Collections.unmodifiableMap(new LinkedHashMap<String, Object>(more));
    }

    public static ImportReport of(
            String what, int added, int changed, int unchanged, int rejected, Map<String, ?> more) {
        return new ImportReport(
                what,
                added + changed + unchanged + rejected,
                added,
                changed,
                unchanged,
                rejected,
                more);
    }

    /** The same report with one more fact. */
    public ImportReport with(String name, Object value) {
        var all = new LinkedHashMap<String, Object>(more);
        all.put(name, value);
        return new ImportReport(what, read, added, changed, unchanged, rejected, all);
    }

    /** One line: what scripts read. */
    public String toJson() {
        var all = new LinkedHashMap<String, Object>();
        all.put("import", what);
        all.put("read", read);
        all.put("added", added);
        all.put("changed", changed);
        all.put("unchanged", unchanged);
        all.put("rejected", rejected);
        all.putAll(more);
        return new tools.jackson.databind.ObjectMapper().writeValueAsString(all);
    }
}
