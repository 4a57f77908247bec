package skills.trials;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/**
 * Two holders, two teachers, two researchers, an administrator, and things that belong to the first
 * of each.
 */
final class Owned {

    /** Things of one person that nobody else may reach. */
    static final List<String> PRIVATE =
            List.of(
                    "entry",
                    "session",
                    "questions",
                    "draft",
                    "share",
                    "shown",
                    "picking",
                    "result",
                    "group",
                    "codeid",
                    "savedsearch",
                    "study",
                    "enrolment",
                    "round",
                    "employervacancy");

    private final DemoAccounts demo;
    private final JdbcClient jdbc;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    Owned(DemoAccounts demo, JdbcClient jdbc) {
        this.demo = demo;
        this.jdbc = jdbc;
    }

    record Things(Map<String, Supplier<Visitor>> visitors, Map<String, String> values) {

        String fill(String text) {
            // Another one each time: letters to one address are limited.
            text = text.replace("{address}", "proef-" + UUID.randomUUID() + "@example.org");
            for (var value : values.entrySet())
                text = text.replace("{" + value.getKey() + "}", value.getValue());
            return text;
        }
    }

    Visitor guest() {
        var guest = remote();
        guest.post("/start", "q", "iets met mensen");
        return guest;
    }

    /** Somebody on another machine, as a proxy would say. */
    private static Visitor remote() {
        return new Visitor().header("X-Forwarded-For", "192.0.2.7");
    }

    private AccountId person(String name) {
        return demo.person(name + "-" + run, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
    }

    private Visitor signedIn(String name) {
        var visitor = remote();
        visitor.post("/demo/" + name + "-" + run);
        return visitor;
    }

    Things make() {
        person("holder");
        AccountId teacher = person("teacher");
        AccountId other = person("other");
        demo.administrator(person("admin"));
        var school = demo.organization("School " + run);
        var group = demo.group(school, "LVD4A", teacher);
        var elsewhere = demo.organization("Andere school " + run);
        demo.group(elsewhere, "LVD4B", other);
        demo.researcher(other, elsewhere);
        demo.researcher(person("researcher"), school);
        demo.employer(teacher, school);
        demo.employer(other, elsewhere);

        Visitor holder = signedIn("holder");
        Map<String, String> values = new LinkedHashMap<>();
        String occupation =
                holder.get("/start/options?q=steward")
                        .find("OCCUPATION:([0-9a-f-]{36})")
                        .orElseThrow();
        values.put("occupation", occupation);
        holder.post("/start", "choice", "OCCUPATION:" + occupation);
        String task =
                holder.get("/start/tasks").find("name=\"t\" value=\"([^\"]+)\"").orElseThrow();
        holder.post("/start/tasks", "t", task);
        values.put(
                "session",
                holder.get("/skills").find("data-session=\"([0-9a-f-]{36})\"").orElseThrow());
        values.put(
                "questions",
                holder.post("/questions/how-i-work", "pictures", "half")
                        .find("data-session=\"([0-9a-f-]{36})\"")
                        .orElseThrow());
        String entry = UUID.randomUUID().toString();
        values.put("entry", entry);
        holder.post("/profile/experience/" + entry, "title", "Bakker", "period", "2023");
        holder.post("/occupation/" + occupation + "/contest", "reason", "Klopt niet");
        values.put(
                "contest",
                jdbc.sql(
                                "select id from contested_match where subject = :subject order by said_at desc limit 1")
                        .param("subject", "occupation/" + occupation)
                        .query(UUID.class)
                        .single()
                        .toString());
        values.put("share", share(holder, true));
        values.put(
                "token",
                holder.get("/share/" + values.get("share"))
                        .find("/s/([A-Za-z0-9_-]+)")
                        .orElseThrow());
        values.put("draft", share(holder, false));

        release(holder, values);

        Visitor teaching = signedIn("teacher");
        values.put("group", group.value().toString());
        values.put("organization", school.value().toString());
        values.put("someschool", demo.organization("Bedrijf " + run).value().toString());
        values.put("employervacancy", employerVacancy(teaching, school.value()));
        teaching.post("/class/" + group.value() + "/code", "limit", "30");
        values.put(
                "codeid",
                one(
                        "select id from invitation where group_id = :id order by id desc limit 1",
                        group.value()));
        var now = java.time.Instant.now();
        String code = code();
        demo.invitation(
                group, code, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), 500);
        values.put("code", code);
        values.put(
                "skill",
                one(
                        "select item::uuid from assessment_item where session = :id limit 1",
                        UUID.fromString(values.get("session"))));
        values.put(
                "vacancy",
                jdbc.sql("select id::text from vacancy limit 1")
                        .query(String.class)
                        .optional()
                        .orElse(""));
        values.put(
                "savedsearch",
                holder.post("/vacancies/saved", "query", "q=kok")
                        .find("/vacancies/saved/([0-9a-f-]{36})")
                        .orElseThrow());
        values.put("studyname", "eigen-" + run);
        values.put("enrolment", enrolment("eigen-" + run, school.value(), "holder-" + run));
        values.put(
                "round",
                jdbc.sql("select id::text from assessment_session where round = :round")
                        .param("round", "/study/" + values.get("enrolment") + "/wave/1")
                        .query(String.class)
                        .single());
        values.put("person", "holder-" + run);
        values.put("mail", "no-such-link");
        values.put("instrumentdraft", instrumentDraft());
        values.put("feed", feed());
        values.put(
                "study",
                signedIn("researcher")
                        .post(
                                "/studies",
                                "title",
                                "Proef " + run,
                                "organization",
                                school.value().toString())
                        .find("/studies/([0-9a-f-]{36})/plan/classes")
                        .orElseThrow());

        Map<String, Supplier<Visitor>> visitors = new LinkedHashMap<>();
        visitors.put("anonymous", Owned::remote);
        visitors.put("localhost", Visitor::new);
        Visitor guest = guest();
        visitors.put("guest", () -> guest);
        for (String name : List.of("holder", "other", "teacher", "admin", "researcher")) {
            Visitor visitor = signedIn(name);
            visitors.put(name, () -> visitor);
        }
        return new Things(visitors, values);
    }

