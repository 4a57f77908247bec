package skills.study;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.Wave;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;

/** One wave of a participant: what it takes and gives, its questions, and what comes after. */
@Controller
@Access(Access.By.HOLDER)
class WaveController {

    private final Studies studies;
    private final Enrolments enrolments;
    private final Waves waves;
    private final MyStudies mine;
    private final Lessons lessons;
    private final Clock clock;

    WaveController(
            Studies studies,
            Enrolments enrolments,
            Waves waves,
            MyStudies mine,
            Lessons lessons,
            Clock clock) {
        this.lessons = lessons;
        this.clock = clock;
        this.studies = studies;
        this.enrolments = enrolments;
        this.waves = waves;
        this.mine = mine;
    }

    /**
     * @param next the wave after this one; null when this is the last
     */
    record WaveView(
            MyStudyView.Mine mine, Waves.Standing standing, @Nullable Wave next, boolean isFirst) {}

    /** Before it: what it takes. Under way: the next question. After it: what comes next. */
    @GetMapping("/study/{enrolment}/wave/{wave}")
    ModelAndView wave(Account account, @PathVariable UUID enrolment, @PathVariable String wave) {
        Enrolment own = own(account, enrolment);
        Study study = studies.find(own.study()).orElseThrow();
        List<Waves.Standing> all = waves.of(study, own);
        Waves.Standing standing =
                all.stream()
                        .filter(s -> s.wave().id().equals(wave))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        if (standing.isAsked() && standing.begun()) {
            String next = waves.begin(study, own, standing.wave(), standing.wave().mode());
            if (!next.equals(own.wave(wave))) return new ModelAndView("redirect:" + next);
        }
        int at = study.plan().waves().indexOf(standing.wave());
        return new ModelAndView(
                "study/wave",
                "view",
                new WaveView(
                        mine.one(study, own, all),
                        standing,
                        at + 1 < study.plan().waves().size()
                                ? study.plan().waves().get(at + 1)
                                : null,
                        wave.equals(study.plan().analysis().first())));
    }

    /**
     * @param mode how it is answered, where that is not as planned and nobody could know: lesson,
     *     phone or online
     */
    @PostMapping("/study/{enrolment}/wave/{wave}")
    String begin(
            Account account,
            @PathVariable UUID enrolment,
            @PathVariable String wave,
            @RequestParam(defaultValue = "") String mode) {
        Enrolment own = own(account, enrolment);
        Study study = studies.find(own.study()).orElseThrow();
        Wave planned = waves.of(study, own, wave).wave();
        Wave.Mode how =
                switch (mode.toLowerCase(Locale.ROOT)) {
                    case "lesson" -> Wave.Mode.LESSON;
                    case "phone" -> Wave.Mode.PHONE;
                    case "online" -> Wave.Mode.ONLINE;
                    default -> lessons.mode(study, own, planned, clock.instant());
                };
        return "redirect:" + waves.begin(study, own, planned, how);
    }

    private Enrolment own(Account account, UUID enrolment) {
        return enrolments
                .find(account.id(), new EnrolmentId(enrolment))
                .orElseThrow(Problem::notFound);
    }
}
