package skills.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Takes out of what is sent what no database can keep, so that no room has to think of it. */
@Configuration
class CleanRequests {

    @Bean
    FilterRegistrationBean<Filter> cleanFields() {
        var filter =
                new FilterRegistrationBean<Filter>(
                        (request, response, chain) ->
                                chain.doFilter(new Clean((HttpServletRequest) request), response));
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Without the character zero; and without fields where they could not be read at all. */
    private static final class Clean extends HttpServletRequestWrapper {

        Clean(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            try {
                String value = super.getParameter(name);
                return value == null ? null : clean(value);
            } catch (IllegalStateException unreadable) {
                // The page that says so looks for fields as well, such as the language.
                if (getDispatcherType() == DispatcherType.ERROR) return null;
                throw unreadable;
            }
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            try {
                Map<String, String[]> clean = new LinkedHashMap<>();
                super.getParameterMap()
                        .forEach(
                                (name, values) -> {
                                    String[] all = values.clone();
                                    for (int i = 0; i < all.length; i++) all[i] = clean(all[i]);
                                    clean.put(name, all);
                                });
                return clean;
            } catch (IllegalStateException unreadable) {
                if (getDispatcherType() == DispatcherType.ERROR) return Map.of();
                throw unreadable;
            }
        }

        private static String clean(String value) {
            return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        }
    }
}
