package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.platform.Faults;
import skills.platform.Words;

/** Asks the date of birth and keeps only the age group; asks again after a year. */
@Controller
@RequestMapping("/keep/age")
@Access(Access.By.HOLDER)
class AgeController {

    private static final int OLDEST = 120;

    private final Keeping keeping;
    private final AfterProof after;
    private final Clock clock;

    AgeController(Keeping keeping, AfterProof after, Clock clock) {
        this.keeping = keeping;
        this.after = after;
        this.clock = clock;
    }

    /**
     * @param sure the date makes somebody under 16: asked once more, as a slip of the finger
     *     matters here
     */
    record AgeView(boolean again, String date, boolean sure, Faults faults) {}

    @GetMapping
    ModelAndView ask(Account account, HttpServletRequest request, HttpServletResponse response) {
        if (!keeping.ageIsDue(account)) return onward(account, request, response);
        return new ModelAndView(
                "identity/age", "view", new AgeView(!account.isGuest(), "", false, new Faults()));
    }

    @PostMapping
    ModelAndView say(
            Account account,
            @RequestParam String date,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!keeping.ageIsDue(account)) return onward(account, request, response);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PLACE);
        Optional<LocalDate> birth = BirthDate.read(date, today);
        var faults = new Faults();
        if (birth.isEmpty()) faults.add("date", date.isBlank() ? "age.empty" : "age.bad");
        else if (birth.get().isAfter(today)) faults.add("date", "age.future");
        else if (birth.get().isBefore(today.minusYears(OLDEST))) faults.add("date", "age.long");
        else if (contradicts(account, Account.AgeGroup.of(birth.get(), today)))
            faults.add("date", "age.younger");
        if (!faults.none()) {
            var page =
                    new ModelAndView(
                            "identity/age",
                            "view",
                            new AgeView(!account.isGuest(), Typed.short60(date), false, faults));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var group = Account.AgeGroup.of(birth.orElseThrow(), today);
        if (group == Account.AgeGroup.UNDER_16 && !sure.equals("yes"))
            return new ModelAndView(
                    "identity/age", "view", new AgeView(!account.isGuest(), date, true, faults));
        keeping.sayAge(account.id(), group);
        return onward(account, request, response);
    }

    /** Nobody grows younger; and an account kept as somebody's over 16 is not a child's. */
    private static boolean contradicts(Account account, Account.AgeGroup now) {
        var before = account.ageGroup();
        if (before != null) return now.compareTo(before) < 0;
        return !account.isGuest() && now == Account.AgeGroup.UNDER_16;
    }

    private ModelAndView onward(
            Account account, HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView(
                after.redirect(account.id(), keeping.settle(account.id()), request, response));
    }
}
