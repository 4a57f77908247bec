package skills.assessment;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.assessment.Questionnaires.Pictures;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;

/**
 * A questionnaire before its first question: what it takes, what it gives, how to take it. One of a
 * study is begun in that study only.
 */
@Controller
@Access(Access.By.HOLDER)
class QuestionnaireController {

    private final Questionnaires questionnaires;
    private final Instruments instruments;
    private final Pace pace;

    QuestionnaireController(Questionnaires questionnaires, Instruments instruments, Pace pace) {
        this.questionnaires = questionnaires;
        this.instruments = instruments;
        this.pace = pace;
    }

    /**
     * @param going what was begun and is not done; null when nothing was
     */
    record IntroView(
            Instrument instrument,
            int questions,
            int seconds,
            boolean doneBefore,
            @Nullable AssessmentSession going) {}

    @GetMapping("/questions/{name}")
    ModelAndView intro(Account account, @PathVariable String name) {
        Optional<AssessmentSession> latest = questionnaires.latest(account.id(), name);
        Optional<AssessmentSession> going = latest.filter(s -> !s.isDone());
        Instrument instrument =
                going.flatMap(questionnaires::instrument)
                        .or(() -> instruments.current(name))
                        .filter(i -> !i.isForStudy())
                        .orElseThrow(Problem::notFound);
        int questions = going.map(AssessmentSession::open).orElse(instrument.first().size());
        var view =
                new IntroView(
                        instrument,
                        questions,
                        pace.of(instrument),
                        latest.isPresent() && going.isEmpty(),
                        going.orElse(null));
        return new ModelAndView("assessment/intro", "view", view);
    }

    /**
     * @param over anything: what was begun is left, as on a phone that somebody else used
     */
    @PostMapping("/questions/{name}")
    ModelAndView begin(
            Account account,
            @PathVariable String name,
            @RequestParam(defaultValue = "half") String pictures,
            @RequestParam(defaultValue = "") String over) {
        Instrument instrument =
                instruments
                        .current(name)
                        .filter(i -> !i.isForStudy())
                        .orElseThrow(Problem::notFound);
        Pictures wish =
                switch (pictures.toLowerCase(Locale.ROOT)) {
                    case "all" -> Pictures.ALL;
                    case "none" -> Pictures.NONE;
                    default -> Pictures.HALF;
                };
        AssessmentSession session =
                over.isEmpty()
                        ? questionnaires.begin(account.id(), instrument, wish)
                        : questionnaires.startOver(account.id(), instrument, wish);
        return new ModelAndView("redirect:" + session.onward(0));
    }
}
