package skills.kernel;

/** One text in Dutch and English. A text that is missing in one language is shown in the other. */
public record LocalizedText(String nl, String en) {

    public LocalizedText {
        nl = nl.isBlank() ? en : nl;
        en = en.isBlank() ? nl : en;
    }

    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    public String in(Language language) {
        return language == Language.EN ? en : nl;
    }
}
