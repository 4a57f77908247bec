package skills.evaluation.allocation;

/**
 * One line of the list.
 *
 * @param stratum see {@link Stratum#name}
 * @param position within the stratum, from 1
 * @param block number of the permuted block or of the pair within the stratum, from 1
 * @param school of the class; empty where persons are allocated, and with one school
 * @param unit name of the class; empty where persons are allocated: they take the positions in the
 *     order in which they come
 * @param alone whether this class was left without a partner among the pairs
 */
public record Slot(
        String stratum,
        int position,
        int block,
        String school,
        String unit,
        String arm,
        boolean alone) {

    String line() {
        return String.join(
                "\t",
                stratum,
                Integer.toString(position),
                Integer.toString(block),
                Stratum.plain(school),
                Stratum.plain(unit),
                arm,
                alone ? "alone" : "");
    }
}
