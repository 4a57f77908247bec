package skills.study;

import java.util.List;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/** What can be shown with a plan, and what cannot, in words. */
@Component
class Advices {

    List<String> of(Plan plan, Words words) {
        return List.of();
    }
}
