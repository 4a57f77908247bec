package skills.platform;

import java.net.URI;

/** What came of fetching an address. */
public sealed interface Fetched {

    /**
     * @param at where it was found, after redirects
     * @param type media type without parameters, in lower case; empty when the server named none
     * @param bytes the body, unpacked
     */
    record Body(URI at, String type, byte[] bytes) implements Fetched {}

    /**
     * @param host the server that it went wrong with
     * @param detail what was met: a status, a type, an address, a limit; may be empty
     */
    record Failed(Reason reason, String host, String detail) implements Fetched {}

    /** Why nothing came. Each has a sentence under the message {@code fetch.<name>}. */
    enum Reason {
        /** No web address, or one with a user name or a port that no web server uses. */
        ADDRESS,
        /** Neither http nor https, or from https to http. */
        SCHEME,
        /** Leads to a machine inside. */
        INNER,
        UNKNOWN_HOST,
        NO_CONNECTION,
        TOO_SLOW,
        TOO_LARGE,
        /** Small when packed, too large unpacked. */
        BOMB,
        STATUS,
        /** More than five, or in a circle. */
        REDIRECTS,
        TYPE,
        /** Broken off, or not what HTTP is. */
        BROKEN
    }
}
