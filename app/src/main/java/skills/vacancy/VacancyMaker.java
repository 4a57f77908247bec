package skills.vacancy;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.taxonomy.TextMatcher;
import skills.taxonomy.TitleSearch;

/** Connects postings to places, occupations and skills. */
@Component
class VacancyMaker {

    /** With fewer skills than this in its text, a vacancy also gets those of its occupation. */
    static final int TOO_FEW = 3;

    /** So many of the occupation's skills; more would drown the few that the vacancy names. */
    static final int MOST_OF_OCCUPATION = 8;

    /**
     * What fits a title less is not said: of titles between .70 and .75 three in five were right in
     * the given half A of melo_nld, of those just below half.
     */
    static final double MEANT = 0.7;

    private final JdbcClient jdbc;
    private final SkillReader reader;
    private final Places places;
    private final TitleSearch titles;
    private final TextMatcher meanings;
    private final Skills skills;
    private final Occupations occupations;
    private final OccupationProfiles profiles;

    VacancyMaker(
            JdbcClient jdbc,
            SkillReader reader,
            Places places,
            TitleSearch titles,
            TextMatcher meanings,
            Skills skills,
            Occupations occupations,
            OccupationProfiles profiles) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.places = places;
        this.titles = titles;
        this.meanings = meanings;
        this.skills = skills;
        this.occupations = occupations;
        this.profiles = profiles;
    }

    /** Which taxonomy the connections are made with: another one makes other connections. */
    String taxonomy() {
        return jdbc.sql("select coalesce(max(id), 0) from taxonomy_load")
                .query(String.class)
                .single();
    }

    /** Something to connect many postings with. */
    Batch batch() {
        return new Batch(readers());
    }

    /**
     * What reads titles and texts: made of all names of a taxonomy, which takes a second or two.
     *
     * @param taxonomy see {@link #taxonomy}
     */
    private record Readers(String taxonomy, OccupationGuess guess, SkillReader.Reading reading) {}

    /** Reads which skills a text asks. */
    SkillReader.Reading reading() {
        return readers().reading;
    }

    /** Those of the last import, as long as memory has room for them. */
    private volatile SoftReference<Readers> readers = new SoftReference<>(null);

    private synchronized Readers readers() {
        String taxonomy = taxonomy();
        Readers kept = readers.get();
        if (kept != null && kept.taxonomy.equals(taxonomy)) return kept;
        var made =
                new Readers(
                        taxonomy,
                        new OccupationGuess(titles.names(), this::meaning),
                        reader.reading());
        readers = new SoftReference<>(made);
        return made;
    }

    /** What a title means, or null when no occupation fits well enough: a wrong one is worse. */
    Vacancy.@Nullable MappedOccupation meaning(String title, Language language) {
        List<TextMatcher.FoundOccupation> found = meanings.occupations(title, language, 1);
        if (found.isEmpty() || found.getFirst().score() < MEANT) return null;
        OccupationId id = found.getFirst().id();
        return occupations
                .find(id)
                .map(o -> new Vacancy.MappedOccupation(id, o.name().in(language), true))
                .orElse(null);
    }

    /** Used by several threads at once. */
    final class Batch {

        private final PlaceFinder placeFinder = new PlaceFinder(places.all());
        private final OccupationGuess guess;
        private final SkillReader.Reading reading;
        private final Map<OccupationId, List<SkillId>> essential = new ConcurrentHashMap<>();
        private final Map<OccupationId, Optional<Occupation>> named = new ConcurrentHashMap<>();
        private final Map<SkillId, Boolean> known = new ConcurrentHashMap<>();

        private Batch(Readers readers) {
            guess = readers.guess;
            reading = readers.reading;
        }

        Vacancy make(Posting p) {
            PlaceFinder.Located where =
                    placeFinder.find(p.locality(), p.country(), p.postcode(), p.at());
            Vacancy.MappedOccupation occupation = occupation(p);
            List<String> lines = p.text().lines();
            return new Vacancy(
                    VacancyId.of(p.key()),
                    p.title(),
                    p.employer(),
                    where.name(),
                    where.at(),
                    p.pay() != null ? p.pay() : AskedReader.pay(lines),
                    p.hours() != null ? p.hours() : AskedReader.hours(lines),
                    p.contract(),
                    p.posted(),
                    p.openUntil(),
                    p.validThrough() != null,
                    p.text().html(),
                    p.text().cutOff(),
                    p.url(),
                    p.source(),
                    p.language(),
                    p.demo(),
                    occupation,
                    requirements(p, lines, occupation),
                    AskedReader.read(p.title(), p.education(), lines),
                    Standing.FRESH);
        }

        private Vacancy.@Nullable MappedOccupation occupation(Posting p) {
            if (p.occupation() != null) {
                var found = named.computeIfAbsent(p.occupation(), occupations::find);
                if (found.isPresent()) {
                    String label =
                            p.language().equals("en")
                                    ? found.get().name().en()
                                    : found.get().name().nl();
                    return new Vacancy.MappedOccupation(p.occupation(), label, false);
                }
            }
            return guess.guess(p.title(), p.language());
        }

        private List<Requirement> requirements(
                Posting p, List<String> lines, Vacancy.@Nullable MappedOccupation occupation) {
            Map<SkillId, Requirement> found = new LinkedHashMap<>();
            Map<SkillId, Boolean> stated = new LinkedHashMap<>();
            p.stated().forEach(s -> stated.merge(s.skill(), s.must(), Boolean::logicalOr));
            stated.forEach(
                    (id, must) -> {
                        if (known.computeIfAbsent(id, s -> skills.find(s).isPresent()))
                            found.put(id, new Requirement(id, must, Requirement.Origin.STATED));
                    });
            if (!found.isEmpty()) return List.copyOf(found.values());
            OccupationId job = occupation == null ? null : occupation.id();
            for (Requirement r : reading.read(p.language(), String.join("\n", lines), job))
                found.put(r.skill(), r);
            if (found.size() < TOO_FEW && occupation != null) {
                essential.computeIfAbsent(occupation.id(), VacancyMaker.this::essential).stream()
                        .limit(MOST_OF_OCCUPATION)
                        .forEach(
                                id ->
                                        found.putIfAbsent(
                                                id,
                                                new Requirement(
                                                        id, true, Requirement.Origin.OCCUPATION)));
            }
            return List.copyOf(found.values());
        }
    }

    private List<SkillId> essential(OccupationId occupation) {
        OccupationProfile profile = profiles.of(occupation);
        return profile.skills().stream().filter(s -> s.essential()).map(s -> s.skill()).toList();
    }
}
