package skills.taxonomy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.kernel.LocalizedText;

/**
 * Finds occupations and qualifications by what people call them: forgiving of typing errors, split
 * and joined compounds, plural and gender. The index is made from the database when the application
 * starts, and again after an import; each instance has its own.
 */
@Component
public class TitleSearch implements SmartLifecycle {

    /** After the first load of data, before the web server. */
    static final int PHASE = FirstLoad.PHASE + 10;

    private static final Logger LOG = LoggerFactory.getLogger(TitleSearch.class);
    private static final int CANDIDATES = 220;
    private static final int LONGEST = 100;

    /** What fits less is not shown. */
    private static final double WORST = 0.5;

    /** So many concepts that fit so well are enough. */
    private static final double GOOD = 0.85;

    private static final int ENOUGH = 3;

    /** Fewer letters mean nothing yet. */
    private static final int SHORTEST_MEANT = 5;

    /**
     * So many that are meant are shown beside those that are written alike, if they fit so well.
     */
    private static final int MOST_MEANT = 3;

    private static final double MEANT = 0.6;

    /** What a hit is. */
    public enum Kind {
        OCCUPATION,
        QUALIFICATION
    }

    /**
     * One concept that was found.
     *
     * @param id uuid of the occupation, or crebo number of the qualification
     * @param also the label that matched, where it is another one than the title
     * @param detail what tells it apart: of a qualification its level and kind, such as
     *     4|middenkaderopleiding; of an occupation the name of its ISCO group
     */
    public record Hit(Kind kind, String id, String title, @Nullable String also, String detail) {

        /** Level of a qualification, 1 to 4; 0 for an occupation. */
        public int level() {
            return kind == Kind.QUALIFICATION ? detail.charAt(0) - '0' : 0;
        }
    }

    /**
     * @param alsoSearched what was searched for instead, when a word had to be corrected
     */
    public record Found(List<Hit> hits, @Nullable String alsoSearched) {

        static final Found NOTHING = new Found(List.of(), null);

        public Found {
            hits = List.copyOf(hits);
        }
    }

    private record Ranked(TitleIndex.Candidate label, TitleLikeness.Fit fit, double score) {}

    /** An index and the concepts it points to, replaced together. */
    private record Ready(
            TitleIndex index, Map<String, SearchedTitles.Concept> concepts, String madeOf) {}

    private final SearchedTitles titles;
    private final TextMatcher meanings;
    private final Path folder;
    private volatile @Nullable Ready ready;
    private volatile boolean running;
    private final CountDownLatch opened = new CountDownLatch(1);

    TitleSearch(
            SearchedTitles titles, TextMatcher meanings, @Value("${skills.index:}") String folder)
            throws IOException {
        this.titles = titles;
        this.meanings = meanings;
        this.folder =
                folder.isBlank() ? Files.createTempDirectory("skills-index") : Path.of(folder);
    }

