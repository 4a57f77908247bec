/** Small dense symmetric matrices, as arrays of rows. */
package skills.statistics.matrix;
