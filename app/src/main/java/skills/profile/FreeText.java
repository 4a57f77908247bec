package skills.profile;

/** What people type: cleaned, and measured in characters as they count them. */
final class FreeText {

    static final int NAME = 40;
    static final int LINE = 100;
    static final int SENTENCE = 200;
    static final int STORY = 1000;

    private FreeText() {}

    /** One line: control and direction signs become nothing, white space one space. */
    static String line(String typed) {
        return story(typed).replaceAll("\\s+", " ");
    }

    /** Several lines, without control and direction signs, at most one empty line in a row. */
    static String story(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    static boolean longer(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }
}
