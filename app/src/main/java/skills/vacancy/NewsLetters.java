package skills.vacancy;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.platform.Mail;
import skills.platform.Problem;
import skills.vacancy.SearchNews.Item;

/**
 * News of saved searches by mail: at most one letter a person a day, by day only, and none when
 * nothing is new. The row of the letter is the lock: of two instances one gets to write it. What it
 * tells is marked in the same transaction, together with the letter itself where that lies in the
 * outbox; a mail server gets it after that, so that being killed in between never sends it twice.
 */
@Component
class NewsLetters {

    private static final Logger log = LoggerFactory.getLogger(NewsLetters.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Hours on the clock of the place: from the first, until before the last. */
    static final int FROM = 7;

    static final int UNTIL = 20;

    private final JdbcClient jdbc;
    private final SearchNews news;
    private final NewsLetterText texts;
    private final Mail mail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NewsLetters(
            JdbcClient jdbc,
            SearchNews news,
            NewsLetterText texts,
            Mail mail,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.texts = texts;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody who wants mail, has an address and had no letter today. */
    private record Reader(AccountId account, String address, Language language) {}

    private record Letter(UUID id, Reader reader, NewsLetterText.Text text, String stop) {}

    @Scheduled(
            initialDelayString = "${skills.news.delay:PT5M}",
            fixedDelayString = "${skills.news.every:PT15M}")
    void run() {
        ZonedDateTime now = clock.instant().atZone(Today.ZONE);
        if (now.getHour() < FROM || now.getHour() >= UNTIL) return;
        Map<String, List<Vacancy>> found = new HashMap<>();
        int written = 0;
        for (Reader reader : readers(now.toLocalDate())) {
            try {
                if (write(reader, now.toLocalDate(), found)) written++;
            } catch (RuntimeException e) {
                // One person's trouble keeps no letter from the others.
                log.warn("a letter with news was not written: {}", e.getClass().getSimpleName());
            }
        }
        if (written > 0) log.info("wrote {} letters with news of saved searches", written);
    }

    private List<Reader> readers(LocalDate day) {
        return jdbc.sql(
                        """
                        select w.account, w.language, m.address
                        from (select distinct on (account) account, wanted, language
                              from news_mail_wish order by account, id desc) w
                        cross join lateral (select address from mail_address
                                            where account = w.account order by confirmed_at desc, address limit 1) m
                        where w.wanted
                          and exists (select from account_kept k where k.account = w.account)
                          and exists (select from saved_search s where s.account = w.account and s.ended_at is null)
                          and not exists (select from news_letter l where l.account = w.account and l.day = :day)
                        order by w.account
                        """)
                .param("day", day)
                .query(
                        (row, n) ->
                                new Reader(
                                        new AccountId(row.getObject(1, UUID.class)),
                                        row.getString(3),
                                        row.getString(2).equals("en") ? Language.EN : Language.NL))
                .list();
    }

    private boolean write(Reader reader, LocalDate day, Map<String, List<Vacancy>> found) {
        List<Item> fresh =
                news.fresh(
                        reader.account,
                        news.searches(reader.account),
                        q -> found.computeIfAbsent(q, news::newest));
        if (fresh.isEmpty()) return false;
        Letter letter = transaction.execute(t -> claim(reader, day, fresh));
        if (letter == null) return false;
        if (mail.goesOut()) {
            try {
                send(letter);
            } catch (Problem refused) {
                takeBack(letter);
                throw refused;
            }
        }
        return true;
    }

    /** Null when another instance was first, or when all of it was told in the meantime. */
    private @Nullable Letter claim(Reader reader, LocalDate day, List<Item> fresh) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        String stop = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        boolean first =
                jdbc.sql(
                                        """
                                        insert into news_letter (id, account, day, stop_hash, written_at)
                                        values (:id, :account, :day, :hash, :now) on conflict do nothing
                                        """)
                                .param("id", id)
                                .param("account", reader.account.value())
                                .param("day", day)
                                .param("hash", NewsMail.hash(stop))
                                .param("now", Timestamp.from(now))
                                .update()
                        > 0;
        if (!first) return null;
        List<Item> told = news.tell(reader.account, fresh, "MAIL", id, now);
        if (told.isEmpty()) {
            jdbc.sql("delete from news_letter where id = :id").param("id", id).update();
            return null;
        }
        var letter = new Letter(id, reader, texts.write(told, reader.language, stop), stop);
        if (!mail.goesOut()) send(letter);
        return letter;
    }

    private void send(Letter letter) {
        mail.send(
                letter.reader.address,
                letter.reader.language,
                letter.text.subject(),
                letter.text.body(),
                texts.stop(letter.stop));
    }

    /** The mail server did not take it: as if it was never written, so that the next run tries. */
    private void takeBack(Letter letter) {
        transaction.executeWithoutResult(
                t -> {
                    jdbc.sql("delete from search_news where letter = :id")
                            .param("id", letter.id)
                            .update();
                    jdbc.sql("delete from news_letter where id = :id")
                            .param("id", letter.id)
                            .update();
                });
    }
}
