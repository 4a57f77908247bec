package skills.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.VersionResourceResolver;

@Configuration
class WebConfig implements WebMvcConfigurer {

    /** All words live in {@code messages/<room>_<language>.properties}; a room's file is found. */
    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ReloadableResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.of("nl"));
        source.setBasenames(
                Stream.of(
                                new PathMatchingResourcePatternResolver()
                                        .getResources("classpath*:messages/*_nl.properties"))
                        .map(
                                r ->
                                        "classpath:messages/"
                                                + r.getFilename().replace("_nl.properties", ""))
                        .toArray(String[]::new));
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(
                request -> {
                    Locale wish =
                            request.getHeader("Accept-Language") == null
                                    ? Locale.of("nl")
                                    : request.getLocale();
                    return wish.getLanguage().equals("en") ? Locale.UK : Locale.of("nl", "NL");
                });
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations(
                        "classpath:/static/",
                        "classpath:/META-INF/resources/webjars/htmx.org/2.0.7/dist/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Bean
    Clock clock() {
        String offset = System.getProperty("skills.clock-offset", "PT0S");
        return Clock.offset(Clock.systemUTC(), Duration.parse(offset));
    }
}
