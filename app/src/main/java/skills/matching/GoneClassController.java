package skills.matching;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Group;
import skills.platform.Problem;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.vacancy.Region;
import skills.vacancy.Regions;

/** What a student and a teacher can do with a closed occupation for their class. */
@Controller
@RequestMapping("/gone/{occupation}")
class GoneClassController {

    private final GoneClasses classes;
    private final CountMeIn counting;
    private final Closings closings;
    private final Occupations occupations;
    private final Regions regions;

    GoneClassController(
            GoneClasses classes,
            CountMeIn counting,
            Closings closings,
            Occupations occupations,
            Regions regions) {
        this.classes = classes;
        this.counting = counting;
        this.closings = closings;
        this.occupations = occupations;
        this.regions = regions;
    }

    /** A student lets her skills count in the figures of the class. */
    @PostMapping("/count")
    @Access(Access.By.KEPT)
    String count(
            Account student,
            @PathVariable OccupationId occupation,
            @RequestParam(name = "class") UUID group,
            @RequestParam(defaultValue = "") String region) {
        Group of = seen(student, group, false);
        Region where = acted(occupation, region);
        counting.agree(student, of);
        return back(occupation, where, group);
    }

    /** A student takes that back. */
    @PostMapping("/stop")
    @Access(Access.By.HOLDER)
    String stop(
            Account student,
            @PathVariable OccupationId occupation,
            @RequestParam(name = "class") UUID group,
            @RequestParam(defaultValue = "") String region) {
        Group of = seen(student, group, false);
        Region where = acted(occupation, region);
        counting.stop(student.id(), of.id());
        return back(occupation, where, group);
    }

    /** A teacher keeps this for the class: its students find it in their explorer. */
    @PostMapping("/keep")
    @Access(Access.By.TEACHER)
    String keep(
            Account teacher,
            @PathVariable OccupationId occupation,
            @RequestParam(name = "class") UUID group,
            @RequestParam(defaultValue = "") String region) {
        Group of = seen(teacher, group, true);
        Region where = acted(occupation, region);
        closings.close(of.id(), occupation, where, teacher.id());
        return back(occupation, where, group);
    }

    @PostMapping("/reopen")
    @Access(Access.By.TEACHER)
    String reopen(
            Account teacher,
            @PathVariable OccupationId occupation,
            @RequestParam(name = "class") UUID group,
            @RequestParam(defaultValue = "") String region) {
        Group of = seen(teacher, group, true);
        Region where = acted(occupation, region);
        closings.reopen(of.id(), occupation, teacher.id());
        return back(occupation, where, group);
    }

    private Group seen(Account viewer, UUID group, boolean teacher) {
        return classes.seen(viewer, group)
                .filter(s -> s.teacher() == teacher)
                .orElseThrow(Problem::notFound)
                .group();
    }

    /** What does not exist is not acted on. */
    private Region acted(OccupationId occupation, String region) {
        occupations.find(occupation).orElseThrow(Problem::notFound);
        return regions.parse(region).orElseThrow(Problem::notFound);
    }

    /** The page that was acted on. */
    private static String back(OccupationId occupation, Region where, UUID group) {
        return "redirect:/gone/"
                + occupation
                + "?region="
                + where.text()
                + "&class="
                + group
                + "#class";
    }
}
