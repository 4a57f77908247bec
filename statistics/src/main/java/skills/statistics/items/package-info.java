/** Answers of persons to items: keyed, complete, counted. */
package skills.statistics.items;
