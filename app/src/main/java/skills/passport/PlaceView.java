package skills.passport;

import java.util.List;
import skills.vacancy.Place;

/**
 * @param found several places to choose from; empty when nothing was typed or nothing found
 */
record PlaceView(String asked, List<Place> found) {}
