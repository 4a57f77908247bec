package skills.vacancy;

/** Distances as the crow flies. */
public final class Distance {

    /** Mean radius of the earth. */
    private static final double EARTH_KM = 6371.0088;

    private Distance() {}

    /** Kilometres between a place and a point, by the haversine formula. */
    public static double km(Place place, double lat, double lon) {
        return km(place.point(), new Point(lat, lon));
    }

    /** Kilometres between two points; off by at most 0.5%, since the earth is no perfect sphere. */
    public static double km(Point a, Point b) {
        double dLat = Math.toRadians(b.lat() - a.lat());
        double dLon = Math.toRadians(b.lon() - a.lon());
        double h =
                square(Math.sin(dLat / 2))
                        + Math.cos(Math.toRadians(a.lat()))
                                * Math.cos(Math.toRadians(b.lat()))
                                * square(Math.sin(dLon / 2));
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
