package skills.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import skills.Visitor;
import skills.identity.PersonalDataPart;
import skills.kernel.Language;

/** Everything of a person can be taken along and everything can go, whichever room keeps it. */
class MyDataTest extends PassportTest {

    /**
     * Tables that point at an account and belong to nobody's part; none may be added without a
     * reason.
     */
    private static final List<String> NOT_PERSONAL = List.of();

    @Autowired List<PersonalDataPart> parts;
    @Autowired MessageSource messages;

    /**
     * @param word stands in a text of every part, or its id does where a part keeps no text
     */
    private record Canary(Holder holder, String word, UUID id, String path) {

        boolean isIn(String text) {
            return text.contains(word) || text.contains(id.toString());
        }
    }

    /** Leaves a trace in every part of a person's data. */
    private Canary canary() {
        Holder h = filled();
        UUID id = UUID.randomUUID();
        String word = "kanarie" + id.toString().substring(0, 8);
        h.browser()
                .post(
                        "/profile/me",
                        "name",
                        word,
                        "sentence",
                        "<script>alert(1)</script> =1+1 @x " + word);
        h.browser().post("/start", "q", word);
        String path = link(h, share(h, word, "about"));
        new Visitor().get(path);
        draft(h, word, "skill");
        insert(
                h,
                "insert into mail_address (address, account, confirmed_at) values (:word || '@example.org', :account, now())",
                word,
                id);
        insert(
                h,
                "insert into fit_switch (id, account, component, counts, said_at) values (:id, :account, 'traits', false, now())",
                word,
                id);
        insert(
                h,
                "insert into occupation_choice (account, occupation, kind, stands, said_at) values (:account, :id, 'hidden', true, now())",
                word,
                id);
        insert(
                h,
                "insert into gone_closing (group_id, occupation, region, closed_at, closed_by) select id, :id, :word, now(), :account from organization_group limit 1",
                word,
                id);
        insert(
                h,
                "insert into study (name, organization, made_at, made_by) select 'study-' || md5(:word), id, now(), :account from organization limit 1",
                word,
                id);
        insert(
                h,
                "insert into study_deviation (study, said_at, said_by, who, what, why) select id, now(), :account, :word, 'x', 'x' from study where name = 'study-' || md5(:word)",
                word,
                id);
        insert(
                h,
                "insert into contested_match (account, subject, reason, said_at) values (:account, :word, :word, now())",
                word,
                id);
        insert(
                h,
                "insert into work_wish (id, account, hours_min, said_at) values (:id, :account, 20, now())",
                word,
                id);
        insert(
                h,
                "insert into search_area (account, place, set_at) values (:account, :word, now())",
                word,
                id);
        insert(
                h,
                "insert into skill_list (account, occupation, begun_at) values (:account, :id, now())",
                word,
                id);
        insert(
                h,
                "insert into assessment_session (id, account, occupation, begun_at) values (:id, :account, :id, now())",
                word,
                id);
        insert(
                h,
                "insert into assessment_item (session, position, item) values (:id, 0, :id::text)",
                word,
                id);
        insert(
                h,
                """
                insert into response (session, item, value, answered_at, received_at, client_id, client_seq)
                values (:id, :id::text, 2, now(), now(), :id, 1)
                """,
                word,
                id);
        insert(
                h,
                """
                insert into result (session, account, scoring_version, computed_at, answered, asked, scores)
                values (:id, :account, :word, now(), 1, 1, '{}')
                """,
                word,
                id);
        insert(
                h,
                """
                insert into result_contest (result, account, scale, contested, note, said_at)
                select id, :account, :word, true, :word, now() from result where session = :id
                """,
                word,
                id);
        insert(
                h,
                "insert into result_sight (result, account, seen_at) select id, :account, now() from result where session = :id",
                word,
                id);
        insert(
                h,
                """
                insert into share_result (consent, account, result, released, said_at)
                select c.id, :account, r.id, false, now() from consent c, result r
                where c.account = :account and r.session = :id
                """,
                word,
                id);
        insert(
                h,
                """
                insert into share_result_note (consent, account, result, note, said_at)
                select c.id, :account, r.id, :word, now() from consent c, result r
                where c.account = :account and r.session = :id
                """,
                word,
                id);
        study(h, word, id);
        insert(
                h,
                """
                insert into vacancy_report (id, vacancy, account, why, words, said_at)
                select :id, v.id, :account, 'OTHER', :word, now() from vacancy v limit 1
                """,
                word,
                id);
        // What was posted is the employer's and stays: it holds no word of the person.
        insert(
                h,
                """
                with made as (
                    insert into employer_vacancy (id, organization, title, words, place, open_until, link)
                    select uuidv7(), o.id, 'Baan', 'Werk', '', current_date, '' from organization o limit 1
                    returning id)
                insert into employer_vacancy_act (vacancy, what, done_by, at)
                select id, 'MADE', :account, now() from made
                """,
                word,
                id);
        insert(
                h,
                "insert into vacancy_seen (account, vacancy, seen_at) values (:account, :id, now())",
                word,
                id);
        insert(
                h,
                """
                insert into vacancy_application (account, vacancy, what, title, place, said_at)
                values (:account, :id, 'APPLIED', :word, :word, now())
                """,
                word,
                id);
        insert(
                h,
                """
                insert into vacancy_application_asked (account, vacancy, asked_at)
                values (:account, :id, now())
                """,
                word,
                id);
        insert(
                h,
                """
                insert into saved_search (id, account, query, words_nl, words_en, saved_at)
                values (:id, :account, 'q=' || :word, :word, :word, now())
                """,
                word,
                id);
        insert(h, "insert into saved_search_look (search, at) values (:id, now())", word, id);
        insert(
                h,
                """
                insert into news_letter (id, account, day, stop_hash, written_at)
                values (:id, :account, current_date, decode(md5(:word), 'hex'), now())
                """,
                word,
                id);
        insert(
                h,
                """
                insert into search_news (account, vacancy, search, way, letter, told_at)
                values (:account, :id, :id, 'MAIL', :id, now())
                """,
                word,
                id);
        insert(
                h,
                """
                insert into news_mail_wish (account, wanted, language, way, said_at)
                values (:account, true, 'nl', 'PAGE', now())
                """,
                word,
                id);
        return new Canary(h, word, id, path);
    }

