package skills.vacancy;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What education a vacancy asks, as people look for it. */
public enum EducationBand {
    /** The vacancy names none. */
    NONE,
    /** Vmbo, or the first two levels of mbo. */
    LOW,
    /** Mbo 3 or 4, mbo without a level, havo or vwo. */
    MBO,
    HBO,
    WO;

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<EducationBand> ofKey(String key) {
        return Stream.of(values()).filter(b -> b.key().equals(key)).findFirst();
    }

    static EducationBand of(@Nullable EducationLevel level) {
        return switch (level) {
            case null -> NONE;
            case VMBO, MBO_1, MBO_2 -> LOW;
            case MBO, MBO_3, SECONDARY, MBO_4 -> MBO;
            case ASSOCIATE, HBO -> HBO;
            case WO -> WO;
        };
    }
}
