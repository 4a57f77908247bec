package skills.matching;

import skills.vacancy.Place;

/** Where a person looks for work: around a place, at most so many kilometres as the crow flies. */
public record SearchArea(Place place, int km) {}