    /** Takes part in a study, as the shipped plan has it. */
    private void study(Holder h, String word, UUID id) {
        jdbc.sql(
                        """
                        with made as (
                            insert into study (name, organization, made_at)
                            select 'canary', o.id, now() from organization o limit 1
                            on conflict (name) do nothing returning id)
                        insert into study_plan (study, version, plan, saved_at) select id, 1, :plan, now() from made
                        """)
                .param("plan", shippedPlan())
                .update();
        for (String sql :
                List.of(
                        "insert into study_person (study, number, name, facts, imported_at, account) select s.id, :word, :word, '{}', now(), :account from study s where name = 'canary'",
                        "insert into study_asked (study, account, how, unit, asked_at) select s.id, :account, 'LIST', :word, now() from study s where name = 'canary'",
                        "insert into study_said (study, account, taking_part, purposes, plan_version, said_at) select s.id, :account, true, array[cast(:word as text)], 1, now() from study s where name = 'canary'",
                        "insert into study_parent (study, account, address, token_hash, asked_at, plan_version) select s.id, :account, :word, decode(md5(:word), 'hex'), now(), 1 from study s where name = 'canary'",
                        """
                        insert into study_enrolment (id, study, account, pseudonym, facts, enrolled_at, test)
                        select :id, s.id, :account, left(md5(:word), 8), jsonb_build_object('gender', cast(:word as text)), now(), false
                        from study s where name = 'canary'
                        """,
                        "insert into study_consent (enrolment, purpose, consent) values (:id, 'answers', :id)",
                        "insert into study_assignment (enrolment, arm, school, unit, revealed_at) values (:id, 'offered', '', '', now())",
                        "insert into study_wave_begun (enrolment, wave, mode, begun_at) values (:id, '1', 'ONLINE', now())",
                        "insert into study_wave_answered (enrolment, wave, mode, answered_at) values (:id, '1', 'ONLINE', now())",
                        "insert into study_opened_anyway (enrolment, opened_at) values (:id, now())",
                        "insert into study_reminder (enrolment, wave, day, written_at) values (:id, left(:word, 60), 2, now())",
                        "insert into study_voucher (study, wave, code, loaded_at, issued_on, account) select s.id, '3', left(:word, 60), now(), current_date, :account from study s where name = 'canary'"))
            insert(h, sql, word, id);
    }

