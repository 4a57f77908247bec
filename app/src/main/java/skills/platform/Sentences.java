package skills.platform;

import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.kernel.LocalizedText;

/**
 * Makes one sentence in every language at once, for what is stored or reasoned before a page asks.
 */
@Component
public class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param arguments texts and numbers; a {@link LocalizedText} appears in the sentence's
     *     language
     */
    public LocalizedText of(String key, Object... arguments) {
        return new LocalizedText(in(Language.NL, key, arguments), in(Language.EN, key, arguments));
    }

    private String in(Language language, String key, Object[] arguments) {
        Object[] spoken =
                Arrays.stream(arguments)
                        .map(a -> a instanceof LocalizedText text ? text.in(language) : a)
                        .toArray();
        return messages.getMessage(key, spoken, language.locale());
    }
}
