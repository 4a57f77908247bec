package skills.identity;

import java.util.Arrays;

/** Where keeping leads in the end: never an address that somebody handed in. */
enum Onward {
    NEXT("/next"),
    START("/start"),
    CLASS("/class"),
    STUDIES("/studies"),
    EMPLOYER("/employer"),
    STUDY("/study"),
    ADMIN("/admin");

    private final String path;

    Onward(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    static Onward of(String path) {
        return Arrays.stream(values()).filter(o -> o.path.equals(path)).findAny().orElse(NEXT);
    }
}
