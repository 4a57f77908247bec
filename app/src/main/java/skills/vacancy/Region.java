package skills.vacancy;

/** A part of the country that figures about vacancies can be asked of. */
public sealed interface Region {

    /** As in an address; {@link Regions#parse} reads it again. */
    String text();

    /** Wherever a vacancy is, one without a place included. */
    record Everywhere() implements Region {

        @Override
        public String text() {
            return "all";
        }
    }

    /**
     * One of the twelve provinces of the Netherlands. A vacancy belongs to the province of the
     * postcode nearest to it.
     *
     * @param slug the name in lower case letters and dashes
     */
    record Province(String slug, String name) implements Region {

        @Override
        public String text() {
            return slug;
        }
    }

    /**
     * As the crow flies around a place.
     *
     * @param km 1 to 300
     */
    record Around(Place place, int km) implements Region {

        public Around {
            if (km < 1 || km > 300) throw new IllegalArgumentException("km " + km);
        }

        @Override
        public String text() {
            return "near:" + place.id() + ":" + km;
        }
    }
}
