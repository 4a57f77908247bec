package skills.vacancy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one segment of the index that every search looks at, as plain arrays: some 34 bytes
 * a vacancy. A segment never changes, so they are read once.
 */
final class VacancyColumns {

    private static final Map<IndexReader.CacheKey, VacancyColumns> KNOWN =
            new ConcurrentHashMap<>();

    private final int[] from;
    private final int[] until;
    private final short[] occupation;
    private final byte[] field;

    /** 0 where the vacancy names no level, else one more than its number. */
    private final byte[] education;

    /** As {@link AskedLanguage#bits}. */
    private final int[] language;

    private final byte[] hours;
    private final short[] contract;
    private final boolean[] pay;
    private final int[] tie;

    /** NaN where the place is not known. */
    private final float[] lat;

    private final float[] lon;

    private VacancyColumns(LeafReader leaf) throws IOException {
        int n = leaf.maxDoc();
        from = new int[n];
        until = new int[n];
        occupation = new short[n];
        field = new byte[n];
        education = new byte[n];
        language = new int[n];
        hours = new byte[n];
        contract = new short[n];
        pay = new boolean[n];
        tie = new int[n];
        lat = new float[n];
        lon = new float[n];
        java.util.Arrays.fill(lat, Float.NaN);
        read(leaf, "from", (doc, v) -> from[doc] = (int) v);
        read(leaf, "until", (doc, v) -> until[doc] = (int) v);
        read(leaf, "occupation", (doc, v) -> occupation[doc] = (short) v);
        read(leaf, "field", (doc, v) -> field[doc] = (byte) v);
        read(leaf, "education", (doc, v) -> education[doc] = (byte) v);
        read(leaf, "language", (doc, v) -> language[doc] = (int) v);
        read(leaf, "hours", (doc, v) -> hours[doc] = (byte) v);
        read(leaf, "contract", (doc, v) -> contract[doc] = (short) v);
        read(leaf, "tie", (doc, v) -> tie[doc] = (int) v);
        read(leaf, "pay", (doc, v) -> pay[doc] = v == 1);
        SortedNumericDocValues at = DocValues.getSortedNumeric(leaf, "at");
        for (int doc = at.nextDoc(); doc < n; doc = at.nextDoc()) {
            long both = at.nextValue();
            lat[doc] = (float) GeoEncodingUtils.decodeLatitude((int) (both >> 32));
            lon[doc] = (float) GeoEncodingUtils.decodeLongitude((int) both);
        }
    }

    @FunctionalInterface
    private interface Put {
        void at(int doc, long value);
    }

    private static void read(LeafReader leaf, String name, Put put) throws IOException {
        NumericDocValues values = DocValues.getNumeric(leaf, name);
        for (int doc = values.nextDoc(); doc < leaf.maxDoc(); doc = values.nextDoc())
            put.at(doc, values.longValue());
    }

    static VacancyColumns of(LeafReader leaf) throws IOException {
        var key = leaf.getCoreCacheHelper().getKey();
        VacancyColumns known = KNOWN.get(key);
        if (known != null) return known;
        var made = new VacancyColumns(leaf);
        if (KNOWN.putIfAbsent(key, made) == null)
            leaf.getCoreCacheHelper().addClosedListener(KNOWN::remove);
        return made;
    }

    /**
     * @param occupation its number in the table of skills; -1 when unknown
     */
    static void write(Document document, Vacancy v, @Nullable String isco, int occupation) {
        LocalDate posted = java.util.Objects.requireNonNull(v.posted());
        LocalDate last = java.util.Objects.requireNonNull(v.openUntil());
        LocalDate ended = v.standing().endedOn();
        if (ended != null && !ended.isAfter(last)) last = ended.minusDays(1);
        int until = (int) last.toEpochDay();
        put(document, "tie", v.id().value().getMostSignificantBits() >> 32);
        put(document, "from", posted.toEpochDay());
        put(document, "until", until);
        document.add(new IntPoint("until", until));
        put(document, "occupation", occupation);
        put(document, "field", WorkField.of(isco).ordinal());
        EducationLevel level = v.asked().education();
        put(document, "education", level == null ? 0 : level.ordinal() + 1);
        put(document, "language", AskedLanguage.bits(v.asked().languages()));
        int bands = 0;
        if (v.hours() != null)
            for (HoursBand band : HoursBand.values())
                if (band.holds(v.hours())) bands |= 1 << band.ordinal();
        put(document, "hours", bands);
        put(document, "contract", VacancyFacts.bits(v.contract()));
        put(document, "pay", v.pay() == null ? 0 : 1);
        if (v.at() != null)
            document.add(new LatLonDocValuesField("at", v.at().lat(), v.at().lon()));
    }

    private static void put(Document document, String name, long value) {
        document.add(new NumericDocValuesField(name, value));
    }

    boolean open(int doc, int day) {
        return from[doc] <= day && until[doc] >= day;
    }

    int posted(int doc) {
        return from[doc];
    }

    /** Decides between equals, the same on every instance. */
    int tie(int doc) {
        return tie[doc];
    }

    int occupation(int doc) {
        return occupation[doc];
    }

    int education(int doc) {
        return education[doc];
    }

    int language(int doc) {
        return language[doc];
    }

    int field(int doc) {
        return field[doc];
    }

    int hours(int doc) {
        return hours[doc];
    }

    int contract(int doc) {
        return contract[doc];
    }

    boolean pay(int doc) {
        return pay[doc];
    }

    /** Kilometres; infinite when the place is not known. */
    double km(int doc, Point near) {
        return Float.isNaN(lat[doc])
                ? Double.POSITIVE_INFINITY
                : Distance.km(near, new Point(lat[doc], lon[doc]));
    }

    /** Kilometres north or south alone: never more than the distance, and quick. */
    double atLeastKm(int doc, Point near) {
        return Float.isNaN(lat[doc])
                ? Double.POSITIVE_INFINITY
                : Math.abs(lat[doc] - near.lat()) * 111.19;
    }
}
