package skills.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns every failure into a page in the person's language that shows no internals. */
@ControllerAdvice
@Controller
class Problems implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ModelAndView told(Problem problem) {
        return page(problem.status(), problem.key(), "", problem.arguments());
    }

    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException e) {
        return page(HttpStatus.NOT_FOUND, "notfound", "");
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView databaseAway(Exception e) {
        log.error("database cannot be reached: {}", e.getClass().getSimpleName());
        return page(HttpStatus.SERVICE_UNAVAILABLE, "busy", "");
    }

    /** Also reached for what Spring itself refuses: unknown paths, missing tokens, huge uploads. */
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code == null ? HttpStatus.NOT_FOUND : HttpStatus.valueOf((int) code);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Throwable t = (Throwable) failure; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) return told(problem);
            if (t instanceof DataAccessResourceFailureException e) return databaseAway(e);
            if (t instanceof CannotCreateTransactionException e) return databaseAway(e);
        }
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> page(status, "notfound", "");
            case FORBIDDEN -> page(status, "forbidden", "");
            case CONTENT_TOO_LARGE -> page(status, "toolarge", "");
            case BAD_REQUEST, UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                    page(status, "badrequest", "");
            case SERVICE_UNAVAILABLE -> page(status, "busy", "");
            default -> ours((Throwable) failure);
        };
    }

    private ModelAndView ours(Throwable failure) {
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("failure {}", reference, failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "ours", reference);
    }

    private static ModelAndView page(
            HttpStatus status, String key, String reference, Object... arguments) {
        var page =
                new ModelAndView(
                        "platform/problem", "view", new ProblemView(key, reference, arguments));
        page.setStatus(status);
        return page;
    }
}
