package skills.vacancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the shipped table of postcodes and makes towns and municipalities of it. */
final class PlaceFile {

    private static final String POSTCODES = "/content/places/postcodes-nl-be.csv.gz";
    private static final String ALIASES = "/content/places/aliases.csv";

    /** Raise it when the rows come out otherwise from the same file. */
    private static final String RULES = "1";

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private record Alias(String alias, boolean shown) {}

    private record Postcode(
            String country,
            String code,
            String name,
            Set<String> folded,
            String municipality,
            String province,
            double lat,
            double lon) {}

    private PlaceFile() {}

    /** Changes when the files or the rules do. */
    static String fingerprint() {
        try (var postcodes = open(POSTCODES);
                var aliases = open(ALIASES)) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(postcodes.readAllBytes());
            digest.update(aliases.readAllBytes());
            digest.update(RULES.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows; ids differ. */
    static List<PlaceRow> rows() {
        List<Postcode> postcodes = postcodes();
        Map<String, List<Postcode>> towns = new LinkedHashMap<>();
        Map<String, List<Postcode>> municipalities = new LinkedHashMap<>();
        for (Postcode p : postcodes) {
            String around = p.municipality.isEmpty() ? p.province : p.municipality;
            towns.computeIfAbsent(slug(p.country, p.name, around), k -> new ArrayList<>()).add(p);
            if (!p.municipality.isEmpty()) {
                municipalities
                        .computeIfAbsent(
                                slug(p.country, "gemeente", p.municipality), k -> new ArrayList<>())
                        .add(p);
            }
        }
        Map<String, PlaceRow> rows = new LinkedHashMap<>();
        for (Postcode p : postcodes) {
            put(
                    rows,
                    row(
                            slug(p.country, p.code, p.name),
                            PlaceRow.Kind.POSTCODE,
                            List.of(p),
                            p.name,
                            p.code));
        }
        towns.forEach(
                (id, parts) ->
                        put(rows, row(id, PlaceRow.Kind.TOWN, parts, parts.getFirst().name, null)));
        municipalities.forEach(
                (id, parts) -> {
                    String name = parts.getFirst().municipality;
                    // A town of that name stands for its municipality.
                    boolean town =
                            parts.stream().anyMatch(p -> p.folded.contains(Folded.fold(name)));
                    if (!town) put(rows, row(id, PlaceRow.Kind.MUNICIPALITY, parts, name, null));
                });
        return List.copyOf(rows.values());
    }

    private static void put(Map<String, PlaceRow> rows, PlaceRow row) {
        if (rows.putIfAbsent(row.id(), row) != null)
            throw new IllegalStateException("two places with id " + row.id());
    }

    private static PlaceRow row(
            String id,
            PlaceRow.Kind kind,
            List<Postcode> parts,
            String name,
            @Nullable String postcode) {
        Postcode first = parts.getFirst();
        Set<String> folded = new LinkedHashSet<>();
        folded.add(Folded.fold(name));
        if (kind != PlaceRow.Kind.MUNICIPALITY) parts.forEach(p -> folded.addAll(p.folded));
        return new PlaceRow(
                id,
                kind,
                first.country,
                postcode,
                name,
                first.municipality,
                first.province,
                rounded(parts.stream().mapToDouble(Postcode::lat).average().orElseThrow()),
                rounded(parts.stream().mapToDouble(Postcode::lon).average().orElseThrow()),
                parts.size(),
                folded);
    }

    private static List<Postcode> postcodes() {
        Map<String, List<Alias>> aliases = aliases();
        List<Postcode> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        try (Reader reader = text(new GZIPInputStream(open(POSTCODES)));
                var records = FORMAT.parse(reader)) {
            for (CSVRecord r : records) {
                Postcode p = postcode(r, aliases);
                // The source has a few places twice on one postcode, metres apart.
                if (seen.add(slug(p.country, p.code, p.name))) found.add(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Postcode postcode(CSVRecord r, Map<String, List<Alias>> aliases) {
        String country = r.get("country");
        String place = r.get("place");
        String shown = r.get("place_nl").isBlank() ? place : r.get("place_nl");
        Set<String> folded = new LinkedHashSet<>();
        folded.add(Folded.fold(shown));
        folded.add(Folded.fold(place));
        // "Bergen (NH)" and "Afferden L" are also just Bergen and Afferden.
        folded.add(Folded.fold(place.replaceAll("\\s*\\([^)]*\\)$|\\s+(L|NH|ZH|GLD|NB)$", "")));
        for (Alias alias : aliases.getOrDefault(country + place, List.of())) {
            folded.add(Folded.fold(alias.alias));
            if (alias.shown) shown = alias.alias;
        }
        return new Postcode(
                country,
                r.get("postcode"),
                shown,
                folded,
                r.get("municipality"),
                r.get("province"),
                Double.parseDouble(r.get("lat")),
                Double.parseDouble(r.get("lon")));
    }

    private static Map<String, List<Alias>> aliases() {
        Map<String, List<Alias>> found = new LinkedHashMap<>();
        try (Reader reader = text(open(ALIASES));
                var records = FORMAT.parse(reader)) {
            for (CSVRecord r : records) {
                found.computeIfAbsent(r.get("country") + r.get("name"), k -> new ArrayList<>())
                        .add(new Alias(r.get("alias"), r.get("shown").equals("yes")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String slug(String... parts) {
        return Folded.fold(String.join(" ", parts)).replace(' ', '-');
    }

    /** Four decimals are ten metres. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
    }

    private static Reader text(InputStream in) {
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = PlaceFile.class.getResourceAsStream(resource);
        if (in == null) throw new IOException("missing on the class path: " + resource);
        return in;
    }
}
