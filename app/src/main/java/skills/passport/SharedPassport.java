package skills.passport;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import skills.consent.Purpose;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.Rosette;
import skills.profile.Activity;
import skills.profile.Entry;
import skills.profile.Level;

/**
 * What one reader sees of a passport: what the consent names and nothing else.
 *
 * @param name empty when it is not shared or was not told
 * @param until last day
 * @param skills the strongest first
 * @param route work and diplomas, what goes on or ended last first
 * @param results of questionnaires that this reader may see now; what is hidden is not there, as if
 *     it never was
 */
record SharedPassport(
        String recipient,
        Purpose purpose,
        String purposeWords,
        LocalDate until,
        boolean demo,
        Rosette rosette,
        String name,
        String sentence,
        List<Shown> skills,
        List<Stop> route,
        List<Activity> activities,
        List<SharedResult> results) {

    private static final int BIG = 5;
    private static final int STRIP = 44;

    /**
     * @param level null: said without a level; @param said the day on which it was last said
     */
    record Shown(LocalizedText name, @Nullable Level level, LocalDate said) {}

    /**
     * @param eqf level of a diploma, 1 to 8; null for work and where it was not told
     */
    record Stop(Entry entry, @Nullable Integer eqf) {

        boolean goesOn() {
            return entry.period().goesOn();
        }
    }

    /** The skills in large type. */
    List<Shown> big() {
        return skills.subList(0, Math.min(BIG, skills.size()));
    }

    /** The others. */
    List<Shown> small() {
        return skills.subList(big().size(), skills.size());
    }

    boolean isEmpty() {
        return name.isEmpty()
                && sentence.isEmpty()
                && skills.isEmpty()
                && route.isEmpty()
                && activities.isEmpty()
                && results.isEmpty();
    }

    /**
     * Two lines as on a travel document: decoration, everything in them stands on the page in
     * words.
     */
    List<String> strip(Language language) {
        String who =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^A-Z]+", "<");
        String until = DateTimeFormatter.ofPattern("ddMMuu").format(this.until);
        return List.of(
                line("P<" + (demo ? "DEMO<<" : "SKILLS<<") + who),
                line(
                        skills.size()
                                + "SKILLS<<"
                                + (language == Language.NL ? "TOT" : "UNTIL")
                                + until));
    }

    private static String line(String text) {
        return (text + "<".repeat(STRIP)).substring(0, STRIP);
    }
}
