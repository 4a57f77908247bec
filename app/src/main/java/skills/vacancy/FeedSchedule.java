package skills.vacancy;

import java.util.concurrent.Semaphore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each minute: feeds that are due. Every instance may do it at the same time. */
@Component
class FeedSchedule {

    /** A slow feed keeps two others from nothing. */
    private static final int AT_ONCE = 3;

    private final FeedRunner runner;
    private final Semaphore places = new Semaphore(AT_ONCE);

    FeedSchedule(FeedRunner runner) {
        this.runner = runner;
    }

    @Scheduled(initialDelayString = "${skills.feeds.wait:PT1M}", fixedDelayString = "PT1M")
    void tick() {
        soon();
        runner.settleOutlived();
    }

    /** Begins what is due without waiting for its end. */
    void soon() {
        if (!places.tryAcquire()) return;
        Thread.ofVirtual()
                .name("feeds")
                .start(
                        () -> {
                            try {
                                while (runner.runOne()) {}
                            } finally {
                                places.release();
                            }
                        });
    }
}
