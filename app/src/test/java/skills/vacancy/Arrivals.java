package skills.vacancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationContext;
import skills.platform.Progress;

/** Vacancies that come in during a test, as from a file, and are findable when it goes on. */
public final class Arrivals {

    public static final String SOURCE = "arrivals test";

    private final VacancyImport imports;
    private final VacancySearch search;
    private final Vacancies vacancies;

    public Arrivals(ApplicationContext all) {
        imports = all.getBean(VacancyImport.class);
        search = all.getBean(VacancySearch.class);
        vacancies = all.getBean(Vacancies.class);
    }

    /** A word that stands in no other vacancy. */
    public static String word() {
        var word = new StringBuilder();
        var random = ThreadLocalRandom.current();
        for (int i = 0; i < 6; i++)
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14)))
                    .append("aeiou".charAt(random.nextInt(5)));
        return word.toString();
    }

    /** One at "Proefbedrijf" in Utrecht, posted today. */
    public VacancyId add(String title) {
        return add(title, "Proefbedrijf", "Utrecht", null);
    }

    /** With a text, at the same place. */
    public VacancyId telling(String title, String text) {
        return add(title, "Proefbedrijf", "Utrecht", null, text);
    }

    /**
     * @param url null for none
     */
    public VacancyId add(String title, String employer, String place, String url) {
        return add(title, employer, place, url, "");
    }

    private VacancyId add(String title, String employer, String place, String url, String text) {
        String key = UUID.randomUUID().toString();
        String json =
                """
                {"@type":"JobPosting","source":"%s","identifier":"%s","title":"%s","inLanguage":"nl","description":"%s",%s"datePosted":"%s",\
                "hiringOrganization":{"name":"%s"},"jobLocation":{"address":{"addressLocality":"%s","addressCountry":"NL"}}}
                """
                        .formatted(
                                SOURCE,
                                key,
                                title,
                                text,
                                url == null ? "" : "\"url\":\"" + url + "\",",
                                vacancies.today(),
                                employer,
                                place);
        try {
            Path folder = Files.createTempDirectory("arrivals");
            Path file = Files.writeString(folder.resolve("new.jsonl"), json);
            imports.run(file, folder, Progress.silent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        VacancyId id = VacancyId.of("id|" + SOURCE + "|" + key);
        await(title, id);
        return id;
    }

    /** The index follows within seconds; a double is not in it. */
    private void await(String title, VacancyId id) {
        for (int i = 0; i < 100; i++) {
            if (search.find(VacancyQuery.ALL.words(title), 50).rows().stream()
                    .anyMatch(v -> v.id().equals(id))) return;
            if (vacancies.find(id).orElseThrow().standing().sameAs() != null) return;
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("not findable: " + title);
    }
}
