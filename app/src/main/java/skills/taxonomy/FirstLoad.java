package skills.taxonomy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.platform.ImportReport;
import skills.platform.Progress;

/**
 * Loads what ships into an empty database, before the web server answers: ESCO, qualifications,
 * titles, O*NET. A part that is loaded in the shipped version is left alone, and so is ESCO or
 * O*NET that somebody imported. A shipped O*NET of before gets the tables that were added since.
 */
@Component
class FirstLoad implements SmartLifecycle {

    /** Before all that shows or uses the data. */
    static final int PHASE = 0;

    static final String ESCO_VERSION = "1.2";

    /** Counts up with each table that ships more. */
    static final String ONET_VERSION = "29-part-2";

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Clock clock;
    private final TitleLoad titles;
    private final QualificationLoad qualifications;
    private final boolean wanted;
    private volatile boolean running;

    FirstLoad(
            JdbcClient jdbc,
            DataSource database,
            Clock clock,
            TitleLoad titles,
            QualificationLoad qualifications,
            @Value("${skills.load:true}") boolean wanted) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
        this.titles = titles;
        this.qualifications = qualifications;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        running = true;
        if (!wanted) return;
        try {
            if (!loaded("esco"))
                say(
                        new EscoImport(database, clock)
                                .load(
                                        shipped("content/taxonomy/esco/"),
                                        ESCO_VERSION,
                                        true,
                                        Path.of("."),
                                        Progress.silent()));
            onet();
            qualifications.load();
            titles.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ships of O*NET; also where an earlier, smaller part of it was loaded. */
    void onet() throws IOException {
        boolean wanted =
                jdbc.sql(
                                """
                                select coalesce(bool_and(shipped) and not bool_or(version = :version), true)
                                from taxonomy_load where taxonomy = 'onet'
                                """)
                        .param("version", ONET_VERSION)
                        .query(Boolean.class)
                        .single();
        if (wanted)
            say(
                    new OnetImport(database, clock)
                            .load(
                                    shipped("content/taxonomy/onet/"),
                                    ONET_VERSION,
                                    true,
                                    Path.of("."),
                                    Progress.silent()));
    }

    private boolean loaded(String taxonomy) {
        return jdbc.sql("select count(*) from taxonomy_load where taxonomy = :taxonomy")
                        .param("taxonomy", taxonomy)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    static void say(ImportReport report) {
        LOG.info("Loaded {}", report.toJson());
    }

    static List<TableFile> shipped(String folder) throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:" + folder + "*.gz");
        return Arrays.stream(found)
                .map(r -> new TableFile(String.valueOf(r.getFilename()), r::getInputStream))
                .toList();
    }

    @Override
    public void stop() {
        running = false;
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
