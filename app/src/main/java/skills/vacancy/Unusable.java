package skills.vacancy;

/** A row that cannot become a vacancy; the message is the reason in the report, as a sentence. */
final class Unusable extends Exception {

    Unusable(String reason) {
        super(reason, null, false, false);
    }
}
