package skills.vacancy;

import skills.platform.Fetched;

/**
 * A feed that could not be read: nothing of it is taken over, all stays as it was. The sentence is
 * the message {@code feed.failed.<code>}.
 */
final class FeedFailed extends Exception {

    private final String code;
    private final String detail;

    FeedFailed(String code, String detail) {
        super(code + " " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    static FeedFailed of(Fetched.Failed failed) {
        String detail =
                failed.detail().isEmpty() || failed.detail().equals(failed.host())
                        ? failed.host()
                        : failed.host() + " (" + failed.detail() + ")";
        return new FeedFailed(failed.reason().name(), detail);
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
