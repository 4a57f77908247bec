package skills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import skills.platform.ImportReport;
import skills.platform.Importer;
import skills.platform.Progress;

/**
 * An importer that needs its rooms around it: the taxonomy to connect vacancies with. Nothing of
 * the web is started. Only the application writes its search index: an import keeps one of its own.
 *
 * @param index folder of the import's own search index
 */
record RoomImport(String name, DataSource database, Path index, Clock clock) implements Importer {

    @Override
    public ImportReport run(Path path, Path reportFolder, Progress progress) throws IOException {
        try (var rooms = new AnnotationConfigApplicationContext()) {
            rooms.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "import",
                                    Map.of(
                                            "skills.index",
                                            index.toString(),
                                            // Searching is the application's.
                                            "skills.index.vacancies",
                                            "false")));
            rooms.registerBean(PropertySourcesPlaceholderConfigurer.class);
            rooms.registerBean(DataSource.class, () -> database);
            rooms.registerBean(Clock.class, () -> clock);
            rooms.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
            rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
            rooms.registerBean(
                    TransactionTemplate.class,
                    () -> new TransactionTemplate(new JdbcTransactionManager(database)));
            rooms.scan("skills.taxonomy", "skills.vacancy");
            // Pages, feeds and letters of these rooms need more than is here: they are not made.
            rooms.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            rooms.refresh();
            return importer(rooms).run(path, reportFolder, progress);
        }
    }

    private Importer importer(AnnotationConfigApplicationContext rooms) {
        return rooms.getBeansOfType(Importer.class).values().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
