package skills.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import skills.platform.Outbox;

/** Each hour: what was not to be kept goes. Every instance may do it at the same time. */
@Component
class Housekeeping {

    private final Erasure erasure;
    private final MailLinks links;
    private final Outbox outbox;
    private final Limits limits;

    Housekeeping(Erasure erasure, MailLinks links, Outbox outbox, Limits limits) {
        this.erasure = erasure;
        this.links = links;
        this.outbox = outbox;
        this.limits = limits;
    }

    @Scheduled(initialDelayString = "${skills.housekeeping.delay:PT10M}", fixedDelayString = "PT1H")
    void tidy() {
        erasure.eraseOldGuests();
        links.forgetOld();
        outbox.forgetOld();
        limits.forgetOld();
    }
}
