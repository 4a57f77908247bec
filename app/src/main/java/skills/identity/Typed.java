package skills.identity;

/** What somebody typed, made fit to be shown again or stored. */
final class Typed {

    private Typed() {}

    static String short60(String typed) {
        return cut(typed, 60);
    }

    static String short254(String typed) {
        return cut(typed, 254);
    }

    /**
     * Without control characters and odd blanks; text direction marks are harmless inside dir=auto.
     */
    static String line(String typed) {
        return typed.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").replaceAll("\\s+", " ").strip();
    }

    private static String cut(String typed, int length) {
        int end =
                typed.offsetByCodePoints(
                        0, Math.min(length, typed.codePointCount(0, typed.length())));
        return typed.substring(0, end);
    }
}
