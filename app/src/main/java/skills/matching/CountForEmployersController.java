package skills.matching;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Problem;
import skills.platform.Sentences;

/** Asks whether the person's skills may count in figures for employers. */
@Controller
@RequestMapping("/explore/counting")
class CountForEmployersController {

    private final CountForEmployers counting;
    private final Sentences sentences;

    CountForEmployersController(CountForEmployers counting, Sentences sentences) {
        this.counting = counting;
        this.sentences = sentences;
    }

    record CountingView(boolean guest, boolean may, boolean counts) {}

    @GetMapping
    @Access(Access.By.HOLDER)
    ModelAndView ask(Account account) {
        return new ModelAndView(
                "matching/counting",
                "view",
                new CountingView(
                        account.isGuest(),
                        CountForEmployers.mayAgree(account),
                        counting.counts(account.id())));
    }

    @PostMapping
    @Access(Access.By.KEPT)
    ModelAndView say(Account account, @RequestParam boolean count, Locale locale) {
        if (!count) counting.stop(account.id());
        else if (!CountForEmployers.mayAgree(account)) throw Problem.notFound();
        else
            counting.agree(
                    account, sentences.of("employer.count.recipient").in(Language.of(locale)));
        return new ModelAndView("redirect:/explore/counting");
    }
}
