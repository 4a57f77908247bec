package skills.vacancy;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.platform.Problem;

/**
 * The link in a letter that stops the letters, without signing in. Opening it changes nothing, as
 * programs that check mail open links too; the button does, and so does a mail program's own.
 */
@Controller
@RequestMapping("/vacancies/stop/{secret}")
@Access(Access.By.EVERYONE)
class StopController {

    private final NewsMail mail;

    StopController(NewsMail mail) {
        this.mail = mail;
    }

    record StopView(String secret, boolean stopped) {}

    @GetMapping
    ModelAndView ask(@PathVariable String secret, HttpServletResponse response) {
        if (mail.owner(secret).isEmpty()) throw gone();
        return page(new StopView(secret, false), response);
    }

    @PostMapping
    ModelAndView stop(@PathVariable String secret, HttpServletResponse response) {
        if (!mail.stop(secret)) throw gone();
        return page(new StopView(secret, true), response);
    }

    private static ModelAndView page(StopView view, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView("vacancy/stop", "view", view);
    }

    private static Problem gone() {
        return new Problem(HttpStatus.GONE, "newsstop");
    }
}
