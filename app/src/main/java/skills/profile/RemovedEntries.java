package skills.profile;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What was taken away and can no longer be put back is deleted for good. */
@Component
class RemovedEntries {

    private final Profiles profiles;

    RemovedEntries(Profiles profiles) {
        this.profiles = profiles;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        profiles.forgetRemoved();
    }
}
