package skills.vacancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import skills.taxonomy.SkillId;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skillset;

/**
 * Searches open vacancies: by words, by what a person can do, with counts for each way to narrow
 * it. The index is each instance's own; it follows the database within a second or two and is made
 * anew when it is missing, damaged, or of another taxonomy. Vacancies come without their text.
 */
@Component
public class VacancySearch implements SmartLifecycle {

    /** After the taxonomy is loaded, before the web server. */
    private static final int PHASE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(VacancySearch.class);
    private static final long LOOK_EVERY_MS = 500;

    /** What expired longer ago is not kept in the index. */
    private static final int DAYS_KEPT = 31;

    /**
     * What was found.
     *
     * @param near the place around which was looked; null for anywhere
     * @param total how many on all pages
     * @param without how many there would be without one part of the search
     * @param corrected the words that were looked for instead; null when as typed
     */
    public record Found(
            List<Vacancy> rows,
            int total,
            @Nullable Place near,
            Counts counts,
            Map<VacancyQuery.Part, Integer> without,
            @Nullable String corrected) {}

    /** How many there are for each way to narrow a search, by its value; without empty ones. */
    public record Counts(
            Map<Integer, Integer> km,
            Map<HoursBand, Integer> hours,
            Map<Contract, Integer> contract,
            Map<WorkField, Integer> field,
            Map<EducationBand, Integer> education,
            Map<AskedLanguage, Integer> language,
            int pay,
            Map<Integer, Integer> days) {}

    /** A title, an employer or a place that begins as somebody types. */
    public record Help(Kind kind, String text, int openings) {

        public enum Kind {
            TITLE,
            EMPLOYER,
            PLACE
        }
    }

    /** What an occupation and the education asked add for a person. */
    @FunctionalInterface
    public interface Gain {

        /**
         * @param occupation its number in the skillset; -1 when it is not known
         * @param education 0 when the vacancy names no level, else one more than the number of its
         *     {@link EducationLevel}
         */
        double of(int occupation, int education);
    }

    /**
     * What finds candidates for a person.
     *
     * @param skills what each skill held counts for, above 0 and at most 1
     * @param gain null for nothing
     * @param mostGain what {@code gain} never passes
     * @param near where the person starts from; null when not known
     * @param km how far she would go
     * @param nearness what work next door adds; it is gone at twice {@code km}
     */
    public record Wanted(
            Map<SkillId, Double> skills,
            @Nullable Gain gain,
            double mostGain,
            @Nullable Point near,
            double km,
            double nearness) {}

    /** Candidates, the best first by a first, rough value; each is read when it is asked for. */
    public interface Candidates {

        int size();

        /** Never rises with the number. */
        double rough(int number);

        Vacancy vacancy(int number);
    }

    private final VacancyRows rows;
    private final Places places;
    private final SkillTable table;
    private final ObjectProvider<RequirementWeights> weights;
    private final Clock clock;
    private final Path folder;
    private final boolean wanted;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable VacancyIndex index;
    private volatile boolean running;
    private @Nullable Thread following;
    private final Map<UUID, Long> seen = new HashMap<>();

    VacancySearch(
            VacancyRows rows,
            Places places,
            SkillTable table,
            ObjectProvider<RequirementWeights> weights,
            Clock clock,
            @Value("${skills.index:}") String folder,
            @Value("${skills.index.vacancies:true}") boolean wanted)
            throws IOException {
        this.rows = rows;
        this.places = places;
        this.table = table;
        this.weights = weights;
        this.clock = clock;
        this.folder =
                (folder.isBlank() ? Files.createTempDirectory("skills-index") : Path.of(folder))
                        .resolve("vacancies");
        this.wanted = wanted;
    }

    /**
     * Open vacancies. Ordered by fit they come by words, or newest first: what fits is another
     * room's to say.
     *
     * @param size vacancies on a page
     */
    public Found find(VacancyQuery query, int size) {
        return find(query, place(query).orElse(null), size);
    }

    /**
     * As {@link #find} around a point that is known already; the place of the query is not used.
     */
    public Found find(VacancyQuery query, @Nullable Place near, int size) {
        Optional<Place> here = Optional.ofNullable(near);
        VacancyIndex.Found found = index().find(asked(query, here), size);
        VacancyIndex.Counts c = found.counts();
        return new Found(
                found.rows(),
                found.total(),
                near,
                new Counts(
                        c.km(),
                        c.hours(),
                        c.contract(),
                        c.field(),
                        c.education(),
                        c.language(),
                        c.pay(),
                        c.days()),
                found.without(),
                found.corrected());
    }

    /**
     * The vacancies that a person's skills, work and place point to.
     *
     * @param near as of the query, found already; null for anywhere
     * @param most how many candidates at most
     * @param use gets the candidates; they cannot be read after it returned
     */
    public <T> T nearest(
            Wanted wanted,
            VacancyQuery query,
            @Nullable Place near,
            int most,
            Function<Candidates, T> use) {
        return index().nearest(
                        new VacancyIndex.Wanted(
                                wanted.skills(),
                                wanted.gain(),
                                wanted.mostGain(),
                                wanted.near(),
                                wanted.km(),
                                wanted.nearness()),
                        asked(query, Optional.ofNullable(near)),
                        most,
                        candidates ->
                                use.apply(
                                        new Candidates() {
                                            @Override
                                            public int size() {
                                                return candidates.size();
                                            }

                                            @Override
                                            public double rough(int number) {
                                                return candidates.rough(number);
                                            }

                                            @Override
                                            public Vacancy vacancy(int number) {
                                                return candidates.vacancy(number);
                                            }
                                        }));
    }

