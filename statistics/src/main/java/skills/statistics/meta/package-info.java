/** Results of several studies, or of several schools, taken together. */
package skills.statistics.meta;
