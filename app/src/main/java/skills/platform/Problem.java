package skills.platform;

import org.springframework.http.HttpStatus;

/**
 * Something that the person who asked can understand: it becomes a page with a title and a way on.
 * The words are the messages {@code problem.<key>.title} and {@code problem.<key>.text}.
 */
public class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String key;
    private final transient Object[] arguments;

    public Problem(HttpStatus status, String key, Object... arguments) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
    }

    /** The thing asked for is not there, or not for this person: which of the two is not said. */
    public static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "notfound");
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments;
    }
}
