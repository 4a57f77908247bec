package skills.study;

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
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.ClassCodes;
import skills.identity.Group;
import skills.identity.GroupId;
import skills.identity.Groups;
import skills.platform.Problem;
import skills.platform.Qr;

/** A teacher's page on the board while the class takes part. No name of a student is on it. */
@Controller
@RequestMapping("/class/{group}/study/{study}")
@Access(Access.By.TEACHER)
class ClassModeController {

    private final Groups groups;
    private final ClassCodes codes;
    private final ClassMode mode;
    private final ClassCounts counts;

    ClassModeController(Groups groups, ClassCodes codes, ClassMode mode, ClassCounts counts) {
        this.groups = groups;
        this.codes = codes;
        this.mode = mode;
        this.counts = counts;
    }

    /**
     * @param code null while no code works; qr likewise
     */
    record ClassModeView(
            Group group,
            ClassMode.State state,
            ClassCodes.@Nullable Open code,
            @Nullable Qr qr,
            LiveView live) {

        String at() {
            return live.at();
        }
    }

    /**
     * @param at address of the page
     * @param open whether a wave can be answered
     */
    record LiveView(String at, boolean open, ClassCounts.Counts counts) {

        String mark() {
            return counts.mark() + (open ? "-open" : "");
        }
    }

    @GetMapping
    ModelAndView board(Account teacher, @PathVariable UUID group, @PathVariable UUID study) {
        Group mine = mine(teacher, group);
        ClassMode.State state = mode.of(new StudyId(study), mine.id());
        ClassCodes.Open code = codes.open(mine.id()).orElse(null);
        return new ModelAndView(
                "study/classmode",
                "view",
                new ClassModeView(
                        mine,
                        state,
                        code,
                        code == null ? null : Qr.of(code.link()),
                        live(mine, state)));
    }

    /**
     * The counts alone.
     *
     * @param seen mark of what stands on the page: nothing is sent when it is still so
     */
    @GetMapping("/live")
    ModelAndView live(
            Account teacher,
            @PathVariable UUID group,
            @PathVariable UUID study,
            @RequestParam(defaultValue = "") String seen) {
        Group mine = mine(teacher, group);
        LiveView live = live(mine, mode.of(new StudyId(study), mine.id()));
        if (live.mark().equals(seen)) {
            ModelAndView same = new ModelAndView();
            same.setView((model, request, response) -> {});
            same.setStatus(HttpStatus.NO_CONTENT);
            return same;
        }
        return new ModelAndView("study/classlive", "view", live);
    }

    @PostMapping("/lesson")
    String begin(Account teacher, @PathVariable UUID group, @PathVariable UUID study) {
        mode.begin(new StudyId(study), mine(teacher, group).id());
        return "redirect:/class/" + group + "/study/" + study;
    }

    @PostMapping("/lesson/end")
    String end(Account teacher, @PathVariable UUID group, @PathVariable UUID study) {
        mode.end(new StudyId(study), mine(teacher, group).id());
        return "redirect:/class/" + group + "/study/" + study;
    }

    private LiveView live(Group group, ClassMode.State state) {
        return new LiveView(
                ClassMode.address(group.id(), state.study().id()),
                state.open() != null,
                counts.of(
                        state.study().id(),
                        group.id(),
                        state.open() == null ? "" : state.open().id()));
    }

    private Group mine(Account teacher, UUID group) {
        return groups.ofTeacher(teacher.id(), new GroupId(group)).orElseThrow(Problem::notFound);
    }
}
