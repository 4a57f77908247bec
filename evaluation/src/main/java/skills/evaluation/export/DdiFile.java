package skills.evaluation.export;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.Wave;

/**
 * The codebook by DDI-Codebook 2.5 (<a
 * href="https://ddialliance.org/Specification/DDI-Codebook/2.5/">DDI Alliance</a>), in the order of
 * elements that its schema asks. Counts of small groups are not told.
 */
final class DdiFile {

    private final Plan plan;
    private final List<Table> tables;
    private final int smallest;
    private final List<Text> notes;
    private final Xml xml = new Xml();

    private DdiFile(Plan plan, List<Table> tables, int smallest, List<Text> notes) {
        this.plan = plan;
        this.tables = tables;
        this.smallest = smallest;
        this.notes = notes;
    }

    /**
     * @param smallest group of which a count is told
     * @param notes what was made coarser
     */
    static String write(Plan plan, List<Table> tables, int smallest, List<Text> notes) {
        return new DdiFile(plan, tables, smallest, notes).write();
    }

    private String write() {
        xml.open(
                "codeBook",
                "version",
                "2.5",
                "xmlns",
                "ddi:codebook:2_5",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "ddi:codebook:2_5 https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd",
                "xml:lang",
                "nl");
        study();
        for (int t = 0; t < tables.size(); t++) file(t);
        xml.open("dataDscr");
        for (int t = 0; t < tables.size(); t++)
            for (int c = 0; c < tables.get(t).columns().size(); c++) variable(t, c);
        xml.close();
        return xml.close().end();
    }

    private void study() {
        xml.open("stdyDscr").open("citation").open("titlStmt");
        xml.element("titl", plan.title().nl(), "xml:lang", "nl");
        if (!plan.title().en().isEmpty())
            xml.element("parTitl", plan.title().en(), "xml:lang", "en");
        xml.element("IDNo", plan.name());
        xml.close().close();
        xml.open("stdyInfo").both("abstract", plan.question());
        if (plan.simulated() && plan.remark().nl().isEmpty())
            xml.both(
                    "abstract",
                    new Text("De antwoorden zijn verzonnen.", "The answers are made up."));
        xml.both("abstract", plan.remark());
        xml.open("sumDscr");
        for (Wave wave : plan.waves()) {
            day(wave, wave.opens(), "start");
            day(wave, wave.closes().minusSeconds(1), "end");
        }
        xml.element("nation", "Nederland", "abbr", "NL");
        xml.both("anlyUnit", new Text("Persoon", "Individual"));
        xml.both("dataKind", new Text("Antwoorden op vragenlijsten", "Survey data"));
        xml.close().close();
        xml.open("method").open("dataColl");
        xml.both("timeMeth", new Text("Meerdere rondes", "Longitudinal: panel"));
        for (Wave wave : plan.waves())
            xml.both(
                    "collMode",
                    new Text(
                            wave.name().nl() + ": " + MODES.get(wave.mode()).nl(),
                            wave.name().en() + ": " + MODES.get(wave.mode()).en()));
        xml.close().close();
        xml.open("dataAccs").open("useStmt");
        xml.both(
                "conditions",
                new Text(
                        "Probeer niet te achterhalen wie iemand is.",
                        "Do not try to find out who somebody is."));
        xml.close().close();
        for (Text note : notes) xml.both("notes", note);
        xml.close();
    }

    private static final Map<Wave.Mode, Text> MODES =
            Map.of(
                    Wave.Mode.ONLINE, new Text("online", "online"),
                    Wave.Mode.LESSON, new Text("in de les", "in a lesson"),
                    Wave.Mode.PHONE, new Text("per telefoon", "by telephone"));

    private void day(Wave wave, LocalDateTime moment, String event) {
        String day = moment.toLocalDate().toString();
        xml.element("collDate", day, "date", day, "event", event, "cycle", wave.id());
    }

    private void file(int t) {
        Table table = tables.get(t);
        xml.open("fileDscr", "ID", "F" + t, "URI", table.name() + ".csv").open("fileTxt");
        xml.element("fileName", table.name() + ".csv");
        xml.both("fileCont", table.title());
        xml.open("dimensns")
                .element("caseQnty", String.valueOf(table.rows().size()))
                .element("varQnty", String.valueOf(table.columns().size()))
                .close();
        xml.element("fileType", "text/csv; charset=utf-8");
        xml.close().close();
    }

    private void variable(int t, int place) {
        Table table = tables.get(t);
        Column c = table.columns().get(place);
        boolean number = c.kind() != Column.Kind.TEXT;
        xml.open(
                "var",
                "ID",
                "F" + t + "V" + place,
                "name",
                c.name(),
                "files",
                "F" + t,
                "intrvl",
                c.kind() == Column.Kind.NUMBER ? "contin" : "discrete",
                "nature",
                c.kind() == Column.Kind.NUMBER
                        ? "interval"
                        : number && !c.groups() ? "ordinal" : "nominal");
        xml.both("labl", c.label());
        if (c.lowest() != null && c.highest() != null)
            xml.open("valrng")
                    .element(
                            "range",
                            "",
                            "UNITS",
                            "INT",
                            "min",
                            c.lowest().toString(),
                            "max",
                            c.highest().toString())
                    .close();
        count("vald", table.rows().size() - table.missing(place));
        count("invd", table.missing(place));
        xml.both("txt", c.note());
        for (Column.Value v : c.values()) {
            xml.open("catgry").element("catValu", v.code()).both("labl", v.meaning());
            int count = table.count(place, v.code());
            if (c.groups() && count >= smallest)
                xml.element("catStat", String.valueOf(count), "type", "freq");
            xml.close();
        }
        xml.element("varFormat", "", "type", number ? "numeric" : "character").close();
    }

    private void count(String type, int count) {
        if (count >= smallest || count == 0)
            xml.element("sumStat", String.valueOf(count), "type", type);
    }
}
