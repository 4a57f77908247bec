package skills.profile;

import org.jspecify.annotations.Nullable;
import skills.kernel.Language;
import skills.platform.Faults;

/**
 * An entry as typed. Missing fields are empty.
 *
 * @param crebo chosen qualification; "none" when the person keeps her own words, empty when not
 *     asked
 */
record EntryForm(
        String title,
        String organization,
        String period,
        String words,
        String activity,
        String eqf,
        String crebo,
        String field) {

    static final String OWN_WORDS = "none";
    static final EntryForm EMPTY = new EntryForm("", "", "", "", "hobby", "", "", "");

    EntryForm {
        title = FreeText.line(orEmpty(title));
        organization = FreeText.line(orEmpty(organization));
        period = FreeText.line(orEmpty(period));
        words = FreeText.story(orEmpty(words));
        activity = orEmpty(activity);
        eqf = orEmpty(eqf);
        crebo = orEmpty(crebo);
        field = FreeText.line(orEmpty(field));
    }

    static EntryForm of(Entry entry, Language language) {
        String when = entry.period().text(language);
        return switch (entry) {
            case Experience e ->
                    new EntryForm(e.title(), e.organization(), when, e.words(), "", "", "", "");
            case Education e ->
                    new EntryForm(
                            e.title(),
                            e.organization(),
                            when,
                            "",
                            "",
                            e.eqf() == null ? "" : e.eqf().toString(),
                            e.crebo() == null ? OWN_WORDS : e.crebo(),
                            e.field());
            case Activity a ->
                    new EntryForm(
                            a.title(),
                            a.organization(),
                            when,
                            a.words(),
                            a.kind() == Activity.Kind.VOLUNTEER ? "volunteer" : "hobby",
                            "",
                            "",
                            "");
        };
    }

    Faults faults(EntryKind kind) {
        var faults = new Faults();
        faults.addIf(title.isEmpty(), "title", "profile.fault.title." + kind.word());
        faults.addIf(FreeText.longer(title, FreeText.LINE), "title", "profile.fault.line");
        faults.addIf(
                FreeText.longer(organization, FreeText.LINE), "organization", "profile.fault.line");
        switch (PeriodText.read(period)) {
            case PeriodText.Read _ -> {}
            case PeriodText.EndsTooEarly _ -> faults.add("period", "profile.fault.period.order");
            case PeriodText.Unreadable _ -> faults.add("period", "profile.fault.period");
        }
        faults.addIf(
                kind == EntryKind.EDUCATION && !eqf.matches("[1-8]?"), "eqf", "profile.fault.eqf");
        faults.addIf(FreeText.longer(field, FreeText.LINE), "field", "profile.fault.line");
        faults.addIf(FreeText.longer(words, FreeText.STORY), "words", "profile.fault.story");
        return faults;
    }

    /** Only for a form without faults. */
    Entry entry(EntryKind kind, EntryId id, @Nullable Integer levelOfQualification) {
        Period when = ((PeriodText.Read) PeriodText.read(period)).period();
        return switch (kind) {
            case EXPERIENCE -> new Experience(id, title, organization, when, words);
            case EDUCATION ->
                    new Education(
                            id,
                            title,
                            organization,
                            when,
                            eqf.isEmpty() ? levelOfQualification : Integer.valueOf(eqf),
                            hasQualification() ? crebo : null,
                            field);
            case ACTIVITY ->
                    new Activity(
                            id,
                            activity.equals("volunteer")
                                    ? Activity.Kind.VOLUNTEER
                                    : Activity.Kind.HOBBY,
                            title,
                            organization,
                            when,
                            words);
        };
    }

    boolean hasQualification() {
        return !crebo.isEmpty() && !crebo.equals(OWN_WORDS);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