    /** A result that one reader may see, and a draft that is about to open it. */
    private void release(Visitor holder, Map<String, String> values) {
        String first = holder.post("/questions/what-drives-me-rated").path();
        String base = first.substring(0, first.lastIndexOf('/') + 1);
        for (int p = 1; p <= 10; p++) holder.postOnce(base + p, "value", p == 1 ? "4" : "2");
        holder.get("/results/what-drives-me-rated");
        values.put(
                "result",
                one(
                        "select id from result where session = :id",
                        UUID.fromString(base.split("/")[2])));
        for (String thing : List.of("shown", "picking")) {
            String id = UUID.randomUUID().toString();
            values.put(thing, id);
            var page =
                    holder.post(
                            "/share/new",
                            "id",
                            id,
                            "reader",
                            "Coach",
                            "purpose",
                            "COACHING",
                            "until",
                            java.time.LocalDate.now().plusDays(30).toString(),
                            "result",
                            values.get("result"));
            values.put("scale", page.find("name=\"scale\" value=\"([^\"]+)\"").orElseThrow());
            if (thing.equals("picking")) continue;
            holder.post(page.path(), "scale", values.get("scale"), "note", "Zo ben ik.");
            holder.post("/share/" + id + "/open");
        }
    }

    private static String share(Visitor holder, boolean open) {
        String id =
                holder.get("/share/new")
                        .find("name=\"id\" value=\"([0-9a-f-]{36})\"")
                        .orElseThrow();
        String until = java.time.LocalDate.now().plusDays(30).toString();
        holder.post(
                "/share/new",
                "id",
                id,
                "reader",
                "Bakkerij Zon",
                "purpose",
                "OTHER",
                "other",
                "een gesprek",
                "parts",
                "experience",
                "parts",
                "skill",
                "until",
                until);
        if (open) holder.post("/share/" + id + "/open");
        return id;
    }

    private static String employerVacancy(Visitor teaching, UUID school) {
        String id = UUID.randomUUID().toString();
        teaching.post(
                "/employer/" + id + "/words",
                "organization",
                school.toString(),
                "title",
                "Steward",
                "text",
                "Je helpt reizigers.",
                "place",
                "Utrecht",
                "until",
                java.time.LocalDate.now().plusDays(30).toString());
        return id;
    }

    private static String code() {
        var code = new StringBuilder("LVD-");
        for (int i = 0; i < 4; i++)
            code.append("CDFGHJKLMNPQRTVWX".charAt(ThreadLocalRandom.current().nextInt(17)));
        return code.toString();
    }

    /** What is published is taken for an instrument: here the one that ships. */
    private String instrumentDraft() {
        return jdbc.sql(
                        "insert into instrument_draft (files, made_at) select files, now() from instrument where name = 'how-i-work' limit 1 returning id")
                .query(UUID.class)
                .single()
                .toString();
    }

    /** Somebody takes part in a study and has one question open. */
    private String enrolment(String name, UUID school, String person) {
        UUID study =
                jdbc.sql(
                                "insert into study (name, organization, made_at) values (:name, :school, now()) returning id")
                        .param("name", name)
                        .param("school", school)
                        .query(UUID.class)
                        .single();
        jdbc.sql(
                        "insert into study_plan (study, version, plan, saved_at) values (:study, 1, :plan, now())")
                .param("study", study)
                .param("plan", plan())
                .update();
        String enrolment =
                jdbc.sql(
                                """
                                insert into study_enrolment (study, account, pseudonym, enrolled_at, test)
                                select :study, account, 'XXXX', now(), false from demo_person where name = :person
                                returning id::text
                                """)
                        .param("study", study)
                        .param("person", person)
                        .query(String.class)
                        .single();
        jdbc.sql(
                        """
                        with session as (
                            insert into assessment_session (account, instrument, version, begun_at, round, place, closes_at)
                            select d.account, i.name, i.version, now(), :round, 0, now() + interval '1 day'
                            from demo_person d, instrument i
                            where d.name = :person and i.name = 'study-employability' limit 1 returning id)
                        insert into assessment_item (session, position, item)
                        select id, 1, 'employability_1' from session
                        """)
                .param("round", "/study/" + enrolment + "/wave/1")
                .param("person", person)
                .update();
        return enrolment;
    }

    private static String plan() {
        try {
            return new org.springframework.core.io.ClassPathResource(
                            "content/studies/original-simulated.json")
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Stopped, so that nothing is read. */
    private String feed() {
        return jdbc.sql(
                        """
                        insert into feed (id, name, kind, place, only_with, every_hours, stopped, next_at)
                        values (gen_random_uuid(), :name, 'FILE', 'none.json', '', 24, true, now()) returning id
                        """)
                .param("name", "Bron " + run)
                .query(UUID.class)
                .single()
                .toString();
    }

    private String one(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(UUID.class).single().toString();
    }
}
