package skills.assessment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * All instruments in all their versions, as the files they were made of. What ships is put in at
 * each start; a version that somebody began to answer is never changed, so that it can be finished
 * and its results computed again.
 */
@Repository
public class Instruments implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Instruments.class);
    private static final String SHIPPED = "classpath*:content/instruments/*/*";

    private static final Pattern SAME = Pattern.compile("(?:#.*\\R)*same: ([a-z0-9-]+)\\s*");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<InstrumentId, Read> read = new ConcurrentHashMap<>();
    private volatile boolean running;

    Instruments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Instrument> find(InstrumentId id) {
        // Another instance, or an import beside this one, may have put it in anew.
        Optional<Instant> loaded =
                jdbc.sql(
                                "select loaded_at from instrument where name = :name and version = :version")
                        .param("name", id.name())
                        .param("version", id.version())
                        .query(Timestamp.class)
                        .optional()
                        .map(Timestamp::toInstant);
        if (loaded.isEmpty()) return Optional.empty();
        Read known = read.get(id);
        if (known == null || !known.loaded().equals(loaded.get())) {
            known = new Read(loaded.get(), InstrumentReader.read(id.name(), files(id)));
            read.put(id, known);
        }
        return Optional.of(known.instrument());
    }

    private record Read(Instant loaded, Instrument instrument) {}

    /** A version, and since when it is there. */
    record Version(InstrumentId id, Instant loadedAt) {}

    /** All versions of all instruments: by name, the current one first. */
    List<Version> versions() {
        return jdbc.sql(
                        "select name, version, loaded_at from instrument order by name, loaded_at desc, id desc")
                .query(
                        (row, n) ->
                                new Version(
                                        new InstrumentId(
                                                row.getString("name"), row.getString("version")),
                                        row.getTimestamp("loaded_at").toInstant()))
                .list();
    }

    /**
     * The files of a version, by name.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such version
     */
    Map<String, String> files(InstrumentId id) {
        return files(
                jdbc.sql(
                                "select files::text from instrument where name = :name and version = :version")
                        .param("name", id.name())
                        .param("version", id.version())
                        .query(String.class)
                        .single());
    }

    /** Whether the passport brings an instrument of this name itself. */
    static boolean isShipped(String name) {
        return new ClassPathResource("content/instruments/" + name + "/instrument.yaml").exists();
    }

    /** The version that somebody who begins now gets; empty when there is no such instrument. */
    public Optional<Instrument> current(String name) {
        return jdbc.sql(
                        """
                        select version from instrument where name = :name
                        order by loaded_at desc, id desc limit 1
                        """)
                .param("name", name)
                .query(String.class)
                .optional()
                .flatMap(version -> find(new InstrumentId(name, version)));
    }

    /** The current version of each, by name. */
    public List<Instrument> all() {
        return jdbc
                .sql("select distinct name from instrument order by name")
                .query(String.class)
                .list()
                .stream()
                .flatMap(name -> current(name).stream())
                .toList();
    }

    /**
     * Puts in a version, or puts it in place of one that nobody has begun.
     *
     * @param files by name, as in a folder of content/instruments
     * @return false when this version was begun by somebody and is another one: nothing is changed
     */
    @Transactional
    boolean put(String folder, Map<String, String> files) {
        Instrument instrument = InstrumentReader.read(folder, files);
        String text = json.writeValueAsString(new TreeMap<>(files));
        String name = instrument.id().name();
        String version = instrument.id().version();
        boolean same =
                jdbc.sql(
                                "select files = :files::jsonb from instrument where name = :name and version = :version")
                        .param("files", text)
                        .param("name", name)
                        .param("version", version)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (same) return true;
        boolean begun =
                jdbc.sql(
                                "select exists (select from assessment_session where instrument = :name and version = :version)")
                        .param("name", name)
                        .param("version", version)
                        .query(Boolean.class)
                        .single();
        if (begun) return false;
        jdbc.sql(
                        """
                        insert into instrument (name, version, files, loaded_at) values (:name, :version, :files::jsonb, :now)
                        on conflict (name, version) do update set files = excluded.files, loaded_at = excluded.loaded_at
                        """)
                .param("name", name)
                .param("version", version)
                .param("files", text)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        read.remove(instrument.id());
        return true;
    }

    @Override
    public void start() {
        running = true;
        for (var folder : shipped().entrySet())
            if (!put(folder.getKey(), folder.getValue()))
                LOG.warn(
                        "{} was changed without a new version; who began it goes on with the old one, and so does who begins now.",
                        folder.getKey());
    }

    private static Map<String, Map<String, String>> shipped() {
        Map<String, Map<String, String>> folders = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                String name = file.getFilename();
                if (name == null || !name.matches(".+\\.(yaml|md)")) continue;
                String folder =
                        Path.of(file.getURL().getPath()).getParent().getFileName().toString();
                folders.computeIfAbsent(folder, f -> new TreeMap<>())
                        .put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        folders.values()
                .forEach(files -> files.replaceAll((name, text) -> same(folders, name, text)));
        return folders;
    }

    /** A file that only says {@code same: name} is that of the other instrument. */
    private static String same(Map<String, Map<String, String>> folders, String file, String text) {
        var other = SAME.matcher(text);
        return other.matches() ? folders.get(other.group(1)).get(file) : text;
    }

    private Map<String, String> files(String text) {
        return json.readValue(text, new TypeReference<Map<String, String>>() {});
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With the other data that ships, before the web server answers. */
    @Override
    public int getPhase() {
        return 0;
    }
}