    /**
     * Searches while somebody types: the last word may be half.
     *
     * @param text what was typed; fewer than two letters finds nothing, more than 100 are cut
     * @param limit at most so many hits, 1 to 50
     */
    public Found search(String text, Language language, int limit) {
        Ready now = whenOpen();
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String folded = TitleText.fold(Clean.label(cut));
        if (now == null || folded.length() < 2) return Found.NOTHING;
        var likeness = new TitleLikeness(folded);
        var best = new HashMap<String, Ranked>();
        try {
            rank(now.index().candidates(folded, CANDIDATES, false), likeness, language, best);
            // As it stands it is found well: no need to look for what else may have been meant.
            long good = best.values().stream().filter(r -> r.fit().score() >= GOOD).count();
            if (good < ENOUGH)
                rank(now.index().candidates(folded, CANDIDATES, true), likeness, language, best);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Ranked> order =
                best.values().stream()
                        .filter(
                                r ->
                                        r.fit().score() >= WORST
                                                && now.concepts().containsKey(r.label().concept()))
                        .sorted(
                                Comparator.comparingDouble(Ranked::score)
                                        .reversed()
                                        .thenComparing(r -> r.label().concept()))
                        .limit(limit)
                        .toList();
        var hits = new ArrayList<Hit>();
        for (Ranked ranked : order)
            hits.add(hit(ranked, now.concepts().get(ranked.label().concept()), language));
        boolean well = order.stream().anyMatch(r -> r.fit().score() >= GOOD);
        if (!well && hits.size() < limit) addMeant(cut, language, limit, now, hits);
        return new Found(hits, order.isEmpty() ? null : order.getFirst().fit().corrected());
    }

    /** Where letters find nothing that fits well: what the words mean, after what letters found. */
    private void addMeant(String text, Language language, int limit, Ready now, List<Hit> hits) {
        if (text.strip().length() < SHORTEST_MEANT) return;
        for (TextMatcher.FoundOccupation found :
                meanings.occupationsAtOnce(text, language, MOST_MEANT)) {
            SearchedTitles.Concept concept = now.concepts().get(Kind.OCCUPATION + "/" + found.id());
            boolean there = hits.stream().anyMatch(h -> h.id().equals(found.id().toString()));
            if (found.score() < MEANT || there || concept == null || hits.size() >= limit) continue;
            hits.add(hit(found.label(), concept, language));
        }
    }

    private static void rank(
            List<TitleIndex.Candidate> labels,
            TitleLikeness likeness,
            Language language,
            Map<String, Ranked> best) {
        for (TitleIndex.Candidate label : labels) {
            TitleLikeness.Fit fit = likeness.to(label.words(), label.stems());
            double own = label.language().equals(language.code()) ? 0.02 : 0;
            var ranked = new Ranked(label, fit, fit.score() + label.weight() + own);
            best.merge(label.concept(), ranked, (a, b) -> a.score() >= b.score() ? a : b);
        }
    }

    private static Hit hit(Ranked ranked, SearchedTitles.Concept concept, Language language) {
        return hit(ranked.label().text(), concept, language);
    }

    private static Hit hit(String label, SearchedTitles.Concept concept, Language language) {
        String title = concept.title().in(language);
        LocalizedText names = concept.title();
        boolean same =
                TitleText.fold(label).equals(TitleText.fold(title))
                        || label.equals(names.nl())
                        || label.equals(names.en())
                        || label.equals(concept.id());
        return new Hit(
                concept.kind(),
                concept.id(),
                title,
                same ? null : label,
                concept.detail().in(language));
    }

    /**
     * One of the names of an occupation.
     *
     * @param title how the occupation is called on our pages
     * @param weight how good a name it is, around 0
     */
    public record Name(
            OccupationId occupation,
            LocalizedText title,
            String name,
            Language language,
            double weight) {}

    /** Every name of every occupation, as the database has them now: for who compares many. */
    public List<Name> names() {
        Map<String, SearchedTitles.Concept> concepts = titles.concepts();
        var names = new ArrayList<Name>();
        for (TitleIndex.Label label : titles.labels()) {
            SearchedTitles.Concept concept = concepts.get(label.concept());
            if (concept == null || concept.kind() != Kind.OCCUPATION) continue;
            names.add(
                    new Name(
                            OccupationId.parse(concept.id()),
                            concept.title(),
                            label.text(),
                            label.language().equals(Language.EN.code()) ? Language.EN : Language.NL,
                            label.weight()));
        }
        return names;
    }

    /** Makes the index again when a load changed what there is to find. */
    @Scheduled(fixedDelay = 5000)
    void follow() {
        Ready now = ready;
        if (now != null && !titles.madeOf().equals(now.madeOf())) open();
        if (now == null && opened.getCount() == 0 && running) open();
    }

    private synchronized void open() {
        String madeOf = titles.madeOf();
        long start = System.nanoTime();
        try {
            TitleIndex index;
            try {
                index = TitleIndex.open(folder, madeOf, titles::labels);
            } catch (LockObtainFailedException other) {
                // Another instance writes to the same folder: each has its own.
                index =
                        TitleIndex.open(
                                Files.createTempDirectory("skills-index"), madeOf, titles::labels);
            }
            Ready before = ready;
            ready = new Ready(index, titles.concepts(), madeOf);
            LOG.info(
                    "Search: {} titles, ready in {} ms",
                    index.size(),
                    (System.nanoTime() - start) / 1_000_000);
            // A search that began before may still read the old index; it is closed at the next
            // change.
            if (before != null) old = close(old, before.index());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable TitleIndex old;

    private static TitleIndex close(@Nullable TitleIndex older, TitleIndex replaced)
            throws IOException {
        if (older != null) older.close();
        return replaced;
    }

    /** Opens beside the rest of the start: the first page needs no search. */
    @Override
    public void start() {
        running = true;
        Thread.ofPlatform()
                .name("search-index")
                .start(
                        () -> {
                            try {
                                open();
                            } catch (RuntimeException e) {
                                LOG.error("The search index did not open; it is tried again", e);
                            } finally {
                                opened.countDown();
                            }
                        });
    }

    /** The index; whoever searches while it opens waits for it. */
    private @Nullable Ready whenOpen() {
        try {
            if (running && !opened.await(60, TimeUnit.SECONDS)) return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ready;
    }

    @Override
    public void stop() {
        running = false;
        Ready now = ready;
        ready = null;
        try {
            if (now != null) now.index().close();
        } catch (IOException e) {
            LOG.warn("The search index did not close: {}", e.getMessage());
        }
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
