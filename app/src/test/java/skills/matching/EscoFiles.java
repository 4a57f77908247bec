package skills.matching;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/** ESCO and what O*NET calls related, read from the shipped files without a database. */
final class EscoFiles {

    private static final Path CONTENT = Path.of("../content/taxonomy");

    private static final List<String> CLOSENESS =
            List.of("exactMatch", "closeMatch", "narrowMatch", "broadMatch");

    /** What O*NET calls a tier is worth in a list of related occupations. */
    private static final Map<String, Integer> GAIN =
            Map.of("Primary-Short", 3, "Primary-Long", 2, "Supplemental", 1);

    private EscoFiles() {}

    /** Every occupation with the skills that ESCO gives it, and which skills are alike. */
    static Skillset skillset() throws IOException {
        var rows = new Skillset.Rows();
        for (CSVRecord r : rows("esco/occupations_en.csv.gz", ','))
            rows.occupation(OccupationId.of(r.get("conceptUri")));
        // A few pairs are both essential and optional: essential holds.
        Map<String, Map<String, Boolean>> asked = new TreeMap<>();
        for (CSVRecord r : rows("esco/occupationSkillRelations_en.csv.gz", ','))
            asked.computeIfAbsent(r.get("occupationUri"), k -> new TreeMap<>())
                    .merge(
                            r.get("skillUri"),
                            r.get("relationType").equals("essential"),
                            Boolean::logicalOr);
        asked.forEach(
                (o, skills) ->
                        skills.forEach(
                                (s, must) -> rows.asks(OccupationId.of(o), SkillId.of(s), must)));
        Set<List<String>> near = new HashSet<>();
        for (CSVRecord r : rows("esco/skillSkillRelations_en.csv.gz", ','))
            pair(near, r.get("originalSkillUri"), r.get("relatedSkillUri"));
        for (CSVRecord r : rows("esco/broaderRelationsSkillPillar_en.csv.gz", ','))
            if (r.get("broaderType").equals("KnowledgeSkillCompetence"))
                pair(near, r.get("conceptUri"), r.get("broaderUri"));
        for (List<String> p :
                near.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList())
            rows.near(SkillId.of(p.getFirst()), SkillId.of(p.getLast()));
        for (CSVRecord r : rows("esco/broaderRelationsSkillPillar_en.csv.gz", ','))
            if (!r.get("broaderType").equals("KnowledgeSkillCompetence"))
                rows.in(SkillId.of(r.get("conceptUri")), SkillId.of(r.get("broaderUri")).value());
        return rows.skillset();
    }

    private static void pair(Set<List<String>> near, String a, String b) {
        near.add(List.of(a, b));
        near.add(List.of(b, a));
    }

    /**
     * For each occupation with a counterpart in O*NET: what each other occupation is worth in a
     * list of related ones, 3 to 0. Occupations with the same counterpart or without one are left
     * out.
     */
    static Map<OccupationId, Map<OccupationId, Integer>> related() throws IOException {
        Map<OccupationId, String> soc = new HashMap<>();
        Map<OccupationId, Integer> place = new HashMap<>();
        for (CSVRecord r : rows("onet/onet_to_esco_crosswalk.csv.gz", ',')) {
            String uri = r.get("ESCO or ISCO URI");
            if (!uri.contains("/occupation/")) continue;
            var id = OccupationId.of(uri);
            int closeness = CLOSENESS.indexOf(r.get("Type of Match"));
            if (place.getOrDefault(id, 9) <= closeness) continue;
            place.put(id, closeness);
            soc.put(id, r.get("O*NET Id"));
        }
        Map<String, Map<String, Integer>> gains = new HashMap<>();
        for (CSVRecord r : rows("onet/Related_Occupations.tsv.gz", '\t'))
            gains.computeIfAbsent(r.get("O*NET-SOC Code"), k -> new HashMap<>())
                    .put(r.get("Related O*NET-SOC Code"), GAIN.get(r.get("Relatedness Tier")));
        Map<OccupationId, Map<OccupationId, Integer>> all = new HashMap<>();
        soc.forEach(
                (o, own) -> {
                    if (!gains.containsKey(own)) return;
                    Map<OccupationId, Integer> worth = new HashMap<>();
                    soc.forEach(
                            (other, code) -> {
                                if (!code.equals(own))
                                    worth.put(other, gains.get(own).getOrDefault(code, 0));
                            });
                    all.put(o, worth);
                });
        return all;
    }

    private static List<CSVRecord> rows(String file, char delimiter) throws IOException {
        try (Reader in =
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(CONTENT.resolve(file))),
                        StandardCharsets.UTF_8)) {
            var format =
                    delimiter == '\t'
                            ? CSVFormat.TDF.builder().setQuote(null)
                            : CSVFormat.DEFAULT.builder();
            return new ArrayList<>(
                    format.setHeader().setSkipHeaderRecord(true).get().parse(in).getRecords());
        }
    }
}
