/** Adaptive testing: which item next, when to stop; resumable at any answer. */
package skills.statistics.adaptive;
