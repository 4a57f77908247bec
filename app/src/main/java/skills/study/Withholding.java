package skills.study;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import skills.identity.Account;
import skills.kernel.AccountId;

/**
 * Whose passport waits for a study, and until when. The one place that knows it: the next step
 * offers nothing else meanwhile, and a page of the passport leads to the page that says from when.
 * That page lets whoever insists go on: a passport is nobody's to refuse, and the study only has to
 * know of it. One's own data, signing in and links that were shared are never in its way.
 */
@Component
class Withholding implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> PARTS =
            Set.of(
                    "start",
                    "passport",
                    "profile",
                    "skills",
                    "skill",
                    "questions",
                    "results",
                    "explore",
                    "learn",
                    "occupation",
                    "vacancy",
                    "vacancies",
                    "share");

    private final Studies studies;
    private final Enrolments enrolments;
    private final Reveal reveal;
    private final Clock clock;

    Withholding(Studies studies, Enrolments enrolments, Reveal reveal, Clock clock) {
        this.studies = studies;
        this.enrolments = enrolments;
        this.reveal = reveal;
        this.clock = clock;
    }

    /**
     * @param opens when the passport opens by itself
     * @param first the first questions come before it; otherwise it comes after the last
     */
    record Waits(Study study, Enrolment enrolment, Instant opens, boolean first) {}

    /** Empty when the passport is open. */
    Optional<Waits> of(AccountId account) {
        return of(enrolments.of(account));
    }

    /** Of all enrolments of one person. */
    Optional<Waits> of(List<Enrolment> own) {
        return own.stream().flatMap(e -> waits(e).stream()).findFirst();
    }

    private Optional<Waits> waits(Enrolment enrolment) {
        if (!enrolment.isGoing()) return Optional.empty();
        Study study = studies.find(enrolment.study()).orElseThrow();
        Instant now = clock.instant();
        Instant end = WaveClock.end(study.plan());
        if (!now.isBefore(end)) return Optional.empty();
        Optional<Assignment> arm = enrolments.arm(enrolment.id());
        if (arm.isEmpty() && !study.isFirstWaveOver(now))
            return Optional.of(
                    new Waits(
                            study, enrolment, study.closes(study.plan().analysis().first()), true));
        return arm.map(Assignment::arm)
                // Whoever left out the first questions belongs to the arm of the class.
                .or(
                        () ->
                                Optional.ofNullable(
                                        reveal.ofClasses(study)
                                                .get(
                                                        Reveal.cluster(
                                                                enrolment.school(),
                                                                enrolment.unit()))))
                .filter(a -> !study.plan().arm(a).offered())
                .map(a -> new Waits(study, enrolment, end, false));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MAX_VALUE - 1);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!request.getMethod().equals("GET")) return true;
        String[] path = request.getRequestURI().split("/", 3);
        if (path.length < 2 || !PARTS.contains(path[1])) return true;
        if (!(request.getAttribute(Account.class.getName()) instanceof Account account))
            return true;
        Optional<Waits> waits = of(account.id());
        if (waits.isEmpty() || enrolments.hasOpenedAnyway(waits.get().enrolment().id()))
            return true;
        response.sendRedirect("/study/later");
        return false;
    }
}
