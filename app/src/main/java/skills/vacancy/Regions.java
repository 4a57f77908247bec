package skills.vacancy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The regions there are, how they are written in an address, and which points lie in them. */
@Component
public class Regions {

    private static final Region.Everywhere EVERYWHERE = new Region.Everywhere();

    private static final Pattern NEAR =
            Pattern.compile("near:([\\p{L}\\p{N}' -]{1,120}):(\\d{1,3})");

    /** Farther than this from any Dutch postcode is not in the Netherlands. */
    private static final double FAR_KM = 15;

    /** Side of a cell of the grid: wider than {@link #FAR_KM} in both directions. */
    private static final double CELL = .25;

    private final JdbcClient jdbc;
    private final Places places;
    private volatile @Nullable Postcodes postcodes;

    Regions(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    private record Postcode(Point at, String country, String province) {}

    /** Which postcodes there are, by cell of the grid; the same in every instance. */
    private record Postcodes(String fingerprint, Map<Cell, List<Postcode>> cells) {}

    private record Cell(int lat, int lon) {

        static Cell of(Point p) {
            return new Cell((int) Math.floor(p.lat() / CELL), (int) Math.floor(p.lon() / CELL));
        }
    }

    public static Region everywhere() {
        return EVERYWHERE;
    }

    /** The provinces of the Netherlands by name. */
    public List<Region.Province> provinces() {
        return jdbc
                .sql(
                        "select distinct province from place where country = 'NL' and province <> '' order by province")
                .query(String.class)
                .list()
                .stream()
                .map(name -> new Region.Province(slug(name), name))
                .sorted(Comparator.comparing(Region.Province::slug))
                .toList();
    }

    /**
     * @param text as {@link Region#text} writes it; empty means everywhere
     * @return empty when there is no such region
     */
    public Optional<Region> parse(String text) {
        if (text.isBlank() || text.equals(EVERYWHERE.text())) return Optional.of(EVERYWHERE);
        Matcher near = NEAR.matcher(text);
        if (near.matches()) {
            int km = Integer.parseInt(near.group(2));
            if (km < 1 || km > 300) return Optional.empty();
            return places.find(near.group(1)).map(place -> new Region.Around(place, km));
        }
        return provinces().stream()
                .filter(p -> p.slug().equals(text))
                .map(Region.class::cast)
                .findAny();
    }

    /** Which points lie in a region. */
    Predicate<Point> in(Region region) {
        return switch (region) {
            case Region.Everywhere e -> point -> true;
            case Region.Around a -> point -> Distance.km(a.place().point(), point) <= a.km();
            case Region.Province p -> {
                Map<Cell, List<Postcode>> cells = postcodes().cells;
                yield point -> p.name().equals(province(point, cells));
            }
        };
    }

    /** The Dutch province of the nearest postcode; null abroad. */
    private static @Nullable String province(Point point, Map<Cell, List<Postcode>> cells) {
        Cell here = Cell.of(point);
        Postcode nearest = null;
        double least = FAR_KM;
        for (int lat = here.lat - 1; lat <= here.lat + 1; lat++)
            for (int lon = here.lon - 1; lon <= here.lon + 1; lon++)
                for (Postcode p : cells.getOrDefault(new Cell(lat, lon), List.of())) {
                    double km = Distance.km(p.at, point);
                    if (km < least) {
                        least = km;
                        nearest = p;
                    }
                }
        return nearest != null && nearest.country.equals("NL") ? nearest.province : null;
    }

    private Postcodes postcodes() {
        String newest =
                jdbc.sql("select coalesce(max(fingerprint), '') from place_load")
                        .query(String.class)
                        .single();
        Postcodes before = postcodes;
        if (before != null && before.fingerprint.equals(newest)) return before;
        Map<Cell, List<Postcode>> cells = new HashMap<>();
        jdbc.sql(
                        "select lat, lon, country, province from place where kind = 'POSTCODE' order by id")
                .query(
                        row -> {
                            var at = new Point(row.getDouble("lat"), row.getDouble("lon"));
                            cells.computeIfAbsent(Cell.of(at), c -> new ArrayList<>())
                                    .add(
                                            new Postcode(
                                                    at,
                                                    row.getString("country"),
                                                    row.getString("province")));
                        });
        var read = new Postcodes(newest, cells);
        postcodes = read;
        return read;
    }

    private static String slug(String name) {
        return Folded.fold(name).replace(' ', '-');
    }
}
