package skills.platform;

/** Tells somebody who waits how far long work is. */
@FunctionalInterface
public interface Progress {

    void say(String line);

    /** Nobody waits. */
    static Progress silent() {
        return line -> {};
    }

    /** On the error stream, so that the output stream holds results only. */
    static Progress onStderr() {
        return line -> System.err.println(line);
    }
}
