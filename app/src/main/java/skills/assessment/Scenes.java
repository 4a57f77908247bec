package skills.assessment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The drawings of statements. They ship with the build; a version that has none is shown in words.
 */
@Component
class Scenes {

    /** Null when there is no drawing. */
    @Nullable String address(InstrumentId instrument, String item) {
        return file(instrument.name(), item).isPresent()
                ? "/scenes/" + instrument.name() + "/" + instrument.version() + "/" + item + ".svg"
                : null;
    }

    Optional<Resource> file(String instrument, String item) {
        if (!instrument.matches("[a-z0-9-]+") || !item.matches("[a-z0-9]+"))
            return Optional.empty();
        var file =
                new ClassPathResource(
                        "content/instruments/" + instrument + "/scenes/" + item + ".svg");
        return file.exists() ? Optional.of(file) : Optional.empty();
    }
}
