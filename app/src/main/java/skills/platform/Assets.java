package skills.platform;

import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of static files that change when the file changes, so that browsers may keep them. */
@Component
public class Assets {

    private final ResourceUrlProvider urls;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    String url(String file) {
        return known.computeIfAbsent(
                file,
                f -> {
                    String path = "/static/" + f;
                    String versioned = urls.getForLookupPath(path);
                    return versioned == null ? path : versioned;
                });
    }
}
