package skills.kernel;

import java.util.Locale;

/** A language that the product speaks. */
public enum Language {
    NL,
    EN;

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : NL;
    }

    public Locale locale() {
        return this == EN ? Locale.UK : Locale.of("nl", "NL");
    }

    /** The code of ISO 639-1, as in an HTML {@code lang} attribute. */
    public String code() {
        return this == EN ? "en" : "nl";
    }
}
