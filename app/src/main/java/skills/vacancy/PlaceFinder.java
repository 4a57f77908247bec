package skills.vacancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where vacancies are, from what they write as place. Holds the whole table: made for one
 * import.
 */
final class PlaceFinder {

    /**
     * @param name as it is shown
     */
    record Located(String name, @Nullable Point at) {}

    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "aan", "de", "den", "der", "en", "het", "in", "op", "van", "ter", "ten", "bij",
                    "on", "upon", "under");
    private static final Map<String, String> COUNTRIES =
            Map.of(
                    "nederland",
                    "NL",
                    "netherlands",
                    "NL",
                    "belgie",
                    "BE",
                    "belgium",
                    "BE",
                    "vlaanderen",
                    "BE",
                    "brussels hoofdstedelijk gewest",
                    "BE",
                    "flanders",
                    "BE");

    /** Names that are a region first, though some village may share them. */
    private static final Set<String> REGIONS =
            Set.of(
                    "nederland",
                    "netherlands",
                    "belgie",
                    "belgium",
                    "vlaanderen",
                    "flanders",
                    "randstad",
                    "limburg",
                    "gelderland",
                    "noord",
                    "zuid",
                    "oost",
                    "west",
                    "midden",
                    "noord holland",
                    "zuid holland",
                    "noord brabant",
                    "friesland",
                    "fryslan",
                    "drenthe",
                    "overijssel",
                    "flevoland",
                    "zeeland");

    /** Same name, far apart: the larger one is meant only when it is this many times as large. */
    private static final int CLEARLY_LARGER = 3;

    private static final double SAME_AREA_KM = 15;

    private final Map<String, List<PlaceRow>> byName = new HashMap<>();
    private final Map<String, List<PlaceRow>> byPostcode = new HashMap<>();

    PlaceFinder(List<PlaceRow> rows) {
        for (PlaceRow row : rows) {
            if (row.postcode() != null)
                byPostcode.computeIfAbsent(row.postcode(), k -> new ArrayList<>()).add(row);
            else
                row.folded()
                        .forEach(f -> byName.computeIfAbsent(f, k -> new ArrayList<>()).add(row));
        }
    }

    private record Written(String locality, @Nullable String country, @Nullable String postcode) {}

    private final Map<Written, Located> found = new ConcurrentHashMap<>();

    /**
     * @param at where the source says it is; wins over what we find
     */
    Located find(
            String locality,
            @Nullable String country,
            @Nullable String postcode,
            @Nullable Point at) {
        if (at != null) return look(locality, country, postcode, at);
        // A few thousand places come again and again.
        return found.computeIfAbsent(
                new Written(locality, country, postcode),
                w -> look(locality, country, postcode, null));
    }

    private Located look(
            String locality,
            @Nullable String country,
            @Nullable String postcode,
            @Nullable Point at) {
        boolean known = country == null || country.equals("NL") || country.equals("BE");
        if (!known) return new Located(pretty(locality), at);
        List<String> parts =
                Stream.of(locality.split("[,/]"))
                        .map(PlaceFinder::bare)
                        .filter(p -> !p.isEmpty())
                        .toList();
        PlaceRow byCode = postcode == null ? null : postcode(postcode, country, parts);
        PlaceRow named = byName(parts, country);
        String name =
                named != null
                        ? named.name()
                        : byCode != null && parts.isEmpty()
                                ? byCode.name()
                                : parts.isEmpty() ? "" : pretty(parts.getFirst());
        Point point =
                at != null
                        ? at
                        : byCode != null ? byCode.point() : named != null ? named.point() : null;
        return new Located(name, point);
    }

    private @Nullable PlaceRow postcode(
            String postcode, @Nullable String country, List<String> parts) {
        List<PlaceRow> rows =
                byPostcode.getOrDefault(postcode, List.of()).stream()
                        .filter(r -> country == null || r.country().equals(country))
                        .toList();
        // Both countries have four digits: without a country the place has to agree.
        return rows.stream()
                .filter(r -> parts.stream().anyMatch(p -> r.folded().contains(Folded.fold(p))))
                .findFirst()
                .orElse(
                        rows.isEmpty()
                                        || rows.stream().map(PlaceRow::country).distinct().count()
                                                > 1
                                ? null
                                : rows.getFirst());
    }

    private @Nullable PlaceRow byName(List<String> parts, @Nullable String country) {
        String land = country;
        for (String part : parts) if (land == null) land = COUNTRIES.get(Folded.fold(part));
        // The town comes first; where that is a part of a town, the town comes second.
        for (int i = 0; i < Math.min(2, parts.size()); i++) {
            String name = Folded.fold(parts.get(i));
            if (REGIONS.contains(name)) continue;
            Set<String> around =
                    parts.stream().skip(i + 1L).map(Folded::fold).collect(Collectors.toSet());
            PlaceRow found = choose(name, land, around);
            if (found != null) return found;
            // "Beveren-Kruibeke-Zwijndrecht", "'s-Hertogenbosch-Zuidoost": the first town of the
            // row.
            for (String part = parts.get(i); part.lastIndexOf('-') > 2; ) {
                part = part.substring(0, part.lastIndexOf('-'));
                found = choose(Folded.fold(part), land, around);
                if (found != null) return found;
            }
        }
        return null;
    }

    private @Nullable PlaceRow choose(String name, @Nullable String country, Set<String> around) {
        List<PlaceRow> rows =
                byName.getOrDefault(name, List.of()).stream()
                        .filter(r -> country == null || r.country().equals(country))
                        .sorted((a, b) -> b.weight() - a.weight())
                        .toList();
        List<PlaceRow> hinted =
                rows.stream()
                        .filter(
                                r ->
                                        around.contains(Folded.fold(r.municipality()))
                                                || around.contains(Folded.fold(r.province())))
                        .toList();
        if (!hinted.isEmpty()) return hinted.getFirst();
        if (rows.isEmpty()) return null;
        PlaceRow largest = rows.getFirst();
        boolean clear =
                rows.stream()
                        .skip(1)
                        .allMatch(
                                r ->
                                        Distance.km(largest.point(), r.point()) < SAME_AREA_KM
                                                || largest.weight() >= CLEARLY_LARGER * r.weight()
                                                || Folded.fold(largest.municipality()).equals(name)
                                                        && !Folded.fold(r.municipality())
                                                                .equals(name));
        return clear ? largest : null;
    }

    /** Without "en omgeving", "Area", "Provincie" and the like. */
    private static String bare(String part) {
        return part.strip()
                .replaceAll("(?i)^(regio|omgeving|gemeente|provincie|greater)\\s+", "")
                .replaceAll(
                        "(?i)\\s+(en omgeving|e\\.?\\s?o\\.?|area|metropolitan area|region|regio|\\(provincie\\))$",
                        "")
                .strip();
    }

    /** Capitals become a name: "SINT-DENIJS-WESTREM" is Sint-Denijs-Westrem. */
    static String pretty(String name) {
        if (name.length() < 3 || !name.equals(name.toUpperCase())) return name;
        var out = new StringBuilder();
        for (String word : name.toLowerCase().split("(?<=[ \\-/'(])")) {
            String letters = word.replaceAll("[^\\p{L}]", "");
            if (word.isEmpty()
                    || out.length() > 0 && SMALL_WORDS.contains(letters)
                    || letters.equals("s") && word.endsWith("'")) out.append(word);
            else if (word.startsWith("ij")) out.append("IJ").append(word.substring(2));
            else out.append(word.substring(0, 1).toUpperCase()).append(word.substring(1));
        }
        return out.toString();
    }
}
