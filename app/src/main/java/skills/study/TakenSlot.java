package skills.study;

/**
 * One assignment that was handed out.
 *
 * @param stratum in the list, which is {@code ""} for whoever fits no stratum
 * @param position in the list of the stratum, from 1
 */
record TakenSlot(String stratum, int position, String arm) {}
