package skills.vacancy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.platform.Words;
import skills.vacancy.SearchNews.Item;

/** The words of a letter with news: plain text, each vacancy with a link to its page here. */
@Component
class NewsLetterText {

    /** Vacancies of one search that are written out; the rest is a number. */
    private static final int WRITTEN = 5;

    private final MessageSource messages;
    private final String origin;

    NewsLetterText(MessageSource messages, @Value("${skills.origin}") String origin) {
        this.messages = messages;
        this.origin = origin;
    }

    record Text(String subject, String body) {}

    /** Where the mail is stopped. */
    String stop(String secret) {
        return origin + "/vacancies/stop/" + secret;
    }

    Text write(List<Item> told, Language language, String secret) {
        var words = new Words(messages, language);
        Map<UUID, List<Item>> bySearch = new LinkedHashMap<>();
        told.forEach(
                i ->
                        bySearch.computeIfAbsent(i.search().id(), k -> new java.util.ArrayList<>())
                                .add(i));
        var blocks = new StringBuilder();
        bySearch.values().forEach(items -> block(items, words, blocks));
        String title = line(told.getFirst().vacancy().title());
        return new Text(
                told.size() == 1
                        ? words.t("newsletter.subject1", title)
                        : words.t("newsletter.subject", words.number(told.size()), title),
                words.t(
                        told.size() == 1 ? "newsletter.text1" : "newsletter.text",
                        words.number(told.size()),
                        blocks.toString().strip(),
                        origin + "/vacancies/saved",
                        stop(secret)));
    }

    private void block(List<Item> items, Words words, StringBuilder to) {
        to.append(words.t("newsletter.search", line(words.t(items.getFirst().search().words()))))
                .append("\n\n");
        for (Item item : items.subList(0, Math.min(WRITTEN, items.size()))) {
            Vacancy v = item.vacancy();
            to.append("- ").append(line(v.title()));
            if (v.employer() != null) to.append(", ").append(line(v.employer()));
            if (!v.place().isEmpty()) to.append(", ").append(line(v.place()));
            to.append("\n  ").append(origin).append("/vacancy/").append(v.id()).append('\n');
        }
        if (items.size() > WRITTEN)
            to.append(words.t("newsletter.more", words.number(items.size() - WRITTEN)))
                    .append('\n');
        to.append('\n');
    }

    /** What a source wrote stays on one line and cannot begin a heading or a link of its own. */
    private static String line(String text) {
        String flat = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return flat.length() <= 120 ? flat : flat.substring(0, 117).strip() + "…";
    }
}
