package skills.vacancy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads education, languages, hours and pay out of the lines of a vacancy, in Dutch and English.
 * What might mean something else is left out: a level that the employer offers or the pupils have,
 * a language that is only that of a market.
 */
final class AskedReader {

    private static final Pattern MBO =
            Pattern.compile(
                    "\\bmbo(?:[\\s-]*(?:opleiding)?[\\s-]*(?:niveau|niv\\.?|level)?[\\s-]*([1-4])(?:\\s*(?:/|-|–|of|tot|en|or)\\s*([1-4]))?(?!\\d)|(\\s?\\+)|\\b(?!\\s?/?\\s?\\d\\d))");
    private static final Pattern HBO5 =
            Pattern.compile("\\bhbo[\\s-]?5\\b|\\bgraduaat|\\bassociate degree");
    private static final Pattern HBO =
            Pattern.compile("\\bhbo(?![\\s-]?5)\\b|\\bhbo\\+|\\bbachelor|\\bhogeschool");
    private static final Pattern WO =
            Pattern.compile(
                    "\\bwo\\b(?![, ]+(?:en |of )?(?:do|vr|za)\\b)|(?<!scrum )(?<!scrum-)\\bmaster(?:'?s|’s|diploma|opleiding|degree)?\\b(?![\\s-]?(?:class|data|plan|monteur|schilder|of ceremonies))|\\buniversitaire?\\b|\\buniversity degree");
    private static final Pattern VMBO = Pattern.compile("\\bvmbo\\b|\\blbo\\b");
    private static final Pattern SECONDARY =
            Pattern.compile(
                    "\\bhavo\\b|\\bvwo\\b|secundair onderwijs|\\bhigh school|humaniora|\\bsecondary education");

    private static final Pattern ASKS_SCHOOL =
            Pattern.compile(
                    "^(?:- )?(?:mbo|hbo|wo|bachelor|master)|opleiding|diploma|niveau|degree|geschoold|afgerond|behaald|minimaal|minimum|\\bbezit|beschik|\\bje hebt|level|education|\\bop zak");
    private static final Pattern OTHER_SCHOOL =
            Pattern.compile(
                    "behalen|bieden|doorgroei|\\btraject|mogelijkhe|\\bvolgen|studeren|\\bstage\\b|schooldag|\\bbbl\\b|(?:mbo|hbo|wo|vmbo|havo|vwo)[\\s/-]*(?:student|docent|leerling|stagiair|school|scholen|instelling|cursist|klas|onderwijs|raad|niveau aan)");

    private static final Map<String, String> LANGUAGES = languages();
    private static final Pattern LANGUAGE =
            Pattern.compile(
                    "\\b("
                            + String.join("|", LANGUAGES.keySet())
                            + ")(e|talige?|sprekende?|-speaking)?\\b(?!\\s(?:recht|bedrijf|arbeidsrecht|belastingrecht|rijbewijs|law|market|markt|compan|customer|client|klant|bank|team|office|kantoor))");
    private static final Pattern ASKS_LANGUAGE =
            Pattern.compile(
                    "\\bspreek|\\bspreken|\\bsprekend|\\bspeak|\\bfluen|vloeiend|\\bvlot|beheers|\\bkennis|\\btaal|\\btalen|talig|taalkennis|talenkennis|communice|communicat|schrijf|\\bwrit|moedertaal|\\bnative|proficien|command of|geschrift|uitdrukken|machtig|\\b[abc][12]\\b|language");
    private static final Pattern WELCOME =
            Pattern.compile(
                    "\\bplus\\b|pluspunt|meerwaarde|\\bpre\\b|\\btroef|meegenomen|voordeel|nice to have|\\bbonus|preferred|wenselijk|voorkeur|\\bgraag\\b|\\basset\\b");
    private static final Pattern NOT_NEEDED =
            Pattern.compile(
                    "\\bgeen\\b|niet (?:nodig|vereist|verplicht)|\\bhoeft? niet|not (?:required|needed|necessary)|\\bno \\w+ (?:needed|required)");

    /** "(Duits is een plus)" says something of its own; "(Nederlands en Engels)" does not. */
    private static final Pattern ASIDE =
            Pattern.compile("(?i)\\(([^()]*(?:plus|pluspunt|troef|meerwaarde|\\bpre\\b)[^()]*)\\)");