    /** The place that a query names, by id, postcode or name; empty for anywhere. */
    public Optional<Place> place(VacancyQuery query) {
        if (query.place().isEmpty()) return Optional.empty();
        return places.find(query.place())
                .or(() -> places.search(query.place(), 1).stream().findFirst());
    }

    /** Completes what was typed: titles first, then employers, then places. */
    public List<Help> help(String typed, int most) {
        String text = typed.length() > 100 ? typed.substring(0, 100) : typed;
        List<Help> all = new ArrayList<>();
        var today = Today.of(clock);
        index().titles(text, today, most)
                .forEach(c -> all.add(new Help(Help.Kind.TITLE, c.text(), c.openings())));
        index().employers(text, today, Math.max(1, most / 3))
                .forEach(c -> all.add(new Help(Help.Kind.EMPLOYER, c.text(), c.openings())));
        if (text.strip().length() > 2)
            places.search(text, 2).stream()
                    .filter(p -> Folded.fold(p.name()).startsWith(Folded.fold(text)))
                    .forEach(p -> all.add(new Help(Help.Kind.PLACE, p.name(), 0)));
        return List.copyOf(all);
    }

    /** Plain BM25 over titles and texts, to be compared with. */
    List<VacancyId> plain(String text, int most) {
        return index().plain(text, Today.of(clock), most);
    }

    /** How many vacancies the index holds. */
    int size() {
        return index().size();
    }

    private VacancyIndex.Asked asked(VacancyQuery query, Optional<Place> near) {
        return new VacancyIndex.Asked(query, near.map(Place::point).orElse(null), Today.of(clock));
    }

    private VacancyIndex index() {
        try {
            if (running && !opened.await(60, TimeUnit.SECONDS))
                throw new IllegalStateException("the index of vacancies does not open");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        VacancyIndex now = index;
        if (now == null) throw new IllegalStateException("no index of vacancies");
        return now;
    }

    // ------------------------------------------------------------------ following the database

    private String version() {
        RequirementWeights given = weights.getIfAvailable();
        return given == null ? "even" : given.version();
    }

    /** Makes the index anew from the database. */
    void rebuild() {
        make(java.util.Objects.requireNonNull(index));
    }

    private synchronized void make(VacancyIndex index) {
        long start = System.nanoTime();
        VacancyRows.Mark mark = rows.mark();
        seen.clear();
        Skillset skillset = table.now();
        Map<SkillId, String> names = rows.skillNames();
        index.rebuild(
                each ->
                        rows.all(
                                Today.of(clock).minusDays(DAYS_KEPT),
                                row -> each.accept(document(row, skillset, names))),
                mark,
                version());
        LOG.info(
                "Index of vacancies: {}, made in {} ms",
                index.size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private VacancyIndex.Document document(
            VacancyRows.Row row, Skillset skillset, Map<SkillId, String> names) {
        Vacancy v = row.vacancy();
        RequirementWeights given = weights.getIfAvailable();
        double[] shares;
        if (given == null) {
            shares = new double[v.requirements().size()];
            java.util.Arrays.fill(shares, 1. / Math.max(1, shares.length));
        } else shares = given.shares(v.requirements());
        String skills =
                v.requirements().stream()
                        .map(r -> names.getOrDefault(r.skill(), ""))
                        .collect(Collectors.joining(" "));
        return new VacancyIndex.Document(
                row,
                shares,
                v.occupation() == null ? -1 : skillset.at(v.occupation().id()),
                skills,
                VacancyWords.plain(v.html()));
    }

    private @Nullable Map<SkillId, String> names;

    /** Reads what changed; called again and again by one thread. */
    synchronized void look() {
        VacancyIndex now = java.util.Objects.requireNonNull(index);
        VacancyRows.Mark mark = now.mark(version());
        if (mark == null) {
            make(now);
            return;
        }
        var changes = rows.since(mark, seen);
        boolean other =
                !changes.next().database().equals(mark.database())
                        || !changes.next().taxonomy().equals(mark.taxonomy())
                        || changes.next().from() < mark.from();
        if (other) {
            names = null;
            make(now);
            return;
        }
        Set<UUID> away = new HashSet<>(changes.gone());
        away.addAll(changes.written());
        Skillset skillset = table.now();
        if (!away.isEmpty() && names == null) names = rows.skillNames();
        now.follow(
                List.copyOf(away),
                each ->
                        rows.some(
                                changes.written(),
                                Today.of(clock).minusDays(DAYS_KEPT),
                                row -> each.accept(document(row, skillset, names))),
                changes.next(),
                version());
    }

    @Override
    public void start() {
        if (!wanted) return;
        running = true;
        following = Thread.ofPlatform().name("vacancy-index").daemon().start(this::follow);
    }

    private void follow() {
        boolean failing = false;
        while (running) {
            try {
                if (index == null) {
                    index = open();
                    // The first time whoever searches waits until it holds what the database does.
                    look();
                    opened.countDown();
                } else look();
                failing = false;
            } catch (RuntimeException e) {
                // The database may be away for a while: once is enough to say so.
                if (!failing && running) LOG.warn("The index of vacancies waits: {}", e.toString());
                failing = true;
                opened.countDown();
            }
            try {
                if (stopping.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private VacancyIndex open() {
        try {
            try {
                return new LuceneVacancies(folder);
            } catch (LockObtainFailedException other) {
                // Another instance writes to the same folder: each has its own.
                return new LuceneVacancies(Files.createTempDirectory("skills-vacancies"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (!running) return;
        running = false;
        Thread thread = following;
        if (thread != null) {
            // No interrupt: in the middle of writing it would break the index.
            stopping.countDown();
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        VacancyIndex now = index;
        index = null;
        if (now != null) now.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
