package skills.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import skills.kernel.Language;

/** Draws {@code templates/<room>/<page>.jte}: hands it {@code ui} and what the controller gave. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "skills");
    private final MessageSource messages;
    private final Assets assets;

    JteViews(MessageSource messages, Assets assets) {
        this.messages = messages;
        this.assets = assets;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return name.startsWith("redirect:") || name.startsWith("forward:")
                ? null
                : (model, request, response) -> draw(template, locale, model, request, response);
    }

    private void draw(
            String template,
            Locale locale,
            Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws java.io.IOException {
        Map<String, Object> parameters = new HashMap<>();
        var known = engine.getParamInfo(template);
        if (known.containsKey("ui")) parameters.put("ui", ui(locale, request));
        model.forEach(
                (key, value) -> {
                    if (known.containsKey(key)) parameters.put(key, value);
                });
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, parameters, output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** Draws a template outside a request, for mail and PDF. */
    String text(String template, Map<String, Object> parameters) {
        TemplateOutput output = new gg.jte.output.StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }

    private Ui ui(Locale locale, HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var viewer = (Viewer) request.getAttribute(Viewer.ATTRIBUTE);
        String query = request.getQueryString();
        Object original =
                request.getAttribute(jakarta.servlet.RequestDispatcher.FORWARD_REQUEST_URI);
        String path = original == null ? request.getRequestURI() : original.toString();
        return new Ui(
                new Words(messages, Language.of(locale)),
                viewer == null ? Viewer.NOBODY : viewer,
                csrf == null ? "" : csrf.getToken(),
                query == null ? path : path + "?" + query,
                assets);
    }
}
