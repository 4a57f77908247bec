package skills.identity;

/**
 * "Look in your mail."
 *
 * @param staysHere no mail server is set: letters lie in the outbox of this machine
 * @param parent the letter went to a parent
 */
record SentView(String back, boolean staysHere, boolean parent) {}
