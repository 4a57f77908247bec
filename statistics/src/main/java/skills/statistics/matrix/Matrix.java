package skills.statistics.matrix;

import java.util.Arrays;
import java.util.List;

/** A dense matrix of doubles that does not change; row by row in one array. */
public final class Matrix {

    /** A value for each place. */
    @FunctionalInterface
    public interface Cell {
        double at(int row, int column);
    }

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    public static Matrix of(int rows, int columns, Cell cell) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) values[i * columns + j] = cell.at(i, j);
        return new Matrix(rows, columns, values);
    }

    /**
     * @param rows of one length; copied
     */
    public static Matrix of(double[][] rows) {
        return of(rows.length, rows.length == 0 ? 0 : rows[0].length, (i, j) -> rows[i][j]);
    }

    /**
     * @param columns each with so many rows; copied
     */
    public static Matrix ofColumns(int rows, List<double[]> columns) {
        int k = columns.size();
        double[] values = new double[rows * k];
        for (int j = 0; j < k; j++) {
            double[] column = columns.get(j);
            for (int i = 0, at = j; i < rows; i++, at += k) values[at] = column[i];
        }
        return new Matrix(rows, k, values);
    }

    public static Matrix identity(int size) {
        return of(size, size, (i, j) -> i == j ? 1 : 0);
    }

    public static Matrix diagonal(double... values) {
        return of(values.length, values.length, (i, j) -> i == j ? values[i] : 0);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double at(int row, int column) {
        return values[row * columns + column];
    }

    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    public double[] column(int column) {
        double[] copy = new double[rows];
        for (int i = 0, at = column; i < rows; i++, at += columns) copy[i] = values[at];
        return copy;
    }

    public double[] diagonal() {
        double[] copy = new double[Math.min(rows, columns)];
        for (int i = 0; i < copy.length; i++) copy[i] = at(i, i);
        return copy;
    }

    public Matrix transpose() {
        return of(columns, rows, (i, j) -> at(j, i));
    }

    public Matrix times(Matrix other) {
        if (columns != other.rows)
            throw new IllegalArgumentException(columns + " columns times " + other.rows + " rows");
        double[] product = new double[rows * other.columns];
        int width = other.columns;
        for (int i = 0; i < rows; i++)
            for (int k = 0; k < columns; k++) {
                double a = values[i * columns + k];
                if (a == 0) continue;
                for (int j = 0; j < width; j++)
                    product[i * width + j] += a * other.values[k * width + j];
            }
        return new Matrix(rows, width, product);
    }

    public double[] times(double[] vector) {
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) sum += values[i * columns + j] * vector[j];
            product[i] = sum;
        }
        return product;
    }

    /** This matrix, transposed, times the vector. */
    public double[] transposeTimes(double[] vector) {
        double[] product = new double[columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) product[j] += values[i * columns + j] * vector[i];
        return product;
    }

    public Matrix times(double factor) {
        return of(rows, columns, (i, j) -> at(i, j) * factor);
    }

    public Matrix plus(Matrix other) {
        return of(rows, columns, (i, j) -> at(i, j) + other.at(i, j));
    }

    public Matrix minus(Matrix other) {
        return of(rows, columns, (i, j) -> at(i, j) - other.at(i, j));
    }

    /** Sum over rows of weight times row' row; symmetric. */
    public Matrix crossProduct(double[] weights) {
        double[] product = new double[columns * columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) {
                double a = weights[i] * values[i * columns + j];
                if (a == 0) continue;
                for (int k = 0; k <= j; k++)
                    product[j * columns + k] += a * values[i * columns + k];
            }
        for (int j = 0; j < columns; j++)
            for (int k = 0; k < j; k++) product[k * columns + j] = product[j * columns + k];
        return new Matrix(columns, columns, product);
    }

    public Matrix crossProduct() {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return crossProduct(ones);
    }

    /** The given rows and columns, in the given order. */
    public Matrix pick(int[] someRows, int[] someColumns) {
        return of(someRows.length, someColumns.length, (i, j) -> at(someRows[i], someColumns[j]));
    }

    public Matrix pickRows(int[] some) {
        double[] picked = new double[some.length * columns];
        for (int i = 0; i < some.length; i++)
            System.arraycopy(values, some[i] * columns, picked, i * columns, columns);
        return new Matrix(some.length, columns, picked);
    }

    public double trace() {
        return Arrays.stream(diagonal()).sum();
    }

    /** a' M b. */
    public double quadratic(double[] a, double[] b) {
        return dot(a, times(b));
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) text.append(Arrays.toString(row(i))).append('\n');
        return text.toString();
    }
}
