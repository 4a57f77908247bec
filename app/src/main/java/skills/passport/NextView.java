package skills.passport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param offer what comes first, from elsewhere; null when nothing does
 * @param best the one step to take now; null when the journey is done
 * @param scene drawing that goes with it, a file under static/scenes
 */
record NextView(
        String name,
        boolean guest,
        NextStepOffer.@Nullable Offer offer,
        @Nullable NextStep best,
        List<NextStep> steps,
        List<News> news) {

    /** Something that changed for this person, and nothing else. */
    record News(String icon, String key, Object[] arguments, String href) {}

    String scene() {
        if (offer != null) return "05-praten.svg";
        if (best == null) return "06-nieuwe-plek.svg";
        return switch (best.kind()) {
            case START, SKILLS, PERSONALITY -> "01-orde.svg";
            case KEEP, DRIVES -> "02-rustig.svg";
            case PROFILE -> "04-helpen.svg";
            case EXPLORE -> "03-nieuwe-weg.svg";
            case SHARE -> "05-praten.svg";
        };
    }
}
