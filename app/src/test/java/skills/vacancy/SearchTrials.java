package skills.vacancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens to the trials of matching what this room keeps to itself. */
public final class SearchTrials {

    /** Vacancies that were written, and for each double the one it is a double of. */
    public record Written(int vacancies, Map<String, String> doubles) {}

    private SearchTrials() {}

    public static Written write(
            JdbcClient jdbc, LocalDate today, long seed, @Nullable Path real, Path folder, int n)
            throws IOException {
        var written = new GeneratedVacancies(jdbc, today, seed, real).write(folder, n);
        return new Written(written.vacancies(), written.doubles());
    }

    /** One more vacancy, in a file of its own. */
    public static Path one(Path folder, LocalDate today, String title) throws IOException {
        return Files.writeString(
                folder.resolve("one.jsonl"),
                """
                {"@type":"JobPosting","source":"bench-one","identifier":"%s","title":"%s","inLanguage":"nl","datePosted":"%s","hiringOrganization":{"name":"Proefbedrijf"},"jobLocation":{"address":{"addressLocality":"Utrecht","addressCountry":"NL"}},"description":"Je werkt met klanten en maakt een planning."}
                {}
                """
                        .formatted(title, title, today));
    }

    public static List<VacancyId> plain(VacancySearch search, String text, int most) {
        return search.plain(text, most);
    }

    public static int size(VacancySearch search) {
        return search.size();
    }

    public static void rebuild(VacancySearch search) {
        search.rebuild();
    }

    /** Every open vacancy with its requirements, from the database. */
    public static void all(Vacancies vacancies, Consumer<Vacancy> each) {
        for (int page = 0; ; page++) {
            List<Vacancy> some = vacancies.open(Vacancies.Search.all().page(page, 1000));
            some.forEach(each);
            if (some.size() < 1000) return;
        }
    }
}
