package skills.evaluation.export;

import java.util.List;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Text;

/** What is in the export, and what was done to it. */
record ReadMe(
        StudyData data,
        Protection.Protected safe,
        StudyExport.Options options,
        List<String> changed) {

    String write(boolean dutch) {
        Plan plan = data.plan();
        String made =
                StudyExport.resource(dutch ? "readme-nl.md" : "readme-en.md")
                        .replace("{title}", said(plan.title(), dutch))
                        .replace("{question}", said(plan.question(), dutch))
                        .replace("{remark}", remark(plan, dutch))
                        .replace("{protection}", protection(dutch))
                        .replace("{changed}", changes(dutch))
                        .replace("{plan}", PlanFile.hash(plan))
                        .replace("{seed}", String.valueOf(plan.analysis().seed()));
        return made.replaceAll("\n{3,}", "\n\n");
    }

    private static String said(Text text, boolean dutch) {
        return dutch ? text.nl() : text.en();
    }

    private static String remark(Plan plan, boolean dutch) {
        String remark = said(plan.remark(), dutch);
        if (!remark.isEmpty() || !plan.simulated()) return remark;
        return dutch ? "De antwoorden zijn verzonnen." : "The answers are made up.";
    }

    private String protection(boolean dutch) {
        if (options.k() <= 1)
            return dutch
                    ? "Er is niets grover gemaakt. Geef deze bestanden niet door."
                    : "Nothing was made coarser. Do not pass these files on.";
        StringBuilder text =
                new StringBuilder(
                        (dutch
                                        ? "Elke combinatie van klas, school, gender en leeftijd komt bij minstens %d mensen voor. Aantallen onder de %d staan niet in het codeboek."
                                        : "Each combination of class, school, gender and age is shared by at least %d people. Counts below %d are not in the codebook.")
                                .formatted(options.k(), options.smallest()));
        for (Text note : safe.notes()) text.append("\n- ").append(said(note, dutch));
        return text.toString();
    }

    private String changes(boolean dutch) {
        if (changed.isEmpty())
            return dutch
                    ? "Alle getallen zijn gelijk aan die van het verslag."
                    : "All numbers are those of the report.";
        return (dutch
                        ? "Deze onderdelen wijken daardoor af van het verslag: "
                        : "These parts therefore differ from the report: ")
                + String.join(", ", changed)
                + ".";
    }
}
