package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.identity.Group;
import skills.kernel.LocalizedText;
import skills.platform.Faults;
import skills.taxonomy.OccupationId;
import skills.taxonomy.TitleSearch;
import skills.vacancy.Region;

/**
 * The page about one closed occupation.
 *
 * @param region as in an address
 * @param in "in Noord-Holland", to stand within a sentence
 * @param figure the bands, in the order of the flows
 * @param top the skills that open most doors for whoever did this occupation
 * @param ofClass what a class adds; null when the page is about nobody
 * @param classes classes of the viewer for which the page can be opened
 */
record GoneView(
        Flows.Found found,
        String region,
        LocalizedText in,
        FlowFigure figure,
        List<TopSkill> top,
        @Nullable OfClass ofClass,
        List<Group> classes) {

    /**
     * @param doors how many doors the skill opens: of a class at least so many
     * @param learn how one usually gets it; null when we do not know
     */
    record TopSkill(LocalizedText name, int doors, @Nullable LocalizedText learn) {}

    /**
     * @param teacher whether the viewer teaches the class; otherwise the viewer is in it
     * @param people how many are counted, by fives; 0 while there are too few
     * @param needed how many more are needed at most; 0 when there is a figure
     * @param top of those who are counted; empty while there are too few
     * @param counts whether the viewer is counted; always false for a teacher
     * @param kept whether the teacher keeps this for the class
     */
    record OfClass(
            Group group,
            boolean teacher,
            int people,
            int needed,
            List<TopSkill> top,
            boolean counts,
            boolean kept) {}

    /**
     * The page that asks which occupation, and where.
     *
     * @param q what was typed
     * @param region chosen one: as in an address, or "near" for around a place
     * @param ofClass the class that the figures are for later on; null for none
     */
    record Ask(
            String q,
            List<TitleSearch.Hit> hits,
            String region,
            String place,
            int km,
            List<Region.Province> provinces,
            List<ClosedLines.Line> closed,
            @Nullable Group ofClass,
            Faults faults) {}

    OccupationId occupation() {
        return found.closed().id();
    }

    LocalizedText title() {
        return found.closed().name();
    }

    /** The address of this page without a class. */
    String here() {
        return "/gone/" + occupation() + "?region=" + region;
    }

    /** The address of the lesson, which is about no class. */
    String lesson() {
        return "/gone/" + occupation() + "/lesson?region=" + region;
    }

    String forClass(Group group) {
        return "/gone/" + occupation() + "?region=" + region + "&class=" + group.id().value();
    }
}
