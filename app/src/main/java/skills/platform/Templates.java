package skills.platform;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws a template to text outside a page request: for mail, PDF and files. */
@Component
public class Templates {

    private final JteViews views;

    Templates(JteViews views) {
        this.views = views;
    }

    /**
     * @param template {@code room/name} under {@code templates/}
     * @param parameters exactly what the template declares
     */
    public String text(String template, Map<String, Object> parameters) {
        return views.text(template, parameters);
    }
}
