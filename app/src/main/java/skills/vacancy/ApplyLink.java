package skills.vacancy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to where one applies. It is only ever followed by the person's own tap, and nothing about
 * her goes along.
 *
 * @param source where the vacancy was found
 * @param host the site it leads to, to be read before going there; names in other scripts as they
 *     travel ("xn--…"), so that none can pass for another
 * @param href http or https
 */
public record ApplyLink(String source, String host, String href) {

    /** Empty for anything but a web address: no script, no file, no name hidden before an @. */
    static Optional<ApplyLink> of(String source, @Nullable String url) {
        if (url == null) return Optional.empty();
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null || host == null || uri.getUserInfo() != null)
                return Optional.empty();
            if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http"))
                return Optional.empty();
            String shown = host.toLowerCase(Locale.ROOT);
            return Optional.of(
                    new ApplyLink(
                            source,
                            shown.startsWith("www.") ? shown.substring(4) : shown,
                            uri.toASCIIString()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
