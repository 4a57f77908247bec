/** Before the data: how small an effect a study can see, and how many persons that takes. */
package skills.statistics.power;
