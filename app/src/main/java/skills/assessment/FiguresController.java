package skills.assessment;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.platform.Problem;

/** How an instrument does, for those who look after it; nothing of single persons. */
@Controller
@Access(Access.By.ADMIN)
class FiguresController {

    private final Instruments instruments;
    private final ResultFigures figures;

    FiguresController(Instruments instruments, ResultFigures figures) {
        this.instruments = instruments;
        this.figures = figures;
    }

    record FiguresView(Instrument instrument, ResultFigures.Figures figures) {}

    @GetMapping("/admin/results/{name}")
    ModelAndView figures(@PathVariable String name) {
        Instrument instrument =
                instruments
                        .current(name)
                        .filter(i -> !i.isForStudy())
                        .orElseThrow(Problem::notFound);
        return new ModelAndView(
                "assessment/figures", "view", new FiguresView(instrument, figures.of(instrument)));
    }
}
