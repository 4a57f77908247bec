package skills.vacancy;

import org.jspecify.annotations.Nullable;

/**
 * A place in the Netherlands or Belgium: a postcode area, a town or a municipality.
 *
 * @param id stays the same between versions of the table
 * @param municipality empty in Belgium, where the source does not tell
 * @param postcode four digits when the place was found by its postcode, else null
 */
public record Place(
        String id,
        String name,
        String municipality,
        String province,
        double lat,
        double lon,
        @Nullable String postcode) {

    public Place(
            String id, String name, String municipality, String province, double lat, double lon) {
        this(id, name, municipality, province, lat, lon, null);
    }

    public Point point() {
        return new Point(lat, lon);
    }

    /** As in a list to choose from: "1118 Schiphol, Haarlemmermeer" or "Utrecht, Utrecht". */
    public String label() {
        String around =
                municipality.isEmpty() || municipality.equals(name) ? province : municipality;
        return (postcode == null ? "" : postcode + " ") + name + ", " + around;
    }
}
