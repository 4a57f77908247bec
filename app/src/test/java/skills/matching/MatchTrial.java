package skills.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import skills.platform.Importer;
import skills.platform.Progress;
import skills.profile.Level;
import skills.taxonomy.SkillId;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skills;
import skills.taxonomy.Skillset;
import skills.vacancy.Places;
import skills.vacancy.SearchTrials;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancy;
import skills.vacancy.VacancyQuery;
import skills.vacancy.VacancySearch;

/**
 * Many generated vacancies are imported; then generated persons are matched with all of them, by
 * the index and one by one, beside plain BM25. Nothing is kept between two persons.
 */
public final class MatchTrial {

    private static final int TOP = 20;
    private static final int WARM = 60;

    /** Time that a thread really ran: on a busy machine less than the clock on the wall says. */
    private static final java.lang.management.ThreadMXBean CPU =
            java.lang.management.ManagementFactory.getThreadMXBean();

    private final JdbcClient jdbc;
    private final Importer imports;
    private final VacancySearch search;
    private final Vacancies vacancies;
    private final TopJobs top;
    private final FitWorks works;
    private final SkillTable table;
    private final Skills skills;
    private final Places places;
    private final Progress progress;

    public MatchTrial(ApplicationContext context, Progress progress) {
        this.progress = progress;
        jdbc = context.getBean(JdbcClient.class);
        imports =
                context.getBeansOfType(Importer.class).values().stream()
                        .filter(i -> i.name().equals("vacancies"))
                        .findFirst()
                        .orElseThrow();
        search = context.getBean(VacancySearch.class);
        vacancies = context.getBean(Vacancies.class);
        top = context.getBean(TopJobs.class);
        works = context.getBean(FitWorks.class);
        table = context.getBean(SkillTable.class);
        skills = context.getBean(Skills.class);
        places = context.getBean(Places.class);
    }

