package skills.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Nothing travels from one request to the next in the session. So a page that needs no session does
 * not ask the database for one, and the page that says that the database is away can be shown.
 */
@Component("flashMapManager")
class NoFlash implements FlashMapManager {

    @Override
    public @Nullable FlashMap retrieveAndUpdate(
            HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void saveOutputFlashMap(
            FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
        if (!flash.isEmpty()) throw new IllegalStateException("flash attributes are not kept");
    }
}
