package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.Occupation;
import skills.vacancy.Outlook;

record OccupationView(
        Occupation occupation,
        LocalizedText summary,
        boolean generated,
        MeterView meter,
        Explanation why,
        LocalizedText change,
        List<Asked> asked,
        Outlook outlook,
        int open,
        @Nullable SearchArea area) {

    record Asked(SkillFit fit, Meaning meaning) {}

    /**
     * What ESCO says a skill is.
     *
     * @param lang language of the text; English where the Dutch is missing
     */
    record Meaning(String text, String lang) {
        static final Meaning NONE = new Meaning("", "");
    }

    List<Asked> essential() {
        return asked.stream().filter(a -> a.fit().essential()).toList();
    }

    List<Asked> useful() {
        return asked.stream().filter(a -> !a.fit().essential()).toList();
    }
}
