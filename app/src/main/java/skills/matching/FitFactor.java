package skills.matching;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The components of a fit and everything that each reads. What is not listed here does not enter a
 * fit: no name, gender, age, origin, health, faith, language of the profile or address.
 */
enum FitFactor {
    SKILLS(
            FitWeight.SKILLS,
            false,
            "skills the person claims, with level, kind of proof and when it was said",
            "skills the person denied",
            "the occupation whose list of skills the person answers",
            "skills asked by the work: essential or useful, and where the demand comes from",
            "how many occupations ask a skill (ESCO)",
            "which skills are alike (ESCO, own list)"),
    EXPERIENCE(
            FitWeight.EXPERIENCE,
            false,
            "occupations of the person’s own work entries, with begin and end",
            "the occupation of the work",
            "how alike occupations are in the skills they ask"),
    EDUCATION(
            FitWeight.EDUCATION,
            false,
            "level and qualification of the person’s own diplomas, gained or expected",
            "level asked in the vacancy, else the job zone of O*NET"),
    TRAVEL(
            FitWeight.TRAVEL,
            true,
            "middle and size of the area that the person set to look in",
            "place of the work"),
    WISHES(
            FitWeight.WISHES,
            true,
            "hours and pay that the person wishes",
            "hours and pay that the vacancy gives"),
    /** Own view only, switchable: shifts the order a little and takes no share. */
    TRAITS(
            null,
            false,
            "the person’s own answers on how one works, when switched on",
            "work styles of the occupation (O*NET)"),
    /** Own view only, switchable: shifts the order a little and takes no share. */
    DRIVES(
            null,
            false,
            "the person’s own answers on what drives one, when switched on",
            "work values, styles and interests of the occupation (O*NET)");

    private final @Nullable FitWeight weight;
    private final boolean vacancyOnly;
    private final List<String> reads;

    FitFactor(@Nullable FitWeight weight, boolean vacancyOnly, String... reads) {
        this.weight = weight;
        this.vacancyOnly = vacancyOnly;
        this.reads = List.of(reads);
    }

    /** Its share in a fit; of traits and drives, how far they move one at most. */
    double weight() {
        return weight == null ? FitWeight.OWN_VIEW.value() : weight.value();
    }

    /** Takes a share of the fit, rather than shifting it in the person's own view. */
    boolean isShare() {
        return weight != null;
    }

    boolean vacancyOnly() {
        return vacancyOnly;
    }

    /** Everything that it looks at, in English, for the documents. */
    List<String> reads() {
        return reads;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
