package skills.vacancy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of places with every way to write its name.
 *
 * @param weight number of postcodes
 * @param folded names, folded as by {@link Folded}
 */
record PlaceRow(
        String id,
        Kind kind,
        String country,
        @Nullable String postcode,
        String name,
        String municipality,
        String province,
        double lat,
        double lon,
        int weight,
        Set<String> folded) {

    enum Kind {
        POSTCODE,
        TOWN,
        MUNICIPALITY
    }

    Point point() {
        return new Point(lat, lon);
    }
}
