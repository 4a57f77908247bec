package skills.profile;

import java.util.Locale;

/** The three lists of a profile, as their addresses name them. */
enum EntryKind {
    EXPERIENCE,
    EDUCATION,
    ACTIVITY;

    String path() {
        return "/profile/" + word();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EntryKind of(Entry entry) {
        return switch (entry) {
            case Experience _ -> EXPERIENCE;
            case Education _ -> EDUCATION;
            case Activity _ -> ACTIVITY;
        };
    }

    static EntryKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
