package skills.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of a published questionnaire, ready but for its wording: who may use it fills in the
 * texts, and they go in like those of any other instrument.
 */
final class DefinitionCsv {

    /** Stands where a key is not known; the import asks for it. */
    private static final String UNKNOWN = "?";

    private DefinitionCsv() {}

    /**
     * By {@link InstrumentCsv#NAMES}.
     *
     * @throws IllegalArgumentException when it cannot be loaded here
     */
    static Map<String, String> files(ScaleDefinition definition) {
        if (!definition.isLoadable())
            throw new IllegalArgumentException(definition.name() + " cannot be loaded");
        Map<String, String> files = new LinkedHashMap<>();
        files.put(InstrumentCsv.META, meta(definition));
        files.put(InstrumentCsv.SCALES, scales(definition));
        files.put(InstrumentCsv.ITEMS, items(definition));
        return files;
    }

    private static String items(ScaleDefinition definition) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "scale", "key", "form", "nl", "en"));
        for (ScaleDefinition.Item item : definition.items())
            rows.add(
                    List.of(
                            item.id(),
                            item.scale(),
                            item.key() == null ? UNKNOWN : item.key().toString(),
                            "first",
                            "",
                            ""));
        return csv(rows);
    }

    private static String scales(ScaleDefinition definition) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "name_nl", "name_en", "minimum", "better"));
        for (ScaleDefinition.Scale scale : definition.scales())
            rows.add(
                    List.of(
                            scale.id(),
                            scale.name().nl(),
                            scale.name().en(),
                            Integer.toString(scale.minimum()),
                            scale.better().name().toLowerCase(Locale.ROOT)));
        return csv(rows);
    }

    private static String meta(ScaleDefinition definition) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("key", "nl", "en"));
        rows.add(List.of("name", definition.name(), ""));
        rows.add(List.of("version", "1.0", ""));
        rows.add(List.of("definition", definition.name(), ""));
        rows.add(List.of("use", "study", ""));
        rows.add(List.of("title", definition.title(), definition.title()));
        rows.add(List.of("about", "Vragen voor een onderzoek.", "Questions for a study."));
        for (String wording :
                List.of("lead", "answer_1", "answer_2", "answer_3", "answer_4", "answer_5"))
            rows.add(List.of(wording, "", ""));
        rows.add(List.of("source", definition.published(), definition.published()));
        rows.add(List.of("licence", definition.licence().nl(), definition.licence().en()));
        for (String heading : InstrumentMeta.headings())
            rows.add(
                    heading.equals("Betrouwbaarheid")
                            ? List.of(
                                    heading,
                                    reported(definition, true),
                                    reported(definition, false))
                            : heading.equals("Normen")
                                    ? List.of(
                                            heading,
                                            "Er zijn hier geen normen.",
                                            "There are no norms here.")
                                    : List.of(
                                            heading,
                                            "Niet onderzocht in deze vorm. Lees de publicatie.",
                                            "Not studied in this form. Read the publication."));
        return csv(rows);
    }

    private static String reported(ScaleDefinition definition, boolean dutch) {
        var text =
                new StringBuilder(
                        dutch
                                ? "Niet onderzocht bij deze mensen."
                                : "Not studied in these people.");
        for (ScaleDefinition.Reported r : definition.reliability())
            text.append(dutch ? " Elders gemeld: " : " Reported elsewhere: ")
                    .append(r.value())
                    .append(" (")
                    .append(r.source())
                    .append(").");
        return text.toString();
    }

    private static String csv(List<List<String>> rows) {
        var text = new StringBuilder();
        for (List<String> row : rows)
            text.append(String.join(";", row.stream().map(DefinitionCsv::cell).toList()))
                    .append('\n');
        return text.toString();
    }

    private static String cell(String text) {
        return text.matches("(?s).*[;\"\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
