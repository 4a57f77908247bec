/** Whether an item works differently in two groups of equal standing. */
package skills.statistics.dif;
