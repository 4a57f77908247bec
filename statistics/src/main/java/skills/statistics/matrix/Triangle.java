package skills.statistics.matrix;

/** The lower triangle of a symmetric matrix, row by row in one array. */
public final class Triangle {
    private Triangle() {}

    /** Where the cell of a row and a column stands, whichever of the two is larger. */
    public static int place(int a, int b) {
        int high = Math.max(a, b);
        return high * (high + 1) / 2 + Math.min(a, b);
    }
}
