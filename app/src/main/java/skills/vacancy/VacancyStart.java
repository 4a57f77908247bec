package skills.vacancy;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What this room does at each start: places once, the demo's vacancies each time with new dates.
 */
@Component
@Order(VacancyStart.ORDER)
class VacancyStart implements ApplicationRunner {

    /** After the taxonomy, which the demo's vacancies point to. */
    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 1000;

    private final PlaceLoad places;
    private final DemoVacancies demoVacancies;
    private final boolean load;
    private final boolean demo;
    private final Clock clock;

    VacancyStart(
            PlaceLoad places,
            DemoVacancies demoVacancies,
            @Value("${skills.load:true}") boolean load,
            @Value("${skills.demo:false}") boolean demo,
            Clock clock) {
        this.places = places;
        this.demoVacancies = demoVacancies;
        this.load = load;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!load) return;
        places.loadIfNeeded();
        if (demo) demoVacancies.load(Today.of(clock));
    }
}
