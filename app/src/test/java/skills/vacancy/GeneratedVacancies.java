package skills.vacancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes as many vacancies as one likes, the same ones for the same seed: titles and skills of
 * ESCO, places by their size, texts of our own phrases, laid out as real ones are. One in twenty
 * comes a second time from another source, changed a little. Sentences of real vacancies are mixed
 * in where a file with them is given; nothing of them is kept.
 */
final class GeneratedVacancies {

    /** Name of the sources: "bench-a" to "bench-e". */
    static final String SOURCE = "bench-";

    static final double DOUBLES = .05;

    /** What was written. */
    record Written(int vacancies, Map<String, String> doubles) {}

    private record Job(
            UUID id, List<String> nl, List<String> en, List<UUID> must, List<UUID> nice) {}

    private record Posted(
            String id,
            String source,
            String title,
            String employer,
            String place,
            LocalDate posted,
            String more,
            String text,
            String language) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Random random;
    private final LocalDate today;
    private final List<Job> jobs = new ArrayList<>();
    private final Map<UUID, List<String>> skillNl = new HashMap<>();
    private final Map<UUID, List<String>> skillEn = new HashMap<>();
    private final List<String> towns = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    /**
     * @param real file with real vacancies, one JSON a line, gzipped; null for none
     */
    GeneratedVacancies(JdbcClient jdbc, LocalDate today, long seed, @Nullable Path real)
            throws IOException {
        this.random = new Random(seed);
        this.today = today;
        Map<UUID, Job> byId = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select o.id, l.language, l.label from occupation o join occupation_label l on l.occupation = o.id
                        where o.gone_at is null and l.language in ('nl', 'en') and l.kind in ('preferred', 'alternative')
                          and length(l.label) < 60
                        order by o.id, l.language, l.label
                        """)
                .query(
                        row -> {
                            Job job =
                                    byId.computeIfAbsent(
                                            row.getObject(1, UUID.class),
                                            k ->
                                                    new Job(
                                                            k,
                                                            new ArrayList<>(),
                                                            new ArrayList<>(),
                                                            new ArrayList<>(),
                                                            new ArrayList<>()));
                            (row.getString(2).equals("nl") ? job.nl : job.en).add(row.getString(3));
                        });
        jdbc.sql("select occupation, skill, essential from occupation_skill order by 1, 2")
                .query(
                        row -> {
                            Job job = byId.get(row.getObject(1, UUID.class));
                            if (job != null)
                                (row.getBoolean(3) ? job.must : job.nice)
                                        .add(row.getObject(2, UUID.class));
                        });
        byId.values().stream()
                .filter(j -> !j.nl.isEmpty() && !j.en.isEmpty() && j.must.size() > 3)
                .forEach(jobs::add);
        jdbc.sql(
                        """
                        select skill, language, label from skill_label
                        where language in ('nl', 'en') and kind in ('preferred', 'alternative') order by 1, 2, 3
                        """)
                .query(
                        row -> {
                            (row.getString(2).equals("nl") ? skillNl : skillEn)
                                    .computeIfAbsent(
                                            row.getObject(1, UUID.class), k -> new ArrayList<>())
                                    .add(row.getString(3));
                        });
        jdbc.sql(
                        "select name, weight from place where kind = 'TOWN' and country = 'NL' order by id")
                .query(
                        row -> {
                            for (int i = 0; i < Math.min(60, row.getInt(2)); i++)
                                towns.add(row.getString(1));
                        });
        if (real != null) readSentences(real);
    }

    private void readSentences(Path real) throws IOException {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(real)),
                                StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null; ) {
                JsonNode node = JSON.readTree(line);
                for (String sentence :
                        node.path("description")
                                .asString("")
                                .replaceAll("<[^>]*>", " ")
                                .split("(?<=[.!?])\\s+"))
                    if (sentence.length() > 30 && sentence.length() < 240)
                        sentences.add(sentence.strip());
            }
        }
    }

    /**
     * Writes files of at most 20,000 rows into a folder.
     *
     * @param n rows, doubles included
     */
    Written write(Path folder, int n) throws IOException {
        Map<String, String> doubles = new LinkedHashMap<>();
        List<Posted> recent = new ArrayList<>();
        int written = 0;
        for (int file = 0; written < n; file++) {
            try (Writer out =
                    new java.io.OutputStreamWriter(
                            new GZIPOutputStream(
                                    Files.newOutputStream(
                                            folder.resolve("jobs-%03d.jsonl.gz".formatted(file)))),
                            StandardCharsets.UTF_8)) {
                for (int i = 0; i < 20_000 && written < n; i++, written++) {
                    boolean again = !recent.isEmpty() && random.nextDouble() < DOUBLES;
                    Posted p = again ? changed(pick(recent), written) : posted(written);
                    if (again) doubles.put(p.id, original);
                    else if (recent.size() < 5000) recent.add(p);
                    else recent.set(random.nextInt(recent.size()), p);
                    out.write(json(p));
                    out.write('\n');
                }
            }
        }
        return new Written(n, doubles);
    }

    private String original = "";

    /** The same job as another board shows it. */
    private Posted changed(Posted p, int number) {
        original = p.id;
        String source = SOURCE + (char) ('a' + random.nextInt(5));
        if (source.equals(p.source)) source = SOURCE + "f";
        String title =
                switch (random.nextInt(4)) {
                    case 0 -> p.title + " (m/v/x)";
                    case 1 -> p.title + " " + p.place;
                    default -> p.title;
                };
        String text =
                switch (random.nextInt(3)) {
                    case 0 -> p.text + "<p>Reageer via onze website.</p>";
                    case 1 -> p.text.replaceFirst("</p><p>", " ");
                    default -> p.text;
                };
        return new Posted(
                "v" + number,
                source,
                title,
                p.employer,
                random.nextBoolean() ? p.place.toUpperCase() : p.place,
                p.posted.minusDays(random.nextInt(3)),
                p.more,
                text,
                p.language);
    }

    private Posted posted(int number) {
        Job job = pick(jobs);
        boolean english = random.nextInt(100) < 12;
        String title = capital(pick(english ? job.en : job.nl));
        title =
                switch (random.nextInt(9)) {
                    case 0 -> title + " (m/v)";
                    case 1 -> "Ervaren " + title.toLowerCase();
                    case 2 -> title + " - " + (16 + 4 * random.nextInt(6)) + " uur";
                    case 3 -> "Junior " + title.toLowerCase();
                    default -> title;
                };
        String place = pick(towns);
        return new Posted(
                "v" + number,
                SOURCE + (char) ('a' + random.nextInt(5)),
                title,
                employer(),
                place,
                today.minusDays(random.nextInt(28)),
                more(),
                text(job, english, place),
                english ? "en" : "nl");
    }

    private String employer() {
        return pick(KINDS) + " " + pick(NAMES) + (random.nextInt(4) == 0 ? " B.V." : "");
    }

    private String more() {
        var more = new StringBuilder();
        int hours = 8 + 4 * random.nextInt(9);
        if (random.nextInt(3) > 0)
            more.append(",\"workHours\":\"")
                    .append(
                            hours == 40 || random.nextBoolean()
                                    ? "" + hours
                                    : hours + "-" + (hours + 4))
                    .append(" uur\"");
        if (random.nextInt(5) > 1)
            more.append(",\"employmentType\":\"")
                    .append(
                            pick(
                                    List.of(
                                            "permanent",
                                            "tijdelijk",
                                            "parttime",
                                            "fulltime",
                                            "oproep",
                                            "bbl")))
                    .append('"');
        if (random.nextInt(5) < 2) {
            int pay = 2300 + 50 * random.nextInt(60);
            more.append(",\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"minValue\":")
                    .append(pay)
                    .append(",\"maxValue\":")
                    .append(pay + 400)
                    .append(",\"unitText\":\"MONTH\"}}");
        }
        return more.toString();
    }

    private String text(Job job, boolean english, String place) {
        var text = new StringBuilder();
        List<String> intro = english ? INTRO_EN : INTRO_NL;
        text.append("<p>")
                .append(pick(intro).replace("{0}", place))
                .append(' ')
                .append(filler())
                .append("</p><p>")
                .append(pick(intro).replace("{0}", place))
                .append("</p>");
        text.append(english ? "<h3>What you do</h3><ul>" : "<h3>Wat ga je doen?</h3><ul>");
        for (UUID skill : some(job.must, 3 + random.nextInt(4)))
            text.append("<li>").append(say(skill, english)).append("</li>");
        text.append("</ul>")
                .append(english ? "<h3>What we ask</h3><ul>" : "<h3>Wat vragen wij?</h3><ul>");
        for (UUID skill : some(job.must, 2 + random.nextInt(3)))
            text.append("<li>").append(say(skill, english)).append("</li>");
        for (String ask : List.of(pick(english ? ASK_EN : ASK_NL), pick(english ? ASK_EN : ASK_NL)))
            text.append("<li>").append(ask).append("</li>");
        text.append("</ul>");
        List<UUID> nice = some(job.nice, random.nextInt(3));
        if (!nice.isEmpty()) {
            text.append(english ? "<h3>Nice to have</h3><ul>" : "<h3>Dit is een pre</h3><ul>");
            for (UUID skill : nice) text.append("<li>").append(say(skill, english)).append("</li>");
            text.append("</ul>");
        }
        text.append(english ? "<h3>What you get</h3><p>" : "<h3>Wat bieden wij?</h3><p>");
        for (int i = 0; i < 3; i++) text.append(pick(english ? OFFER_EN : OFFER_NL)).append(' ');
        return text.append(filler()).append("</p>").toString();
    }

    private String filler() {
        if (sentences.isEmpty()) return "";
        var all = new StringBuilder();
        for (int i = 0; i < 3; i++) all.append(pick(sentences)).append(' ');
        return all.toString().replace("<", " ").replace("&", " en ");
    }

    private String say(UUID skill, boolean english) {
        Map<UUID, List<String>> labels = english ? skillEn : skillNl;
        List<String> all =
                labels.getOrDefault(skill, skillEn.getOrDefault(skill, List.of("werken")));
        return pick(english ? BEFORE_EN : BEFORE_NL) + pick(all) + ".";
    }

    private List<UUID> some(List<UUID> from, int n) {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < n && !from.isEmpty(); i++) {
            UUID one = pick(from);
            if (!all.contains(one)) all.add(one);
        }
        return all;
    }

    private static String json(Posted p) {
        return "{\"@type\":\"JobPosting\",\"source\":%s,\"identifier\":%s,\"url\":%s,\"title\":%s,\"inLanguage\":%s,\"datePosted\":%s,\"hiringOrganization\":{\"name\":%s},\"jobLocation\":{\"address\":{\"addressLocality\":%s,\"addressCountry\":\"NL\"}}%s,\"description\":%s}"
                .formatted(
                        quoted(p.source),
                        quoted(p.id),
                        quoted("https://example.org/" + p.source + "/" + p.id),
                        quoted(p.title),
                        quoted(p.language),
                        quoted(p.posted.toString()),
                        quoted(p.employer),
                        quoted(p.place),
                        p.more,
                        quoted(p.text));
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase() + text.substring(1);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private static final List<String> KINDS =
            List.of(
                    "Bouwbedrijf",
                    "Zorggroep",
                    "Transport",
                    "Installatie",
                    "Hotel",
                    "Bakkerij",
                    "Garage",
                    "Scholengroep",
                    "Techniek",
                    "Groenbedrijf",
                    "Kantoor",
                    "Winkelgroep",
                    "Logistiek",
                    "Schildersbedrijf",
                    "Kliniek",
                    "Adviesbureau");
    private static final List<String> NAMES =
            List.of(
                    "De Linde",
                    "Van Dam",
                    "Noord",
                    "Hofstra",
                    "De Brug",
                    "Molenaar",
                    "Zuiderpoort",
                    "Jansen en Zoon",
                    "Waterland",
                    "De Ster",
                    "Veldhuis",
                    "Oosterom",
                    "De Eik",
                    "Rijnstroom",
                    "Bakker",
                    "Duinzicht",
                    "Hollandia",
                    "Kers",
                    "Het Anker",
                    "Visser",
                    "De Boer",
                    "Meerzicht",
                    "Aalbers",
                    "Postma",
                    "De Wilgen",
                    "Terpstra",
                    "Maasoever",
                    "De Poort");
    private static final List<String> INTRO_NL =
            lines(
                    """
                Voor onze vestiging in {0} zoeken wij een nieuwe collega die graag met anderen werkt.
                Wij zijn een bedrijf met korte lijnen en vaste klanten in de omgeving van {0}.
                Ons team in {0} groeit en daarom is er plaats voor iemand die wil leren en zelf aan de slag gaat.
                Je begint met een inwerkperiode waarin je alles van ons werk leert kennen.
                In een gewone week wissel je werk binnen af met afspraken bij klanten.
                """);
    private static final List<String> INTRO_EN =
            lines(
                    """
                For our branch in {0} we are looking for a new colleague who likes to work with others.
                We are a company with short lines and regular customers around {0}.
                Our team in {0} is growing and there is room for somebody who wants to learn.
                """);
    private static final List<String> ASK_NL =
            lines(
                    """
                Je hebt een afgeronde opleiding op mbo-niveau 3 of 4.
                Je spreekt en schrijft goed Nederlands.
                Je hebt rijbewijs B.
                Je hebt minstens twee jaar ervaring in dit werk.
                Ervaring is niet nodig, wij leren het je.
                Je bent op zaterdag beschikbaar.
                """);
    private static final List<String> ASK_EN =
            lines(
                    """
                You speak and write good English; Dutch is an advantage.
                You have a completed vocational education.
                Two years of experience in this work.
                """);
    private static final List<String> OFFER_NL =
            lines(
                    """
                Je krijgt een contract voor een jaar met uitzicht op vast.
                Wij betalen je reiskosten en bouwen pensioen voor je op.
                Je hebt 25 vakantiedagen bij een volle werkweek.
                Een opleiding betalen wij als die bij het werk past.
                Het rooster maak je samen met je collega's.
                """);
    private static final List<String> OFFER_EN =
            lines(
                    """
                You get a contract for a year, with a view to a permanent one.
                We pay for travel and pension.
                You have 25 days off in a full working week.
                """);
    private static final List<String> BEFORE_NL =
            List.of(
                    "",
                    "",
                    "Je kunt ",
                    "Ervaring met ",
                    "Kennis van ",
                    "Elke dag: ",
                    "Samen met het team: ",
                    "Zelfstandig ");
    private static final List<String> BEFORE_EN =
            List.of("", "", "You can ", "Experience with ", "Knowledge of ", "Every day: ");
}
