package skills.statistics.reference;

/**
 * One value of the data that is changed to see whether the result follows: a cell of a data file
 * (row counted from 0 below the header) or a value that the case gives inline.
 *
 * @param place name of the file, or of the inline value
 * @param row of the file; the index within an inline list
 * @param column of the file, empty for an inline value
 */
public record Change(String place, int row, String column, String value) {

    public static Change cell(String file, int row, String column, Object value) {
        return new Change(file, row, column, String.valueOf(value));
    }

    /** See {@link Given#value} and {@link Given#values}. */
    public static Change inline(String name, int index, double value) {
        return new Change(name, index, "", String.valueOf(value));
    }
}
