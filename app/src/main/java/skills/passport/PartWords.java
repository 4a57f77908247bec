package skills.passport;

import org.springframework.context.MessageSource;
import skills.kernel.Language;

/**
 * Names of what rooms keep, in plain words. A part or field that has none is shown under its own
 * name, so that an export is never refused; a test finds the part without words.
 */
record PartWords(MessageSource messages, Language language) {

    String title(String part) {
        return or("me.part." + part, spaced(part));
    }

    String text(String part) {
        return or("me.part." + part + ".text", "");
    }

    String field(String field) {
        return or("me.field." + field, spaced(field));
    }

    private String or(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, language.locale());
        return found == null ? otherwise : found;
    }

    /** "said_at" and "saidAt" become "said at". */
    private static String spaced(String name) {
        return name.replace('_', ' ')
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
