package skills.vacancy;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import skills.platform.ImportFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JobPostings inside a web page: each script of type application/ld+json. */
final class HtmlRows {

    private HtmlRows() {}

    static List<VacancyFile.Row> read(String name, String html) throws ImportFailed {
        List<VacancyFile.Row> rows = new ArrayList<>();
        for (Element script : Jsoup.parse(html).select("script[type*=ld+json]")) {
            // Some sites wrap the data in a comment or leave line breaks inside texts.
            String json =
                    script.data()
                            .strip()
                            .replaceAll("^(<!--|//<!\\[CDATA\\[)|(-->|//]]>)$", "")
                            .replaceAll("[\\r\\n\\t]", " ");
            long number = rows.size() + 1;
            try {
                for (JsonNode node : JsonRows.postings(json))
                    rows.add(new VacancyFile.Row.Read(rows.size() + 1, node));
            } catch (JacksonException e) {
                if (json.contains("JobPosting"))
                    rows.add(
                            new VacancyFile.Row.Bad(
                                    number, "not valid JSON: " + JsonRows.reason(e), json));
            }
        }
        if (rows.isEmpty())
            throw new ImportFailed(name + " is a web page without a JobPosting in it.");
        return rows;
    }
}
