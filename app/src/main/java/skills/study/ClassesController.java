package skills.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.allocation.Unit;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Group;
import skills.identity.Groups;
import skills.identity.Organizations;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.platform.TextFile;

/** The classes of a study: chosen among the groups here, or from a list. */
@Controller
@RequestMapping("/studies/{id}/plan/classes")
@Access(Access.By.RESEARCHER)
class ClassesController {

    private static final int MOST_BYTES = 1_000_000;

    private final StudyDesk desk;
    private final StudyUnits units;
    private final Groups groups;
    private final Organizations organizations;

    ClassesController(
            StudyDesk desk, StudyUnits units, Groups groups, Organizations organizations) {
        this.desk = desk;
        this.units = units;
        this.groups = groups;
        this.organizations = organizations;
    }

    /**
     * @param groups that can be chosen
     * @param wrong rows of a list that were left out
     * @param chosen whether somebody chooses the arm of each class
     */
    record ClassesView(
            Study study,
            List<StudyUnit> units,
            List<Group> groups,
            boolean open,
            boolean chosen,
            String text,
            List<UnitsCsv.Wrong> wrong,
            int read,
            Faults faults) {

        String at() {
            return "/studies/" + study.id().value();
        }

        boolean has(Group group) {
            return units.stream().anyMatch(u -> group.id().equals(u.group()));
        }

        List<Arm> arms() {
            return study.plan().arms();
        }

        String next() {
            return at() + "/plan/" + PlanStep.OFFER.path();
        }
    }

    @GetMapping
    ModelAndView classes(Account researcher, @PathVariable UUID id) {
        return page(researcher, desk.mine(researcher, id), "", List.of(), -1, new Faults());
    }

    /** These groups; classes that came from a list stay. */
    @PostMapping("/groups")
    ModelAndView choose(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> group) {
        Study study = open(researcher, id);
        Set<UUID> wanted = group == null ? Set.of() : new HashSet<>(group);
        List<Group> all = groups(researcher);
        Set<UUID> mine = new HashSet<>();
        all.forEach(g -> mine.add(g.id().value()));
        List<StudyUnit> now = units.of(study.id());
        Map<String, StudyUnit> byName = new HashMap<>();
        List<StudyUnit> then = new ArrayList<>();
        for (StudyUnit u : now) {
            byName.put(u.unit().cluster(), u);
            if (u.group() == null || !mine.contains(u.group().value())) then.add(u);
        }
        for (Group g : all) {
            if (!wanted.contains(g.id().value())) continue;
            StudyUnit known = byName.get(g.organizationName() + "/" + g.name());
            then.removeIf(u -> u.unit().cluster().equals(g.organizationName() + "/" + g.name()));
            then.add(
                    new StudyUnit(
                            new Unit(
                                    g.name(),
                                    g.organizationName(),
                                    known == null ? Map.of() : known.unit().facts(),
                                    known != null && known.unit().size() > 0
                                            ? known.unit().size()
                                            : g.members()),
                            g.id(),
                            known == null ? null : known.arm()));
        }
        units.replace(study.id(), UnitsCsv.once(then));
        return new ModelAndView("redirect:/studies/" + id + "/plan/classes");
    }

    /** The classes of a list and no others; a class that is a group here stays tied to it. */
    @PostMapping("/list")
    ModelAndView list(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Study study = open(researcher, id);
        String typed = text;
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > MOST_BYTES)
                return wrong(researcher, study, "", "plan.fault.list.large");
            try {
                typed = TextFile.of(file.getBytes()).text();
            } catch (TextFile.Unreadable e) {
                return wrong(researcher, study, "", "plan.fault.list.unreadable");
            }
        }
        if (typed.isBlank()) return wrong(researcher, study, "", "plan.fault.list.empty");
        if (typed.length() > MOST_BYTES)
            return wrong(researcher, study, "", "plan.fault.list.large");
        UnitsCsv read = UnitsCsv.read(typed, study.plan().arms());
        if (read.units().isEmpty() && read.wrong().isEmpty())
            return wrong(researcher, study, typed, "plan.fault.list.heading");
        Map<String, Group> byName = new HashMap<>();
        groups(researcher).forEach(g -> byName.put(g.organizationName() + "/" + g.name(), g));
        List<StudyUnit> then =
                read.units().stream()
                        .map(
                                u -> {
                                    Group g = byName.get(u.unit().cluster());
                                    return g == null ? u : new StudyUnit(u.unit(), g.id(), u.arm());
                                })
                        .toList();
        if (!then.isEmpty()) units.replace(study.id(), then);
        if (read.wrong().isEmpty())
            return new ModelAndView("redirect:/studies/" + id + "/plan/classes");
        ModelAndView page = page(researcher, study, typed, read.wrong(), then.size(), new Faults());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Which class gets which arm, where somebody chooses. */
    @PostMapping("/arms")
    ModelAndView arms(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form) {
        Study study = open(researcher, id);
        List<StudyUnit> now = units.of(study.id());
        List<String> arms = study.plan().arms().stream().map(Arm::id).toList();
        List<StudyUnit> then = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            String arm = form.getFirst("arm." + i);
            StudyUnit u = now.get(i);
            then.add(new StudyUnit(u.unit(), u.group(), arms.contains(arm) ? arm : u.arm()));
        }
        units.replace(study.id(), then);
        return new ModelAndView("redirect:/studies/" + id + "/plan/classes");
    }

    private Study open(Account researcher, UUID id) {
        Study study = desk.mine(researcher, id);
        if (study.isFrozen()) throw new Problem(HttpStatus.CONFLICT, "study.frozen");
        return study;
    }

    private List<Group> groups(Account researcher) {
        return organizations.ofResearcher(researcher.id()).stream()
                .flatMap(o -> groups.in(o.id()).stream())
                .toList();
    }

    private ModelAndView wrong(Account researcher, Study study, String text, String fault) {
        ModelAndView page =
                page(researcher, study, text, List.of(), -1, new Faults().add("text", fault));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            Account researcher,
            Study study,
            String text,
            List<UnitsCsv.Wrong> wrong,
            int read,
            Faults faults) {
        return new ModelAndView(
                "study/classes",
                "view",
                new ClassesView(
                        study,
                        units.of(study.id()),
                        groups(researcher),
                        !study.isFrozen(),
                        study.plan().allocation().method() == Allocation.Method.CHOSEN,
                        Typed.cut(text, 20_000),
                        wrong,
                        read,
                        faults));
    }
}
