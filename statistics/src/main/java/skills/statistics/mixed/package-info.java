/** Repeated measures and persons in groups: linear mixed models, MMRM, GEE. */
package skills.statistics.mixed;
