package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.platform.Faults;
import skills.platform.Problem;

/** Organisations and who teaches or does research there. */
@Controller
@RequestMapping("/admin")
@Access(Access.By.ADMIN)
class AdminController {

    private static final int LONGEST_NAME = 120;

    private final Organizations organizations;
    private final Letters letters;
    private final Limits limits;
    private final WaysIn ways;

    AdminController(Organizations organizations, Letters letters, Limits limits, WaysIn ways) {
        this.organizations = organizations;
        this.letters = letters;
        this.limits = limits;
        this.ways = ways;
    }

    record AdminView(
            List<Organizations.Organization> organizations,
            String name,
            String address,
            @Nullable UUID chosen,
            boolean sent,
            boolean staysHere,
            Faults faults) {}

    @GetMapping
    ModelAndView overview(@RequestParam @Nullable String sent) {
        return page("", "", null, sent != null, new Faults());
    }

    @PostMapping("/organization")
    ModelAndView make(Account admin, @RequestParam String name) {
        String line = Typed.line(name);
        var faults =
                new Faults()
                        .addIf(line.isEmpty(), "name", "admin.name.empty")
                        .addIf(line.length() > LONGEST_NAME, "name", "admin.name.long");
        if (!faults.none())
            return wrong(page(Typed.short254(name), "", null, false, faults), false);
        organizations.make(line, admin.id(), admin.demo());
        return new ModelAndView("redirect:/admin");
    }

    @PostMapping("/{role:teacher|researcher}")
    ModelAndView invite(
            Account admin,
            @PathVariable String role,
            @RequestParam String address,
            @RequestParam UUID organization,
            HttpServletRequest request,
            Locale locale) {
        var at =
                organizations.find(new OrganizationId(organization)).orElseThrow(Problem::notFound);
        var read = Addresses.read(address);
        boolean tooOften = read.isPresent() && !limits.mayMail(request, read.get());
        if (read.isEmpty() || tooOften) {
            var faults = new Faults().add("address", tooOften ? "limit.mail" : "keep.mail.bad");
            return wrong(page("", Typed.short254(address), organization, false, faults), tooOften);
        }
        if (role.equals("teacher")) letters.teacher(read.get(), at, admin.id(), locale);
        else letters.researcher(read.get(), at, admin.id(), locale);
        return new ModelAndView("redirect:/admin?sent");
    }

    private ModelAndView page(
            String name, String address, @Nullable UUID chosen, boolean sent, Faults faults) {
        return new ModelAndView(
                "identity/admin",
                "view",
                new AdminView(
                        organizations.all(),
                        name,
                        address,
                        chosen,
                        sent,
                        ways.mailStaysHere(),
                        faults));
    }

    private static ModelAndView wrong(ModelAndView page, boolean tooOften) {
        page.setStatus(tooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
