package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.taxonomy.Occupation;
import skills.taxonomy.Regulations;
import skills.vacancy.Outlook;

record OccupationView(
        Occupation occupation,
        Regulations.@Nullable Regulation regulation,
        @Nullable LocalizedText summary,
        boolean generated,
        MeterView meter,
        WantsView wants,
        FitView fit,
        boolean onet,
        List<Explanation> why,
        LocalizedText change,
        List<Asked> asked,
        Outlook outlook,
        int open,
        @Nullable SearchArea area) {

    /** What one does all day: our own words, else those of ESCO. */
    Meaning lead(Language language) {
        if (summary != null) return new Meaning(summary.in(language), language.code());
        String wished =
                language == Language.NL ? occupation.descriptionNl() : occupation.descriptionEn();
        if (wished != null) return new Meaning(wished, language.code());
        return occupation.descriptionEn() == null
                ? Meaning.NONE
                : new Meaning(occupation.descriptionEn(), "en");
    }

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
