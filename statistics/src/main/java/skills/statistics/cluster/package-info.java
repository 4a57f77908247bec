/** When whole classes were given the offer: comparisons that count classes, not persons. */
package skills.statistics.cluster;
