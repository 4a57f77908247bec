package skills.taxonomy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of O*NET that is used, told by the name of its file, and where its rows go.
 *
 * @param scope which rows of our table such a file speaks of
 */
record OnetFile(
        String name,
        String table,
        List<String> keys,
        List<String> values,
        String scope,
        Function<TableFile.Row, List<@Nullable Object>> cells,
        String... columns) {

    private static final String SOC = "O*NET-SOC Code";

    static final List<OnetFile> ALL =
            List.of(
                    new OnetFile(
                            "Occupation_Data",
                            "onet_occupation",
                            List.of("soc"),
                            List.of("title", "description"),
                            "true",
                            r -> Arrays.asList(soc(r), r.need("Title"), r.get("Description")),
                            SOC,
                            "Title"),
                    new OnetFile(
                            "Job_Zones",
                            "onet_job_zone",
                            List.of("soc"),
                            List.of("zone"),
                            "true",
                            r -> List.of(soc(r), zone(r)),
                            SOC,
                            "Job Zone"),
                    ratings("Skills", "skill"),
                    ratings("Interests", "interest"),
                    ratings("Work_Values", "value"),
                    ratings("Work_Styles", "style"),
                    new OnetFile(
                            "Education_Training_and_Experience",
                            "onet_education",
                            List.of("soc", "element", "scale", "category"),
                            List.of("percent"),
                            "true",
                            r ->
                                    List.of(
                                            soc(r),
                                            r.need("Element ID"),
                                            r.need("Scale ID"),
                                            number(r, "Category").intValue(),
                                            number(r, "Data Value")),
                            SOC,
                            "Element ID",
                            "Scale ID",
                            "Category",
                            "Data Value"),
                    new OnetFile(
                            "Related_Occupations",
                            "onet_related",
                            List.of("soc", "related"),
                            List.of("tier", "place"),
                            "true",
                            r ->
                                    List.of(
                                            soc(r),
                                            r.need("Related O*NET-SOC Code"),
                                            r.need("Relatedness Tier"),
                                            number(r, "Index").intValue()),
                            SOC,
                            "Related O*NET-SOC Code",
                            "Relatedness Tier",
                            "Index"),
                    new OnetFile(
                            "Alternate_Titles",
                            "onet_title",
                            List.of("soc", "title"),
                            List.of(),
                            "true",
                            r -> List.of(soc(r), r.need("Alternate Title")),
                            SOC,
                            "Alternate Title"),
                    new OnetFile(
                            "Technology_Skills",
                            "onet_technology",
                            List.of("soc", "example", "product"),
                            List.of("hot"),
                            "true",
                            r ->
                                    List.of(
                                            soc(r),
                                            r.need("Example"),
                                            r.need("Commodity Title"),
                                            r.get("Hot Technology").equals("Y")),
                            SOC,
                            "Example",
                            "Commodity Title",
                            "Hot Technology"));

    static Optional<OnetFile> of(TableFile file) {
        String base = file.baseName().replaceFirst("\\.[a-z]+$", "").replace(' ', '_');
        return ALL.stream().filter(f -> f.name.equalsIgnoreCase(base)).findFirst();
    }

    private static OnetFile ratings(String file, String kind) {
        return new OnetFile(
                file,
                "onet_rating",
                List.of("kind", "soc", "element", "scale"),
                List.of("name", "rating"),
                "kind = '" + kind + "'",
                r ->
                        List.of(
                                kind,
                                soc(r),
                                r.need("Element ID"),
                                r.need("Scale ID"),
                                r.need("Element Name"),
                                number(r, "Data Value")),
                SOC,
                "Element ID",
                "Element Name",
                "Scale ID",
                "Data Value");
    }

    private static String soc(TableFile.Row row) {
        String soc = row.need(SOC);
        if (!soc.matches("\\d\\d-\\d{4}\\.\\d\\d"))
            throw new TableFile.Unusable("no O*NET-SOC code: " + soc);
        return soc;
    }

    private static int zone(TableFile.Row row) {
        int zone = number(row, "Job Zone").intValue();
        if (zone < 1 || zone > 5) throw new TableFile.Unusable("Job Zone is not 1 to 5");
        return zone;
    }

    private static BigDecimal number(TableFile.Row row, String column) {
        try {
            var number = new BigDecimal(row.need(column));
            if (number.abs().compareTo(BigDecimal.valueOf(1000)) >= 0)
                throw new NumberFormatException();
            return number.setScale(3, java.math.RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw new TableFile.Unusable(column + " is not a number");
        }
    }
}
