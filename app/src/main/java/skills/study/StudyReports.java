package skills.study;

import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.evaluation.analysis.Analysis;
import skills.evaluation.analysis.Findings;
import skills.evaluation.data.StudyData;
import skills.evaluation.data.StudyFiles;
import skills.evaluation.plan.PlanFile;
import skills.kernel.Language;
import skills.platform.Words;
import skills.statistics.Unusable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report of each study. A report is kept under the fingerprints of what it was made of, so that
 * it is made anew only when an answer, the plan or a deviation changed.
 */
@Component
class StudyReports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StudyReports.class);

    /** An analysis has all cores; two at a time would only make both late. */
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("study-report").factory());

    private final Map<Key, Work> working = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Deviations deviations;
    private final StudyDatas datas;
    private final MessageSource messages;

    StudyReports(
            JdbcClient jdbc,
            Clock clock,
            Deviations deviations,
            StudyDatas datas,
            MessageSource messages) {
        this.datas = datas;
        this.jdbc = jdbc;
        this.clock = clock;
        this.deviations = deviations;
        this.messages = messages;
    }

    /** What a report is made of. */
    private record Key(StudyId study, String data, String plan, long seed, String version) {}

    /**
     * @param page done when the pages are there; @param paper when the PDFs are as well
     */
    private record Work(
            CompletableFuture<Void> page, CompletableFuture<Void> paper, AtomicInteger percent) {}

    /** How far the report of a study is. */
    sealed interface State {}

    /** There is nobody, or an arm has nobody. */
    record Nothing() implements State {}

    /**
     * @param percent of the work
     */
    record Making(int percent) implements State {}

    /**
     * @param page within the frame of a page; @param told to the participants
     */
    record Made(String page, String told) implements State {}

    /** It cannot be made; the log says why. */
    record Failed() implements State {}

    /**
     * The report, made when it is not there.
     *
     * @param patience how long to wait for one that is being made
     */
    State of(Study study, Language language, Duration patience) {
        return of(study, source(study), language, patience);
    }

    private State of(Study study, Source source, Language language, Duration patience) {
        if (source.data().participants().isEmpty()) return new Nothing();
        Optional<Made> kept = kept(source.key(), language);
        if (kept.isPresent()) return kept.get();
        Work work = working.computeIfAbsent(source.key(), key -> begin(key, study, source));
        try {
            work.page().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Making(work.percent().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Making(work.percent().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unusable) return new Nothing();
            LOG.error("No report of study {}", study.name(), e.getCause());
            return new Failed();
        }
        return kept(source.key(), language).<State>map(made -> made).orElseGet(Failed::new);
    }

    /** The paper of a report, waited for when it is not there; empty when there can be none. */
    Optional<byte[]> pdf(Study study, Language language, Duration patience) {
        Source source = source(study);
        if (source.data().participants().isEmpty()) return Optional.empty();
        Optional<byte[]> kept = paper(source.key(), language);
        if (kept.isPresent()) return kept;
        Work work = working.computeIfAbsent(source.key(), key -> begin(key, study, source));
        try {
            work.paper().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("No paper of study {}: {}", study.name(), e.toString());
        }
        return paper(source.key(), language);
    }

    private Optional<byte[]> paper(Key key, Language language) {
        String column = language == Language.EN ? "pdf_en" : "pdf_nl";
        return jdbc.sql(
                        "select "
                                + column
                                + " from study_report "
                                + WHERE
                                + " and "
                                + column
                                + " is not null")
                .params(parameters(key))
                .query(byte[].class)
                .optional();
    }

    /** All findings as JSON, waited for when they are not there; empty when there can be none. */
    Optional<String> findings(Study study, Duration patience) {
        Source source = source(study);
        if (!(of(study, source, Language.NL, patience) instanceof Made)) return Optional.empty();
        return jdbc.sql("select findings from study_report " + WHERE)
                .params(parameters(source.key()))
                .query(String.class)
                .optional();
    }

    private static final String WHERE =
            """
            where study = :study and data_hash = :data and plan_hash = :plan and seed = :seed
              and version = :version
            """;

    private record Source(Key key, StudyData data, List<ReportWriter.Deviation> deviations) {}

    private Source source(Study study) {
        StudyData data = data(study);
        List<ReportWriter.Deviation> said =
                deviations.of(study.id()).stream()
                        .map(d -> new ReportWriter.Deviation(d.at(), d.what() + " " + d.why()))
                        .toList();
        String version =
                Analysis.VERSION
                        + "."
                        + ReportWriter.VERSION
                        + "."
                        + PlanFile.sha256(said.toString()).substring(0, 12);
        return new Source(
                new Key(
                        study.id(),
                        data.hash(),
                        PlanFile.hash(study.plan()),
                        study.plan().analysis().seed(),
                        version),
                data,
                said);
    }

    /** From its files where it came as files; else from what its participants answered here. */
    StudyData data(Study study) {
        return jdbc.sql(
                        "select participants, responses, by_lot from study_file where study = :study")
                .param("study", study.id().value())
                .query(
                        (row, n) ->
                                StudyFiles.read(
                                                study.plan(),
                                                new StringReader(row.getString(1)),
                                                new StringReader(row.getString(2)),
                                                row.getBoolean(3))
                                        .data())
                .optional()
                .orElseGet(() -> datas.of(study.id()));
    }

    private Optional<Made> kept(Key key, Language language) {
        String l = language == Language.EN ? "_en" : "_nl";
        return jdbc.sql("select page" + l + ", told" + l + " from study_report " + WHERE)
                .params(parameters(key))
                .query((row, n) -> new Made(row.getString(1), row.getString(2)))
                .optional();
    }

    private static Map<String, Object> parameters(Key key) {
        return Map.of(
                "study",
                key.study().value(),
                "data",
                key.data(),
                "plan",
                key.plan(),
                "seed",
                key.seed(),
                "version",
                key.version());
    }

    private Work begin(Key key, Study study, Source source) {
        var percent = new AtomicInteger();
        var page = new CompletableFuture<Void>();
        var paper =
                CompletableFuture.runAsync(() -> make(key, study, source, percent, page), worker)
                        .whenComplete(
                                (nothing, trouble) -> {
                                    if (trouble != null)
                                        page.completeExceptionally(
                                                trouble.getCause() == null
                                                        ? trouble
                                                        : trouble.getCause());
                                    working.remove(key);
                                });
        return new Work(page, paper, percent);
    }

    private void make(
            Key key,
            Study study,
            Source source,
            AtomicInteger percent,
            CompletableFuture<Void> page) {
        Findings findings =
                Analysis.of(
                        source.data(),
                        (done, of) -> {
                            percent.set((int) (95 * done / Math.max(1, of)));
                            return true;
                        });
        var nl = new Words(messages, Language.NL);
        var en = new Words(messages, Language.EN);
        ReportDocument dutch = ReportWriter.of(findings, study.plan(), source.deviations(), nl);
        ReportDocument english = ReportWriter.of(findings, study.plan(), source.deviations(), en);
        jdbc.sql(
                        """
                        insert into study_report (study, data_hash, plan_hash, seed, version, made_at,
                            findings, page_nl, page_en, told_nl, told_en)
                        values (:study, :data, :plan, :seed, :version, :now,
                            :findings, :page_nl, :page_en, :told_nl, :told_en)
                        on conflict do nothing
                        """)
                .params(parameters(key))
                .param("now", Timestamp.from(clock.instant()))
                .param("findings", JsonMapper.shared().writeValueAsString(findings))
                .param("page_nl", ReportPapers.body(nl, dutch))
                .param("page_en", ReportPapers.body(en, english))
                .param("told_nl", told(findings, study, nl))
                .param("told_en", told(findings, study, en))
                .update();
        percent.set(100);
        page.complete(null);
        // The PDFs take longer than the analysis, and nobody who reads the page waits for them.
        jdbc.sql("update study_report set pdf_nl = :pdf_nl, pdf_en = :pdf_en " + WHERE)
                .params(parameters(key))
                .param("pdf_nl", ReportPapers.pdf(nl, dutch))
                .param("pdf_en", ReportPapers.pdf(en, english))
                .update();
    }

    private static String told(Findings findings, Study study, Words words) {
        return ReportPapers.body(words, ReportTold.of(findings, study.plan(), words));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