    private static final String DASH = "\\s*(?:-|–|tot|à|of|/|to)\\s*";
    private static final Pattern HOURS =
            Pattern.compile(
                    "(\\d{1,2})(?:"
                            + DASH
                            + "(\\d{1,2}))?\\s*(?:uur|uren|hours?)\\s*(?:per|p/|a|in de|/)\\s*(?:week|w\\b)|(?:werkweek van|contract van|contract voor|(?:full|part)[\\s-]?time,?|voltijds?|deeltijds?)\\s*[(:]?\\s*(\\d{1,2})(?:"
                            + DASH
                            + "(\\d{1,2}))?\\s*(?:uur|uren|hours)\\b|(\\d{1,2})"
                            + DASH
                            + "(\\d{1,2})\\s*(?:uur|uren|hours)\\b(?!\\s*(?:en|tot|\\d|per dag))");
    private static final Pattern PAY =
            Pattern.compile(
                    "€\\s?(\\d[\\d.,]*\\d|\\d)(?:,-)?(?:[^€\\d]{1,30}€?\\s?(\\d[\\d.,]*\\d)(?:,-)?)?(?:[^€\\d]{0,40}?\\b(?:per|p/|/)\\s?(uur|hour|maand|month|jaar|year))?");
    private static final Pattern PERIOD =
            Pattern.compile("\\b(uur|maand|jaar)(?:loon|salaris|inkomen)");
    private static final Pattern IS_PAY =
            Pattern.compile("salaris|\\bloon|uurloon|verdien|bruto|salary|gross|wage");

    private AskedReader() {}

    /**
     * @param field what the source gives as education asked; may be empty
     */
    static Asked read(String title, String field, Collection<String> lines) {
        EducationLevel level = level(lower(field));
        if (level == null) {
            level = mentioned(lower(title));
            for (String line : lines)
                if (namesSchool(lower(line)))
                    for (String sentence : line.split("[.;!?](?=\\s)"))
                        level = lowest(level, mentioned(lower(sentence)));
        }
        Map<String, Boolean> languages = new LinkedHashMap<>();
        for (String line : lines)
            if (namesLanguage(lower(line)))
                for (String clause :
                        ASIDE.matcher(line)
                                .replaceAll(". $1. ")
                                .split("[.;!?\\n]|, (?=kennis|ook|knowledge)"))
                    languages(lower(clause), languages);
        return new Asked(
                level,
                languages.entrySet().stream()
                        .map(e -> new Asked.Language(e.getKey(), e.getValue()))
                        .toList());
    }

    // Most lines name neither: a look at the letters spares the patterns, which would find nothing.

    private static boolean namesLanguage(String line) {
        for (String name : LANGUAGES.keySet()) if (line.contains(name)) return true;
        return false;
    }

    private static final List<String> SCHOOLS =
            List.of(
                    "bo",
                    "graduaat",
                    "associate degree",
                    "bachelor",
                    "hogeschool",
                    "master",
                    "universit",
                    "havo",
                    "vwo",
                    "secundair",
                    "high school",
                    "humaniora",
                    "secondary");

    private static boolean namesSchool(String line) {
        for (String name : SCHOOLS) if (line.contains(name)) return true;
        for (int at = line.indexOf("wo"); at >= 0; at = line.indexOf("wo", at + 1))
            if (!isWord(line, at - 1) && !isWord(line, at + 2)) return true;
        return false;
    }