    private static String shippedPlan() {
        try {
            return new org.springframework.core.io.ClassPathResource(
                            "content/studies/original-simulated.json")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void insert(Holder h, String sql, String word, UUID id) {
        var statement = jdbc.sql(sql);
        if (sql.contains(":account")) statement = statement.param("account", h.account().value());
        if (sql.contains(":word")) statement = statement.param("word", word);
        if (sql.contains(":id")) statement = statement.param("id", id);
        statement.update();
    }

    @Test
    void theZipHoldsEveryPartAndNothingOfOthers() throws Exception {
        Canary other = canary();
        Canary canary = canary();
        Map<String, String> files = zip(canary.holder());
        assertThat(files.keySet())
                .containsAll(parts.stream().map(p -> "data/" + p.name() + ".json").toList())
                .contains("lees-mij.html");
        for (var part : parts) {
            String json = files.get("data/" + part.name() + ".json");
            // What was opened is kept as an enum and a time only.
            if (part.name().equals("usage")) assertThat(json).contains("COMPLETED", "SHARE");
            else if (part.name().equals("employer")) assertThat(json).contains("MADE", "Baan");
            else
                assertThat(canary.isIn(json))
                        .as(
                                "the test leaves a trace in the part "
                                        + part.name()
                                        + ", and the export shows it: "
                                        + json)
                        .isTrue();
        }
        String all = String.join("\n", files.values());
        assertThat(other.isIn(all)).isFalse();
        assertThat(all).doesNotContain(other.holder().account().toString());
    }

    @Test
    void thePageInTheZipIsReadableAndHarmless() throws Exception {
        Canary canary = canary();
        String page = zip(canary.holder()).get("lees-mij.html");
        assertThat(page)
                .contains(
                        "Mijn gegevens",
                        "Je profiel en skills",
                        "zinnetje",
                        "&lt;script&gt;alert(1)&lt;/script&gt; =1+1 @x");
        assertThat(page.toLowerCase())
                .doesNotContain("<script", "<link", "src=", "onerror", "http-equiv=\"refresh");
        assertThat(page)
                .as("skills by name")
                .contains(canary.holder().said().getFirst().name().nl());
    }

    @Test
    void everyPartIsNamedInPlainWordsInBothLanguages() {
        for (Language language : Language.values())
            for (var part : parts) {
                assertThat(messages.getMessage("me.part." + part.name(), null, language.locale()))
                        .isNotBlank();
                assertThat(
                                messages.getMessage(
                                        "me.part." + part.name() + ".text",
                                        null,
                                        language.locale()))
                        .isNotBlank();
            }
        assertThat(filled().browser().get("/me").text())
                .contains(
                        "Je profiel en skills", "Wie mag wat zien", "Download alles", "Wis alles");
    }

    @Test
    void everyTableThatPointsAtAPersonBelongsToExactlyOnePart() {
        List<String> pointing =
                jdbc.sql(
                                """
                        select distinct conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid = 'account'::regclass
                        union
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name in ('account', 'account_id', 'person')
                        """)
                        .query(String.class)
                        .list();
        assertThat(pointing).contains("consent", "usage_event", "share_link", "profile");
        Map<String, Long> claimed =
                parts.stream()
                        .flatMap(p -> p.tables().stream())
                        .collect(Collectors.groupingBy(t -> t, Collectors.counting()));
        for (String table : pointing)
            if (!NOT_PERSONAL.contains(table))
                assertThat(claimed.get(table)).as(table).isEqualTo(1);
        assertThat(claimed.values()).as("no table belongs to two rooms").containsOnly(1L);
        var there =
                jdbc.sql(
                                "select table_name from information_schema.tables where table_schema = 'public'")
                        .query(String.class)
                        .set();
        assertThat(there).containsAll(claimed.keySet());
    }

    @Test
    void erasingTakesTwoTapsAndLeavesNothing() throws Exception {
        Canary canary = canary();
        var browser = canary.holder().browser();
        assertThat(found(canary.word()))
                .contains(
                        "profile.name",
                        "consent.recipient",
                        "access_log.recipient",
                        "share_draft.recipient",
                        "share_result_note.note",
                        "start.chosen",
                        "mail_address.address",
                        "contested_match.reason",
                        "vacancy_application.title",
                        "saved_search.query");
        assertThat(found(canary.id().toString()))
                .contains("response.client_id", "assessment_item.item");
        assertThat(browser.get("/me").html()).contains("href=\"/me/erase\"");
        assertThat(browser.get("/me/erase").text()).contains("Alles wissen?", "gaat meteen dicht");
        assertThat(found(canary.word())).as("asking is not erasing").isNotEmpty();
        var bye = browser.post("/me/erase");
        assertThat(bye.path()).isEqualTo("/goodbye");
        assertThat(bye.text()).contains("Alles is gewist");
        assertThat(found(canary.word())).isEmpty();
        assertThat(found(canary.id().toString())).isEmpty();
        assertThat(found(canary.holder().account().toString())).isEmpty();
        assertThat(browser.get("/me").path()).startsWith("/signin");
        assertThat(new Visitor().getOnce(canary.path()).status()).isEqualTo(404);
    }

    /** Where in the whole database this text stands. */
    private List<String> found(String text) {
        var columns =
                jdbc.sql(
                                """
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and c.data_type in ('uuid', 'text', 'character varying', 'character', 'jsonb', 'ARRAY')
                        """)
                        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                        .list();
        var found = new ArrayList<String>();
        for (var c : columns)
            if (jdbc.sql(
                            "select exists (select from %s where strpos(%s::text, :text) > 0)"
                                    .formatted(c.getKey(), c.getValue()))
                    .param("text", text)
                    .query(Boolean.class)
                    .single()) found.add(c.getKey() + "." + c.getValue());
        return found;
    }

    private static Map<String, String> zip(Holder h) throws Exception {
        byte[] bytes =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(origin() + "/me/export.zip"))
                                        .header("Accept-Language", "nl")
                                        .header(
                                                "Cookie",
                                                "skills="
                                                        + h.browser()
                                                                .cookie("skills")
                                                                .orElseThrow())
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body();
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry())
                files.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }
}
