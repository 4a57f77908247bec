package skills.usage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import skills.identity.Account;

/**
 * Notes which part of the journey a page belongs to, so that no room has to know that it is
 * counted.
 */
@Component
class Openings implements HandlerInterceptor, WebMvcConfigurer {

    private static final Map<String, Part> PARTS =
            Map.ofEntries(
                    Map.entry("start", Part.START),
                    Map.entry("passport", Part.PROFILE),
                    Map.entry("profile", Part.PROFILE),
                    Map.entry("skills", Part.SKILLS),
                    Map.entry("questions", Part.QUESTIONNAIRES),
                    Map.entry("results", Part.QUESTIONNAIRES),
                    Map.entry("explore", Part.EXPLORE),
                    Map.entry("occupation", Part.EXPLORE),
                    Map.entry("vacancy", Part.EXPLORE),
                    Map.entry("vacancies", Part.EXPLORE),
                    Map.entry("share", Part.SHARE));

    private final Usage usage;

    Openings(Usage usage) {
        this.usage = usage;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MAX_VALUE);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        boolean shown =
                page != null
                        && page.getViewName() != null
                        && !page.getViewName().startsWith("redirect:");
        if (!shown || !request.getMethod().equals("GET")) return;
        String[] path = request.getRequestURI().split("/", 3);
        Part part = path.length < 2 ? null : PARTS.get(path[1]);
        if (part != null
                && request.getAttribute(Account.class.getName()) instanceof Account account)
            usage.opened(account.id(), part);
    }
}