    private static boolean isWord(String line, int at) {
        if (at < 0 || at >= line.length()) return false;
        char c = line.charAt(at);
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean namesHours(String line) {
        return line.contains("uur") || line.contains("uren") || line.contains("hour");
    }

    /** The first hours a week that the text names; null when it names none. */
    static @Nullable Hours hours(Collection<String> lines) {
        for (String line : lines) {
            String text = lower(line);
            if (!namesHours(text)) continue;
            Matcher m = HOURS.matcher(text);
            while (m.find()) {
                int group = m.group(1) != null ? 1 : m.group(3) != null ? 3 : 5;
                String first = m.group(group);
                String last = m.group(group + 1);
                int from = Integer.parseInt(first);
                int to = last == null ? from : Integer.parseInt(last);
                // "1 uur per week" is about something else; "9-17 uur" is the time of day.
                boolean clock = group == 5 && from < 16;
                if (!clock && from >= 4 && to >= from && to <= 60) return new Hours(from, to);
            }
        }
        return null;
    }

    /** The first pay that a line about pay names with its period; null when there is none. */
    static @Nullable Pay pay(Collection<String> lines) {
        for (String line : lines) {
            String text = lower(line);
            Matcher m = PAY.matcher(text);
            while (m.find()) {
                if (!IS_PAY.matcher(text).find()) break;
                var low = Amounts.number(m.group(1));
                var high = m.group(2) == null ? low : Amounts.number(m.group(2));
                Matcher period = PERIOD.matcher(text);
                String per =
                        m.group(3) != null ? m.group(3) : period.find() ? period.group(1) : null;
                if (per == null) continue;
                Pay pay = Amounts.pay(low, high, "EUR", Amounts.per(per));
                if (pay != null && isPay(pay)) return pay;
            }
        }
        return null;
    }

    /** Less is an allowance that stands in the same line. */
    private static boolean isPay(Pay pay) {
        int least =
                switch (pay.per()) {
                    case HOUR -> 8;
                    case MONTH -> 500;
                    default -> 8_000;
                };
        return pay.min().intValue() >= least;
    }

    private static @Nullable EducationLevel mentioned(String line) {
        boolean chip = line.length() <= 25;
        if (!chip && !ASKS_SCHOOL.matcher(line).find()
                || OTHER_SCHOOL.matcher(line).find()
                || line.length() > 600) return null;
        return level(line);
    }

    private static @Nullable EducationLevel level(String text) {
        EducationLevel found = null;
        if (VMBO.matcher(text).find()) found = EducationLevel.VMBO;
        Matcher m = MBO.matcher(text);
        while (m.find()) {
            if (m.group(3) != null) found = lowest(found, EducationLevel.MBO_4);
            else if (m.group(1) == null) found = lowest(found, EducationLevel.MBO);
            else {
                int level = Integer.parseInt(m.group(1));
                if (m.group(2) != null) level = Math.min(level, Integer.parseInt(m.group(2)));
                found = lowest(found, EducationLevel.valueOf("MBO_" + level));
            }
        }
        if (SECONDARY.matcher(text).find()) found = lowest(found, EducationLevel.SECONDARY);
        if (HBO5.matcher(text).find()) found = lowest(found, EducationLevel.ASSOCIATE);
        if (HBO.matcher(text).find()) found = lowest(found, EducationLevel.HBO);
        if (WO.matcher(text).find()) found = lowest(found, EducationLevel.WO);
        return found;
    }

    private static @Nullable EducationLevel lowest(
            @Nullable EducationLevel a, @Nullable EducationLevel b) {
        if (a == null || b == null) return a == null ? b : a;
        // Mbo with and without a level: the level says more.
        if (a == EducationLevel.MBO && b.name().startsWith("MBO_")) return b;
        if (b == EducationLevel.MBO && a.name().startsWith("MBO_")) return a;
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static void languages(String clause, Map<String, Boolean> found) {
        boolean welcome = WELCOME.matcher(clause).find();
        if (clause.length() > 400
                || !welcome && !ASKS_LANGUAGE.matcher(clause).find()
                || NOT_NEEDED.matcher(clause).find()) return;
        Matcher m = LANGUAGE.matcher(clause);
        while (m.find()) {
            // "de Nederlandse taal" is a language, "de Nederlandse jachtbouw" is not.
            boolean adjective = "e".equals(m.group(2));
            if (adjective && !clause.matches(".*\\b(taal|talen|taalbeheersing)\\b.*")) continue;
            found.merge(LANGUAGES.get(m.group(1)), !welcome, Boolean::logicalOr);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
    }

    /** Codes of all languages that can be read. */
    static List<String> codes() {
        return LANGUAGES.values().stream().distinct().toList();
    }

    private static Map<String, String> languages() {
        Map<String, String> all = new LinkedHashMap<>();
        Consumer<String> add =
                line -> {
                    String[] parts = line.split(" ");
                    for (String name : List.of(parts).subList(1, parts.length))
                        all.put(name, parts[0]);
                };
        for (String line :
                List.of(
                        "nl nederlands dutch",
                        "en engels english",
                        "de duits german",
                        "fr frans french",
                        "es spaans spanish",
                        "it italiaans italian",
                        "pl pools polish",
                        "pt portugees portuguese",
                        "tr turks turkish",
                        "ar arabisch arabic",
                        "ro roemeens romanian",
                        "bg bulgaars bulgarian",
                        "uk oekraïens ukrainian",
                        "ru russisch russian",
                        "zh chinees mandarijn chinese mandarin",
                        "ja japans japanese")) add.accept(line);
        return all;
    }
}
