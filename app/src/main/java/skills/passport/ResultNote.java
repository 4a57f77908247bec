package skills.passport;

/** What a person writes above a result for one reader. */
final class ResultNote {

    /** In characters. */
    static final int LONGEST = 500;

    private ResultNote() {}

    /** Lines stay; control and direction signs go, which could make words read as others. */
    static String clean(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\n]]", "")
                .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
                .strip();
    }

    static boolean isTooLong(String note) {
        return note.codePointCount(0, note.length()) > LONGEST;
    }
}
