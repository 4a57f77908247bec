package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.platform.Problem;

/** Where there is a demo world: be one of its invented persons. */
@Controller
@RequestMapping("/demo")
@Access(Access.By.EVERYONE)
class DemoController {

    private final DemoAccounts persons;
    private final Sittings sittings;
    private final boolean demo;

    DemoController(
            DemoAccounts persons, Sittings sittings, @Value("${skills.demo:false}") boolean demo) {
        this.persons = persons;
        this.sittings = sittings;
        this.demo = demo;
    }

    record DemoView(List<DemoAccounts.Person> persons) {}

    @GetMapping
    ModelAndView list() {
        onlyInDemo();
        return new ModelAndView("identity/demo", "view", new DemoView(persons.all()));
    }

    @PostMapping("/{name}")
    String be(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        onlyInDemo();
        var person = persons.find(name).orElseThrow(Problem::notFound);
        sittings.begin(person.account(), request, response);
        Onward to =
                person.teacher()
                        ? Onward.CLASS
                        : person.researcher()
                                ? Onward.STUDIES
                                : person.employer() ? Onward.EMPLOYER : Onward.NEXT;
        return "redirect:" + to.path();
    }

    private void onlyInDemo() {
        if (!demo) throw Problem.notFound();
    }
}