    /**
     * @param real file with real vacancies to mix sentences from; null for none
     * @return figures by name
     */
    public Map<String, Object> run(int n, int persons, long seed, @Nullable Path real, Path folder)
            throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("vacancies", n);
        LocalDate today = vacancies.today();
        // What is set up once for each import, and Java's own warming, is not what is measured.
        Path first = Files.createDirectories(folder.resolve("first"));
        SearchTrials.write(jdbc, today, seed + 1, real, first, Math.min(n, 2000));
        imports.run(first, folder.resolve("reports"), Progress.silent());
        takeAway();
        Path files = Files.createDirectories(folder.resolve("files"));
        var written = SearchTrials.write(jdbc, today, seed, real, files, n);
        progress.say("written " + n);
        figures.put("import", imported(files, folder, n));
        progress.say("imported: " + figures.get("import"));
        long start = System.nanoTime();
        SearchTrials.rebuild(search);
        figures.put(
                "index",
                Map.of("vacancies", SearchTrials.size(search), "rebuildSeconds", seconds(start)));
        figures.put("doubles", doubles(written.doubles()));
        progress.say("index: " + figures.get("index") + ", doubles: " + figures.get("doubles"));
        figures.putAll(matched(persons, seed));
        figures.put("newOne", newOne(folder, today));
        return figures;
    }

    /** Takes away what the trial brought. */
    public void takeAway() {
        jdbc.sql("delete from vacancy where source like 'bench-%'").update();
    }

    private Map<String, Object> imported(Path files, Path folder, int n) throws IOException {
        long cpu = processCpu();
        long start = System.nanoTime();
        var report = imports.run(files, folder.resolve("reports"), progress);
        double seconds = seconds(start);
        double requirements =
                jdbc.sql(
                                """
                                select (select count(*) from vacancy_requirement)::float
                                       / greatest(1, (select count(*) from vacancy))
                                """)
                        .query(Double.class)
                        .single();
        return ordered(
                "added",
                report.added(),
                "rejected",
                report.rejected(),
                "seconds",
                seconds,
                "aSecond",
                Math.round(n / seconds),
                "javaCpuSeconds",
                rounded((processCpu() - cpu) / 1e9),
                "requirementsEach",
                rounded(requirements));
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private Map<String, Object> doubles(Map<String, String> truth) {
        Map<String, UUID> shown = new HashMap<>();
        Set<String> marked = new HashSet<>();
        jdbc.sql("select key, id, same_as from vacancy where source like 'bench-%'")
                .query(
                        row -> {
                            String key = row.getString(1);
                            String id = key.substring(key.lastIndexOf('|') + 1);
                            UUID same = row.getObject(3, UUID.class);
                            shown.put(id, same == null ? row.getObject(2, UUID.class) : same);
                            if (same != null) marked.add(id);
                        });
        Map<UUID, Set<String>> groups = new HashMap<>();
        shown.forEach(
                (id, group) ->
                        groups.computeIfAbsent(group, k -> new HashSet<>()).add(root(id, truth)));
        long found =
                truth.entrySet().stream()
                        .filter(e -> same(shown, e.getKey(), e.getValue()))
                        .count();
        long wrong = groups.values().stream().mapToLong(g -> g.size() - 1).sum();
        return ordered(
                "true", truth.size(), "found", found, "marked", marked.size(), "wrong", wrong);
    }

    private static String root(String id, Map<String, String> truth) {
        String root = id;
        while (truth.containsKey(root)) root = truth.get(root);
        return root;
    }

    private static boolean same(Map<String, UUID> shown, String one, String other) {
        return shown.containsKey(one) && shown.get(one).equals(shown.get(other));
    }

    private record Somebody(PersonFacts facts, String words) {}

    private Map<String, Object> matched(int persons, long seed) {
        Random random = new Random(seed);
        List<Somebody> all = new ArrayList<>();
        List<String> towns = towns();
        for (int i = 0; i < persons + WARM; i++) all.add(somebody(random, towns));
        List<FitWork> everything = new ArrayList<>();
        List<Vacancy> open = new ArrayList<>();
        SearchTrials.all(
                vacancies,
                v -> {
                    open.add(v.html().isEmpty() ? v : withoutText(v));
                    everything.add(works.vacancy(v));
                });
        progress.say("compared one by one: " + open.size());
        Skillset skillset = table.now();
        double[] millis = new double[persons];
        double[] cpu = new double[persons];
        double[] plain = new double[persons];
        int equal = 0;
        double overlap = 0;
        double plainOverlap = 0;
        long reasons = 0;
        for (int i = 0; i < WARM + persons; i++) {
            Somebody who = all.get(i);
            long cpuStart = CPU.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Fitter fitter = Fitter.of(skillset, who.facts());
            List<TopJobs.Scored> best = top.best(fitter, VacancyQuery.ALL, null, TOP, Set.of());
            for (TopJobs.Scored s : best) reasons += fitter.fit(s.work()).components().size();
            double took = (System.nanoTime() - start) / 1e6;
            double tookCpu = (CPU.getCurrentThreadCpuTime() - cpuStart) / 1e6;
            start = System.nanoTime();
            var words = SearchTrials.plain(search, who.words(), TOP);
            double tookPlain = (System.nanoTime() - start) / 1e6;
            if (i < WARM) continue;
            millis[i - WARM] = took;
            cpu[i - WARM] = tookCpu;
            plain[i - WARM] = tookPlain;
            List<TopJobs.Scored> exact = exhaustive(fitter, open, everything);
            Set<UUID> ids = ids(exact);
            if (sameValues(best, exact)) equal++;
            overlap +=
                    ids(best).stream().filter(ids::contains).count()
                            / (double) Math.max(1, ids.size());
            plainOverlap +=
                    words.stream().filter(v -> ids.contains(v.value())).count()
                            / (double) Math.max(1, ids.size());
        }
        return ordered(
                "match",
                ordered(
                        "persons",
                        persons,
                        "p50Ms",
                        at(millis, .5),
                        "p95Ms",
                        at(millis, .95),
                        "p99Ms",
                        at(millis, .99),
                        "worstMs",
                        at(millis, 1),
                        "cpuP50Ms",
                        at(cpu, .5),
                        "cpuP95Ms",
                        at(cpu, .95),
                        "reasons",
                        reasons > 0),
                "exhaustive",
                ordered(
                        "equalTop20",
                        equal,
                        "share",
                        rounded(equal / (double) persons),
                        "sameVacancies",
                        rounded(overlap / persons)),
                "bm25",
                ordered(
                        "p50Ms",
                        at(plain, .5),
                        "p95Ms",
                        at(plain, .95),
                        "ofExhaustiveTop20",
                        rounded(plainOverlap / persons)));
    }

    /** Equals in value may stand for each other. */
    private static boolean sameValues(List<TopJobs.Scored> a, List<TopJobs.Scored> b) {
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++)
            if (Math.abs(a.get(i).value() - b.get(i).value()) > 1e-12) return false;
        return true;
    }

    private static List<TopJobs.Scored> exhaustive(
            Fitter fitter, List<Vacancy> open, List<FitWork> works) {
        var best = new java.util.PriorityQueue<>(TopJobs.Scored.BEST.reversed());
        for (int i = 0; i < works.size(); i++) {
            best.add(new TopJobs.Scored(open.get(i), works.get(i), fitter.cautious(works.get(i))));
            if (best.size() > TOP) best.poll();
        }
        List<TopJobs.Scored> order = new ArrayList<>(best);
        order.sort(TopJobs.Scored.BEST);
        return order;
    }

    private static Set<UUID> ids(List<TopJobs.Scored> scored) {
        return scored.stream().map(s -> s.vacancy().id().value()).collect(Collectors.toSet());
    }

    private static Vacancy withoutText(Vacancy v) {
        return new Vacancy(
                v.id(),
                "",
                null,
                "",
                null,
                null,
                null,
                Set.of(),
                v.posted(),
                v.openUntil(),
                false,
                "",
                false,
                null,
                "",
                "nl",
                false,
                null,
                List.of(),
                v.asked(),
                v.standing());
    }

    private List<String> towns() {
        return jdbc.sql(
                        "select id from place where kind = 'TOWN' and country = 'NL' and weight > 3 order by id")
                .query(String.class)
                .list();
    }

    /** Has worked in one occupation, knows a good part of it, and something beside. */
    private Somebody somebody(Random random, List<String> towns) {
        Skillset skillset = table.now();
        int own = random.nextInt(skillset.occupations());
        while (skillset.essential(own).length < 5) own = random.nextInt(skillset.occupations());
        Level[] levels = {
            Level.WITH_HELP, Level.ALONE, Level.ALONE, Level.WHEN_HARD, Level.TEACHES
        };
        Map<SkillId, HeldSkill> held = new HashMap<>();
        Set<SkillId> expected = new HashSet<>();
        for (int s : skillset.essential(own)) {
            expected.add(skillset.skill(s));
            if (random.nextInt(10) < 6)
                hold(held, skillset.skill(s), levels[random.nextInt(5)], random);
        }
        for (int s : skillset.useful(own))
            if (random.nextInt(10) < 2)
                hold(held, skillset.skill(s), levels[random.nextInt(5)], random);
        for (int i = 0; i < 4; i++)
            hold(
                    held,
                    skillset.skill(random.nextInt(skillset.skills())),
                    levels[random.nextInt(5)],
                    random);
        List<Worked> work =
                random.nextInt(3) == 0
                        ? List.of()
                        : List.of(
                                new Worked(
                                        skillset.occupation(own),
                                        6 + random.nextInt(90),
                                        random.nextInt(40)));
        List<Studied> studies =
                random.nextInt(3) == 0
                        ? List.of()
                        : List.of(
                                new Studied(
                                        2 + random.nextInt(5),
                                        List.of(skillset.occupation(own)),
                                        true));
        var home =
                random.nextInt(4) == 0
                        ? null
                        : places.find(towns.get(random.nextInt(towns.size())))
                                .orElseThrow()
                                .point();
        var facts =
                new PersonFacts(
                        held,
                        Set.of(),
                        expected,
                        work,
                        studies,
                        home,
                        10 + 10. * random.nextInt(6),
                        Wish.NONE);
        String words =
                skills.all(held.keySet()).values().stream()
                        .map(s -> s.name().nl())
                        .collect(Collectors.joining(" "));
        return new Somebody(facts, words);
    }

    private static void hold(
            Map<SkillId, HeldSkill> held, SkillId skill, Level level, Random random) {
        held.put(skill, new HeldSkill(skill, level, Proof.SAID, random.nextInt(24)));
    }

    /** How long after an import it is found, ten times. */
    private Map<String, Object> newOne(Path folder, LocalDate today) throws IOException {
        double[] millis = new double[10];
        for (int i = 0; i < millis.length; i++) {
            String title = "Proefbaan" + (char) ('a' + i) + "zzz";
            imports.run(
                    SearchTrials.one(folder, today, title),
                    folder.resolve("reports"),
                    Progress.silent());
            long start = System.nanoTime();
            while (search.find(VacancyQuery.ALL.words(title), 1).total() == 0) {
                if (System.nanoTime() - start > 20_000_000_000L)
                    throw new IllegalStateException(title + " is not found after 20 s");
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return ordered("findableP50Ms", at(millis, .5), "findableWorstMs", at(millis, 1));
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return rounded(
                sorted[
                        Math.clamp(
                                (int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)]);
    }

    private static double seconds(long start) {
        return rounded((System.nanoTime() - start) / 1e9);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }
}
