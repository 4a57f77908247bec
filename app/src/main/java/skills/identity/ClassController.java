package skills.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
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
import skills.platform.Qr;

/** A teacher's classes and the codes that lead into them. Names of students are nowhere here. */
@Controller
@RequestMapping("/class")
@Access(Access.By.TEACHER)
class ClassController {

    private static final int LONGEST_NAME = 60;

    private final Groups groups;
    private final Organizations organizations;
    private final Invitations invitations;
    private final List<ClassPages> pages;
    private final Clock clock;
    private final String origin;

    ClassController(
            Groups groups,
            Organizations organizations,
            Invitations invitations,
            List<ClassPages> pages,
            Clock clock,
            @Value("${skills.origin}") String origin) {
        this.groups = groups;
        this.organizations = organizations;
        this.invitations = invitations;
        this.pages = pages;
        this.clock = clock;
        this.origin = origin;
    }

    record ClassesView(
            List<Group> groups,
            List<Organizations.Organization> organizations,
            String name,
            Faults faults) {}

    /**
     * @param open codes that work now or will; past are the others
     * @param pages of other rooms about this class
     */
    record ClassView(
            Group group,
            List<Coded> open,
            List<Coded> past,
            List<ClassPages.Link> pages,
            CodeForm form,
            Faults faults) {}

    record Coded(Invitation invitation, Invitation.State state) {}

    record BoardView(
            Group group, Invitation invitation, Invitation.State state, String link, Qr qr) {}

    @GetMapping
    ModelAndView classes(Account teacher) {
        return classes(teacher, "", new Faults());
    }

    @PostMapping
    ModelAndView make(Account teacher, @RequestParam String name, @RequestParam UUID organization) {
        String line = Typed.line(name);
        var mine =
                organizations.ofTeacher(teacher.id()).stream()
                        .filter(o -> o.id().value().equals(organization))
                        .findAny()
                        .orElseThrow(Problem::notFound);
        var faults =
                new Faults()
                        .addIf(line.isEmpty(), "name", "class.name.empty")
                        .addIf(line.length() > LONGEST_NAME, "name", "class.name.long");
        if (!faults.none()) return wrong(classes(teacher, Typed.short254(name), faults));
        GroupId made = groups.make(mine.id(), line, teacher.id(), teacher.demo());
        return new ModelAndView("redirect:/class/" + made.value());
    }

    @GetMapping("/{group}")
    ModelAndView group(Account teacher, @PathVariable UUID group) {
        return page(mine(teacher, group), CodeForm.blank(), new Faults());
    }

    @PostMapping("/{group}/code")
    ModelAndView makeCode(Account teacher, @PathVariable UUID group, CodeForm form) {
        Group mine = mine(teacher, group);
        var faults = new Faults();
        Optional<CodeForm.Window> window = form.read(clock.instant(), faults);
        if (window.isEmpty()) return wrong(page(mine, form.shown(), faults));
        var w = window.get();
        Invitation made = invitations.make(mine, w.from(), w.until(), w.limit(), teacher.id());
        return new ModelAndView("redirect:/class/" + group + "/code/" + made.id().value());
    }

    /** For the board: the code as large as it goes, its QR and the address to type. */
    @GetMapping("/{group}/code/{id}")
    ModelAndView board(Account teacher, @PathVariable UUID group, @PathVariable UUID id) {
        Group mine = mine(teacher, group);
        Invitation invitation =
                invitations.ofGroup(mine.id(), new InvitationId(id)).orElseThrow(Problem::notFound);
        String link = origin + "/join/" + invitation.code();
        return new ModelAndView(
                "identity/board",
                "view",
                new BoardView(mine, invitation, invitation.at(clock.instant()), link, Qr.of(link)));
    }

    @PostMapping("/{group}/code/{id}/back")
    String takeBack(Account teacher, @PathVariable UUID group, @PathVariable UUID id) {
        invitations.takeBack(new InvitationId(id), mine(teacher, group).id(), teacher.id());
        return "redirect:/class/" + group;
    }

    private Group mine(Account teacher, UUID group) {
        return groups.ofTeacher(teacher.id(), new GroupId(group)).orElseThrow(Problem::notFound);
    }

    private ModelAndView classes(Account teacher, String name, Faults faults) {
        return new ModelAndView(
                "identity/classes",
                "view",
                new ClassesView(
                        groups.ofTeacher(teacher.id()),
                        organizations.ofTeacher(teacher.id()),
                        name,
                        faults));
    }

    private ModelAndView page(Group group, CodeForm form, Faults faults) {
        var all =
                invitations.of(group.id()).stream()
                        .map(i -> new Coded(i, i.at(clock.instant())))
                        .toList();
        return new ModelAndView(
                "identity/class",
                "view",
                new ClassView(
                        group,
                        all.stream().filter(ClassController::alive).toList(),
                        all.stream().filter(c -> !alive(c)).toList(),
                        pages.stream().flatMap(p -> p.of(group.id()).stream()).toList(),
                        form,
                        faults));
    }

    private static boolean alive(Coded code) {
        return code.state() != Invitation.State.EXPIRED
                && code.state() != Invitation.State.TAKEN_BACK;
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
