package skills.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.Profiles;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Requirement;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well a fit orders, whom it treats otherwise, and how long it takes; not among the tests:
 * {@code ./skills bench fit} runs it.
 */
class FitBench extends RoomTest {

    private static final long SEED = 20261125;
    private static final int OCCUPATIONS = 1_500;
    private static final int TWINS = 60;
    private static final int WORKS = 10_000;
    private static final int ASKED = 12;

    @Autowired DemoAccounts demo;
    @Autowired SkillClaims claims;
    @Autowired Profiles personal;
    @Autowired OccupationProfiles profiles;
    @Autowired Occupations occupations;
    @Autowired FitPeople people;
    @Autowired FitWorks works;
    @Autowired Matcher matcher;

    @Test
    void bench() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", LocalDate.now().toString());
        all.put("machine", machine());
        all.put("seed", SEED);
        Skillset esco = EscoFiles.skillset();
        var evaluation = new FitEvaluation(esco, SEED);
        var rankers = new Rankers(esco).all();
        Map<String, Object> leaveOut = new LinkedHashMap<>();
        Map<String, Object> related = new LinkedHashMap<>();
        var judged = EscoFiles.related();
        for (boolean tuned : new boolean[] {false, true}) {
            String half = tuned ? "halfUsedToChooseWeights" : "halfSetAside";
            List<Integer> asked = evaluation.occupations(OCCUPATIONS, tuned);
            leaveOut.put(half, evaluation.figures(evaluation.leaveOut(rankers, asked)));
            related.put(half, evaluation.figures(evaluation.related(rankers, asked, judged)));
        }
        all.put("foundByHalfOfItsSkills", leaveOut);
        all.put("relatedByOnet", related);
        all.put(
                "alikeOtherwise",
                new FitTwins(demo, claims, personal, occupations, people, works)
                        .compare(FitTwins.titles(TWINS, SEED), SEED));
        all.put("speed", speed());
        String json = JsonMapper.builder().build().writeValueAsString(all);
        Files.writeString(Path.of("../bench/results/fit.json"), json + "\n");
        System.out.println(json);
    }

    private Map<String, Object> speed() {
        AccountId account =
                demo.person(
                        "x" + UUID.randomUUID().toString().substring(0, 8),
                        LocalizedText.same("x"),
                        Account.AgeGroup.ADULT,
                        99);
        var random = new Random(SEED);
        List<SkillId> said = new ArrayList<>();
        for (var id : profiles.written())
            profiles.of(id).skills().forEach(s -> said.add(s.skill()));
        java.util.Collections.shuffle(said, random);
        said.stream()
                .distinct()
                .limit(25)
                .forEach(
                        s -> claims.say(account, s, Level.ALONE, ClaimSource.STATEMENT, "t", null));
        Map<String, Object> speed = new LinkedHashMap<>();
        speed.put("skillsSaid", 25);
        speed.put("explorerMs", median(50, () -> matcher.within(account, 7)));
        var candidates = matcher.within(account, 7);
        speed.put("candidates", candidates.size());
        speed.put(
                "oneQuestionACandidateMs",
                median(
                        20,
                        () ->
                                candidates.forEach(
                                        c -> {
                                            occupations.find(c.occupation());
                                            occupations.skillsOf(c.occupation());
                                        })));
        speed.put("personFromDatabaseMs", median(50, () -> people.of(account)));
        PersonFacts facts = people.of(account);
        Skillset skillset = works.all().skillset();
        speed.put("personMadeReadyMs", median(200, () -> Fitter.of(skillset, facts)));
        Fitter fitter = people.fitter(account);
        double[] sum = new double[1];
        FitWork[] all = works.all().occupations();
        speed.put(
                "allOccupationsMs",
                median(
                        200,
                        () -> {
                            for (FitWork w : all) sum[0] += fitter.cautious(w);
                        }));
        FitWork[] vacancies = new FitWork[WORKS];
        for (int i = 0; i < WORKS; i++) vacancies[i] = vacancy(skillset, random);
        speed.put(
                "vacancyMicroseconds",
                FitEvaluation.round(
                        median(
                                        50,
                                        () -> {
                                            for (FitWork w : vacancies)
                                                sum[0] += fitter.cautious(w);
                                        })
                                * 1000
                                / WORKS));
        speed.put(
                "vacancyWithTreeAndChangesMicroseconds",
                FitEvaluation.round(
                        median(
                                        10,
                                        () -> {
                                            for (int i = 0; i < 500; i++)
                                                FitChanges.of(
                                                        fitter,
                                                        vacancies[i],
                                                        fitter.fit(vacancies[i]));
                                        })
                                * 1000
                                / 500));
        return speed;
    }

    private static FitWork vacancy(Skillset skillset, Random random) {
        List<FitWork.Ask> asks =
                random.ints(ASKED, 0, skillset.skills())
                        .distinct()
                        .mapToObj(
                                s ->
                                        new FitWork.Ask(
                                                skillset.skill(s),
                                                random.nextBoolean(),
                                                Requirement.Origin.EXTRACTED))
                        .toList();
        return FitWork.of(
                skillset,
                new FitWork.Facts(
                        true,
                        asks,
                        skillset.occupation(random.nextInt(skillset.occupations())),
                        4,
                        true,
                        null,
                        null,
                        null));
    }

    private static double median(int times, Runnable what) {
        double[] ms = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            what.run();
            ms[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(ms);
        return Math.round(ms[times / 2] * 1e4) / 1e4;
    }

    private static Map<String, Object> machine() {
        return Map.of(
                "cores", Runtime.getRuntime().availableProcessors(),
                "java", Runtime.version().toString(),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
