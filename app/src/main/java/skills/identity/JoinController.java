package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The code of a class, also as the very first thing that somebody opens. */
@Controller
@RequestMapping("/join")
@Access(Access.By.EVERYONE)
class JoinController {

    private final Joining joining;
    private final Sittings sittings;
    private final Keeping keeping;
    private final AfterProof after;
    private final ObjectProvider<GroupWelcome> welcomes;

    JoinController(
            Joining joining,
            Sittings sittings,
            Keeping keeping,
            AfterProof after,
            ObjectProvider<GroupWelcome> welcomes) {
        this.welcomes = welcomes;
        this.joining = joining;
        this.sittings = sittings;
        this.keeping = keeping;
        this.after = after;
    }

    /**
     * @param group the class that the code leads to; null while no working code was given
     * @param refused why the code does not work; null when none was tried
     * @param newcomer nothing was filled in yet on this browser
     */
    record JoinView(
            String code,
            @Nullable Group group,
            Joining.@Nullable Refused refused,
            boolean newcomer) {}

    @GetMapping
    ModelAndView type(Optional<Account> account) {
        return page(new JoinView("", null, null, account.isEmpty()));
    }

    /** Only shows: a scanner that opens the link uses nothing up. */
    @GetMapping("/{code}")
    ModelAndView look(
            @PathVariable String code, Optional<Account> account, HttpServletRequest request) {
        return switch (joining.look(code, request)) {
            case Joining.Refused refused ->
                    page(new JoinView(Typed.short60(code), null, refused, account.isEmpty()));
            case Joining.Joined open ->
                    page(new JoinView(code, open.group(), null, account.isEmpty()));
        };
    }

    @PostMapping
    ModelAndView join(
            @RequestParam String code,
            Optional<Account> account,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome =
                joining.join(
                        account.map(Account::id).orElse(null),
                        () -> sittings.currentOrGuest(request, response).id(),
                        code,
                        request);
        return switch (outcome) {
            case Joining.Refused refused ->
                    page(new JoinView(Typed.short60(code), null, refused, account.isEmpty()));
            case Joining.Joined joined -> {
                Account mine = sittings.currentOrGuest(request, response);
                var standing =
                        keeping.shown(
                                mine.id(),
                                Keeping.Way.CLASS_CODE,
                                onward(joined.group(), account.isEmpty()));
                yield new ModelAndView(after.redirect(mine.id(), standing, request, response));
            }
        };
    }

    private Onward onward(Group group, boolean newcomer) {
        if (welcomes.stream().anyMatch(w -> w.awaits(group.id()))) return Onward.STUDY;
        return newcomer ? Onward.START : Onward.NEXT;
    }

    private static ModelAndView page(JoinView view) {
        var page = new ModelAndView("identity/join", "view", view);
        if (view.refused() != null)
            page.setStatus(
                    view.refused().tooOften()
                            ? HttpStatus.TOO_MANY_REQUESTS
                            : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
