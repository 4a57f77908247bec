package skills.matching;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;

/** Hours and pay that a person wishes; each may stay empty. */
@Controller
@Access(Access.By.HOLDER)
class WishController {

    private final Wishes wishes;

    WishController(Wishes wishes) {
        this.wishes = wishes;
    }

    @PostMapping("/explore/wish")
    ModelAndView wish(
            Account account,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String pay) {
        Integer least = number(from, 60);
        Integer most = number(to, 60);
        if (least != null && most != null && least > most) throw wrong();
        wishes.say(account.id(), new Wish(least, most, number(pay, 20_000)));
        return new ModelAndView("redirect:/explore");
    }

    /** A whole number from 1, written with or without a dot for thousands; null when empty. */
    private static @Nullable Integer number(String text, int most) {
        String digits = text.strip().replaceAll("(?<=\\d)[.,](?=\\d{3}$)", "");
        if (digits.isEmpty()) return null;
        if (!digits.matches("\\d{1,6}")) throw wrong();
        int number = Integer.parseInt(digits);
        if (number < 1 || number > most) throw wrong();
        return number;
    }

    private static Problem wrong() {
        return new Problem(HttpStatus.BAD_REQUEST, "nowish");
    }
}
