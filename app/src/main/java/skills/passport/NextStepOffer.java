package skills.passport;

import java.util.Optional;
import skills.identity.Account;
import skills.platform.Words;

/**
 * A step that a room above this one has for a person, such as a wave of a study that is open. It
 * comes before the passport's own steps.
 */
public interface NextStepOffer {

    /**
     * @param key of the messages: key.title, key.lead, key.go and key.why
     * @param href where the step is
     * @param alone nothing else is offered now
     * @param arguments gives those of the messages, in one language
     */
    record Offer(String key, String href, boolean alone, Arguments arguments) {

        String say(Words words, String part) {
            return words.t(key + "." + part, arguments.in(words));
        }
    }

    /** What stands in the messages: dates and names in one language. */
    @FunctionalInterface
    interface Arguments {
        Object[] in(Words words);
    }

    Optional<Offer> of(Account account);
}
