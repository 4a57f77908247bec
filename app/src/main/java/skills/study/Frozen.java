package skills.study;

import java.time.Instant;

/**
 * What was fixed before the first enrolment.
 *
 * @param version of the plan that was frozen
 * @param planHash fingerprint of that version
 * @param seed whoever has it can draw the list again: shown to nobody while people can enrol
 * @param seedGiven whether somebody gave it; otherwise it was drawn by chance
 * @param listHash fingerprint of the list of assignments
 */
record Frozen(
        int version, String planHash, long seed, boolean seedGiven, String listHash, Instant at) {}
