package skills.passport;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;

/** The first page. */
@Controller
@Access(Access.By.EVERYONE)
class LandingController {

    @GetMapping("/")
    ModelAndView landing() {
        return new ModelAndView("passport/landing");
    }
}
