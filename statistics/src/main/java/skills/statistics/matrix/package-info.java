/** Dense matrices, as far as the methods need them. */
package skills.statistics.matrix;
