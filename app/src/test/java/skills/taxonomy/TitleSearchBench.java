package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.kernel.Language;

/**
 * How long a search takes while somebody types, one at a time. Not among the tests: run it with
 * {@code -Dtest=TitleSearchBench}; it writes bench/results/title-search.json.
 */
class TitleSearchBench extends RoomTest {

    private static final List<String> TYPED =
            List.of(
                    "stewardess",
                    "bagageafhandelaar",
                    "luchtvaartdienstverlener",
                    "beveliger luchthaven",
                    "vakkenvuller",
                    "pedagogisch medwerker",
                    "vrachtwagen chauffeur",
                    "hotelreceptioniste",
                    "administratief medewerker",
                    "medewerker klantenservice",
                    "timmervrouw",
                    "verpleegkundigen",
                    "orderpicker",
                    "kapster");

    @Autowired TitleSearch search;

    @Test
    void measures() throws IOException {
        for (int warm = 0; warm < 30; warm++) typeAll(new long[0]);
        int letters = TYPED.stream().mapToInt(t -> t.length() - 1).sum();
        long[] nanos = new long[letters * 10];
        int at = 0;
        for (int round = 0; round < 10; round++) {
            long[] part = new long[letters];
            typeAll(part);
            System.arraycopy(part, 0, nanos, at, letters);
            at += letters;
        }
        Arrays.sort(nanos);
        double p50 = nanos[nanos.length / 2] / 1e6;
        double p99 = nanos[nanos.length * 99 / 100] / 1e6;
        Path results = Path.of("../bench/results/title-search.json");
        Files.createDirectories(results.getParent());
        Files.writeString(
                results,
                String.format(
                        Locale.ROOT,
                        "{\"what\":\"title search, each letter typed of %d titles\",\"searches\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f,\"cores\":%d,\"at\":\"%s\"}%n",
                        TYPED.size(),
                        nanos.length,
                        p50,
                        p99,
                        nanos[nanos.length - 1] / 1e6,
                        Runtime.getRuntime().availableProcessors(),
                        now()));
        assertThat(p50).isLessThan(5);
    }

    private void typeAll(long[] nanos) {
        int at = 0;
        for (String typed : TYPED)
            for (int n = 2; n <= typed.length(); n++) {
                long start = System.nanoTime();
                search.search(typed.substring(0, n), Language.NL, 8);
                if (nanos.length > 0) nanos[at++] = System.nanoTime() - start;
            }
    }
}
