package skills.assessment;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import skills.identity.Access;
import skills.platform.Problem;

/** Drawings of statements; an address holds the version, so what was fetched stays good. */
@Controller
@Access(Access.By.EVERYONE)
class SceneController {

    private final Scenes scenes;

    SceneController(Scenes scenes) {
        this.scenes = scenes;
    }

    @GetMapping("/scenes/{instrument}/{version}/{item}.svg")
    ResponseEntity<Resource> scene(
            @PathVariable String instrument,
            @PathVariable String version,
            @PathVariable String item) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .body(scenes.file(instrument, item).orElseThrow(Problem::notFound));
    }
}
