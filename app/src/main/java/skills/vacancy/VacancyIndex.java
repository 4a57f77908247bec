package skills.vacancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;

/**
 * What a search index of vacancies does, whichever holds it: one inside this process, or a cluster.
 * The contract of ranking:
 *
 * <ul>
 *   <li>Words: every word must be found in title, occupation, employer, place, skills or text, as
 *       it is, by its stem, as a part of a compound, or with one or two letters wrong when nobody
 *       writes it so. What is found in the title counts most.
 *   <li>Nearest: the sum over the skills wanted of weight times the share that the vacancy gives
 *       the skill, what its occupation and education add, and what is left of {@link
 *       Wanted#nearness} by distance.
 *   <li>Equal ones: the newest first, then by id.
 * </ul>
 */
interface VacancyIndex extends AutoCloseable {

    /** How far the index has read; null when it holds nothing or is of another build. */
    VacancyRows.@Nullable Mark mark(String version);

    /** Makes everything anew; until it is done searches answer from what was before. */
    void rebuild(Writing rows, VacancyRows.Mark mark, String version);

    /** Takes away and writes; findable when it returns. */
    void follow(List<UUID> gone, Writing rows, VacancyRows.Mark mark, String version);

    /** Something that hands out rows one by one. */
    @FunctionalInterface
    interface Writing {
        void to(java.util.function.Consumer<Document> each);
    }

    /** A row with everything that is looked at. */
    record Document(
            VacancyRows.Row row, double[] shares, int occupation, String skills, String text) {}

    /**
     * A search with its place found.
     *
     * @param today the day on which it has to be open
     */
    record Asked(VacancyQuery query, @Nullable Point near, LocalDate today) {}

    /** What a person has to offer, as far as it finds candidates. */
    record Wanted(
            Map<SkillId, Double> skills,
            VacancySearch.@Nullable Gain gain,
            double mostGain,
            @Nullable Point near,
            double km,
            double nearness) {}

    /** Numbers beside a search; each counted as if its own part were not asked. */
    record Counts(
            Map<Integer, Integer> km,
            Map<HoursBand, Integer> hours,
            Map<Contract, Integer> contract,
            Map<WorkField, Integer> field,
            Map<EducationBand, Integer> education,
            Map<AskedLanguage, Integer> language,
            int pay,
            Map<Integer, Integer> days) {}

    /**
     * @param total how many on all pages
     * @param corrected the words that were looked for instead; null when as typed
     * @param without how many there are without one part
     */
    record Found(
            List<Vacancy> rows,
            int total,
            Counts counts,
            Map<VacancyQuery.Part, Integer> without,
            @Nullable String corrected) {}

    /** Candidates, the best first; read from the index one by one as they are asked for. */
    interface Candidates {

        int size();

        /** What it was ranked by; never rises with the number. */
        double rough(int number);

        Vacancy vacancy(int number);
    }

    /** A text to complete what was typed, with how many vacancies stand behind it. */
    record Completion(String text, int openings) {}

    Found find(Asked asked, int size);

    <T> T nearest(Wanted wanted, Asked asked, int most, Function<Candidates, T> use);

    List<Completion> titles(String typed, LocalDate today, int most);

    List<Completion> employers(String typed, LocalDate today, int most);

    /** Ids of what plain BM25 finds for a text in title and text, the best first. */
    List<VacancyId> plain(String text, LocalDate today, int most);

    int size();

    @Override
    void close();
}
