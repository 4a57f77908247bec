package skills.vacancy;

/**
 * A point on the earth, WGS 84.
 *
 * @param lat degrees, -90 to 90
 * @param lon degrees, -180 to 180
 */
public record Point(double lat, double lon) {

    public Point {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("no point on the earth: " + lat + ", " + lon);
        }
    }
}
