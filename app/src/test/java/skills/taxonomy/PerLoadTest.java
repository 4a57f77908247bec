package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PerLoadTest {

    private final AtomicLong load = new AtomicLong(1);
    private final AtomicInteger times = new AtomicInteger();
    private final PerLoad<String> made =
            new PerLoad<>(this, load::get, () -> load.get() + "/" + times.incrementAndGet());

    @Test
    void itIsMadeAtTheFirstUseAndOnce() {
        made.follow();
        assertThat(made.isMade()).isFalse();
        assertThat(made.now()).isEqualTo("1/1").isEqualTo(made.now());
        made.follow();
        assertThat(times).hasValue(1);
    }

    @Test
    void afterALoadTheOldOneHoldsUntilItIsFollowed() {
        made.now();
        load.set(2);
        assertThat(made.now()).isEqualTo("1/1");
        made.follow();
        assertThat(made.now()).isEqualTo("2/2");
    }
}
