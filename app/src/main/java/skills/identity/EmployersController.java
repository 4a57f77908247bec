package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Which organisations are employers that we know, and who posts vacancies for them. */
@Controller
@RequestMapping("/admin/employers")
@Access(Access.By.ADMIN)
class EmployersController {

    private final Organizations organizations;
    private final Employers employers;
    private final Letters letters;
    private final Limits limits;
    private final WaysIn ways;

    EmployersController(
            Organizations organizations,
            Employers employers,
            Letters letters,
            Limits limits,
            WaysIn ways) {
        this.organizations = organizations;
        this.employers = employers;
        this.letters = letters;
        this.limits = limits;
        this.ways = ways;
    }

    /**
     * @param since when it was verified; null when it is not
     * @param people how many may post
     */
    record Line(Organizations.Organization organization, @Nullable Instant since, int people) {}

    record EmployersView(
            List<Line> lines,
            String address,
            @Nullable UUID chosen,
            boolean sent,
            boolean staysHere,
            Faults faults) {

        List<Line> verified() {
            return lines.stream().filter(l -> l.since() != null).toList();
        }
    }

    @GetMapping
    ModelAndView all(@RequestParam @Nullable String sent) {
        return page("", null, sent != null, new Faults());
    }

    @PostMapping("/{organization}/verify")
    ModelAndView verify(Account admin, @PathVariable UUID organization) {
        employers.verify(known(organization).id(), admin.id());
        return new ModelAndView("redirect:/admin/employers");
    }

    @PostMapping("/{organization}/end")
    ModelAndView end(Account admin, @PathVariable UUID organization) {
        employers.end(known(organization).id(), admin.id());
        return new ModelAndView("redirect:/admin/employers");
    }

    @PostMapping("/invite")
    ModelAndView invite(
            Account admin,
            @RequestParam String address,
            @RequestParam UUID organization,
            HttpServletRequest request,
            Locale locale) {
        var at = known(organization);
        if (!employers.isVerified(at.id())) throw Problem.notFound();
        var read = Addresses.read(address);
        boolean tooOften = read.isPresent() && !limits.mayMail(request, read.get());
        if (read.isEmpty() || tooOften) {
            var faults = new Faults().add("address", tooOften ? "limit.mail" : "keep.mail.bad");
            var page = page(Typed.short254(address), organization, false, faults);
            page.setStatus(
                    tooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        letters.employer(read.get(), at, admin.id(), locale);
        return new ModelAndView("redirect:/admin/employers?sent");
    }

    private Organizations.Organization known(UUID organization) {
        return organizations.find(new OrganizationId(organization)).orElseThrow(Problem::notFound);
    }

    private ModelAndView page(String address, @Nullable UUID chosen, boolean sent, Faults faults) {
        Map<OrganizationId, Instant> verified = employers.verified();
        Map<OrganizationId, Integer> people = employers.people();
        List<Line> lines =
                organizations.all().stream()
                        .map(o -> new Line(o, verified.get(o.id()), people.getOrDefault(o.id(), 0)))
                        .toList();
        return new ModelAndView(
                "identity/employers",
                "view",
                new EmployersView(lines, address, chosen, sent, ways.mailStaysHere(), faults));
    }
}
