/** From variables to the columns of a model: factors, interactions, complete cases. */
package skills.statistics.design;
