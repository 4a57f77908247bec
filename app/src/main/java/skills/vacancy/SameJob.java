package skills.vacancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two postings are one job. Rather two vacancies too many than one job lost behind
 * another: names, place, dates, pay and hours may not contradict, and the texts must be one inside
 * the other.
 */
final class SameJob {

    /**
     * What is compared.
     *
     * @param source name of the feed or site
     * @param titleWords see {@link DoubleKeys#title}
     * @param employerWords see {@link DoubleKeys#employer}; empty when unknown
     */
    record Side(
            String source,
            List<String> titleWords,
            List<String> employerWords,
            String place,
            @Nullable Point at,
            @Nullable Pay pay,
            @Nullable Hours hours,
            @Nullable LocalDate posted,
            String language,
            @Nullable String address) {

        static Side of(Vacancy v) {
            return new Side(
                    v.source(),
                    DoubleKeys.title(v.title(), v.employer(), v.place()),
                    DoubleKeys.employer(v.employer()),
                    Folded.fold(v.place()),
                    v.at(),
                    v.pay(),
                    v.hours(),
                    v.posted(),
                    v.language(),
                    DoubleKeys.address(v.url()));
        }
    }

    private enum Like {
        SAME,
        NEAR,
        UNKNOWN,
        OTHER
    }

    /** A posting this much later is the job offered again. */
    private static final int MOST_DAYS_APART = 45;

    private static final double SAME_TOWN_KM = 8;

    /** Titles that differ in one of these name different jobs. */
    private static final Set<String> TELLING =
            Set.of(
                    "junior",
                    "medior",
                    "senior",
                    "leerling",
                    "stagiair",
                    "stage",
                    "trainee",
                    "assistent",
                    "assistant",
                    "hoofd",
                    "teamleider",
                    "manager",
                    "lead",
                    "leidinggevend",
                    "nacht",
                    "avond",
                    "weekend",
                    "dag",
                    "c",
                    "ce",
                    "be",
                    "i",
                    "ii",
                    "iii",
                    "eerste",
                    "tweede",
                    "aankomend",
                    "zelfstandig",
                    "bbl",
                    "bol",
                    "zzp",
                    "freelance",
                    "ic",
                    "seh",
                    "vakantie",
                    "bijbaan",
                    "intern",
                    "interim");

    private SameJob() {}

    /** What can be said without the texts: false when no text could make them the same. */
    static boolean possible(Side a, Side b) {
        return a.language.equals(b.language)
                && near(a.posted, b.posted)
                && place(a, b) != Like.OTHER
                && employer(a, b) != Like.OTHER
                && title(a, b) != Like.OTHER
                && payAgrees(a.pay, b.pay)
                && hoursAgree(a.hours, b.hours);
    }

    /** For two that are {@link #possible}. */
    static boolean same(Side a, Side b, Shingles left, Shingles right) {
        Like place = place(a, b);
        Like employer = employer(a, b);
        Like title = title(a, b);
        double shared = left.sharedWith(right);
        int size = Math.min(left.size(), right.size());
        boolean texts = size >= 30;
        boolean oneAddress = a.address != null && a.address.equals(b.address);
        // Two rows of one source have been told apart by it: only the very same text joins them.
        if (a.source.equals(b.source) && !oneAddress) return texts && shared >= 0.95 && size >= 40;
        if (oneAddress && title == Like.SAME) return !texts || shared >= 0.5;
        if (!texts) return employer == Like.SAME && place == Like.SAME && title == Like.SAME;
        if (employer == Like.SAME && place == Like.SAME)
            return shared >= (title == Like.SAME ? 0.75 : 0.85);
        if (employer == Like.SAME) return title == Like.SAME && shared >= 0.9 && size >= 40;
        if (place == Like.SAME) return shared >= (title == Like.SAME ? 0.85 : 0.92) && size >= 40;
        return title == Like.SAME && shared >= 0.95 && size >= 60;
    }

    private static boolean near(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || b == null || Math.abs(ChronoUnit.DAYS.between(a, b)) <= MOST_DAYS_APART;
    }

    private static Like place(Side a, Side b) {
        if (!a.place.isEmpty() && a.place.equals(b.place)) return Like.SAME;
        if (a.at != null && b.at != null)
            return Distance.km(a.at, b.at) <= SAME_TOWN_KM ? Like.SAME : Like.OTHER;
        return Like.UNKNOWN;
    }

    private static Like employer(Side a, Side b) {
        if (a.employerWords.isEmpty() || b.employerWords.isEmpty()) return Like.UNKNOWN;
        if (String.join("", a.employerWords).equals(String.join("", b.employerWords)))
            return Like.SAME;
        List<String> few =
                a.employerWords.size() <= b.employerWords.size()
                        ? a.employerWords
                        : b.employerWords;
        List<String> many = few == a.employerWords ? b.employerWords : a.employerWords;
        // "Jumbo" and "Jumbo Supermarkten": the longer name starts with the shorter.
        boolean starts = many.subList(0, few.size()).equals(few) && few.getFirst().length() > 3;
        return starts ? Like.SAME : Like.OTHER;
    }

    private static Like title(Side a, Side b) {
        if (String.join("", a.titleWords).equals(String.join("", b.titleWords))) return Like.SAME;
        Set<String> left = new HashSet<>(a.titleWords);
        Set<String> right = new HashSet<>(b.titleWords);
        if (left.equals(right)) return Like.SAME;
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        Set<String> apart = new HashSet<>(left);
        apart.addAll(right);
        int all = apart.size();
        apart.removeAll(both);
        if (apart.stream().anyMatch(TELLING::contains)) return Like.OTHER;
        boolean inside = both.size() == left.size() || both.size() == right.size();
        double share = (double) both.size() / all;
        return share >= 0.6 || inside && share >= 0.5 ? Like.NEAR : Like.OTHER;
    }

    private static boolean payAgrees(@Nullable Pay a, @Nullable Pay b) {
        if (a == null || b == null || a.per() != b.per() || !a.currency().equals(b.currency()))
            return true;
        // One source rounds, another does not.
        return a.min().doubleValue() <= b.max().doubleValue() * 1.03
                && b.min().doubleValue() <= a.max().doubleValue() * 1.03;
    }

    private static boolean hoursAgree(@Nullable Hours a, @Nullable Hours b) {
        return a == null || b == null || a.min() <= b.max() && b.min() <= a.max();
    }
}
