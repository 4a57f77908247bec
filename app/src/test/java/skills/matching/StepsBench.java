package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.assessment.SkillLists;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Skillset;

/**
 * How long steps, the lens and the best next skill take for one person on the demo world, and the
 * search alone when every occupation has openings. Not among the tests: run it with {@code
 * -Dtest=StepsBench}; it writes bench/results/steps.json.
 */
class StepsBench extends RoomTest {

    private static final int ROUNDS = 400;

    @Autowired DemoAccounts demo;
    @Autowired SkillClaims claims;
    @Autowired SkillLists lists;
    @Autowired OccupationProfiles profiles;
    @Autowired Steps steps;
    @Autowired StepGraphs graphs;
    @Autowired Lens lens;

    @Test
    void measures() throws IOException {
        AccountId account = person();
        Skillset all = graphs.now().all();
        Random random = new Random(1);
        int[] goals = random.ints(ROUNDS, 0, all.occupations()).toArray();
        int[] skills = random.ints(ROUNDS, 0, all.skills()).toArray();
        StepGraph.Start start = new StepGraph.Start(held(all), all.at(own()));
        boolean[] everywhere = new boolean[all.occupations()];
        Arrays.fill(everywhere, true);
        List<String> lines = new ArrayList<>();
        double[] page =
                times(i -> steps.stops(account, all.occupation(goals[i]), Optional.empty()));
        double[] opened = times(i -> lens.opened(account, all.skill(skills[i]), Optional.empty()));
        double[] best = times(i -> lens.best(account, Optional.empty(), 5));
        double[] search = times(i -> graphs.now().routes(start, goals[i], everywhere, 3));
        lines.add(line("steps, with words", page));
        lines.add(line("if I learned one skill", opened));
        lines.add(line("best next skill", best));
        lines.add(line("search alone, openings in every occupation", search));
        Path results = Path.of("../bench/results/steps.json");
        Files.createDirectories(results.getParent());
        Files.writeString(
                results,
                String.format(
                        Locale.ROOT,
                        "{\"what\":\"career steps and what a skill opens, one person, demo vacancies, %d occupations, %d skills\",\"each\":%d,\"results\":[%s],\"cores\":%d,\"at\":\"%s\"}%n",
                        all.occupations(),
                        all.skills(),
                        ROUNDS,
                        String.join(",", lines),
                        Runtime.getRuntime().availableProcessors(),
                        now()));
        System.out.println(lines);
        assertThat(percentile(page, 95)).isLessThan(50);
        assertThat(percentile(opened, 95)).isLessThan(100);
        assertThat(percentile(best, 95)).isLessThan(100);
    }

    private OccupationId own() {
        return profiles.bySlug("passenger-handling").orElseThrow();
    }

    private AccountId person() {
        String name = "b" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        lists.begin(account, own());
        profiles.of(own())
                .skills()
                .forEach(
                        s ->
                                claims.say(
                                        account,
                                        s.skill(),
                                        Level.ALONE,
                                        ClaimSource.STATEMENT,
                                        "t",
                                        null));
        return account;
    }

    private double[] held(Skillset all) {
        return graphs.now().after(new double[all.skills()], all.at(own()));
    }

    /** Milliseconds of each, sorted, after as many rounds to warm up. */
    private static double[] times(IntConsumer work) {
        for (int i = 0; i < ROUNDS; i++) work.accept(i);
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.accept(i);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double percentile(double[] sorted, int p) {
        return sorted[sorted.length * p / 100];
    }

    private static String line(String what, double[] times) {
        return String.format(
                Locale.ROOT,
                "{\"of\":\"%s\",\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"max_ms\":%.2f}",
                what,
                percentile(times, 50),
                percentile(times, 95),
                times[times.length - 1]);
    }
}
