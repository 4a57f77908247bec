package skills.study;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.CsvTable;
import skills.platform.Mail;
import skills.platform.Problem;
import skills.platform.Qr;
import skills.platform.TextFile;
import skills.platform.Words;

/**
 * Whom to ask: the link for everybody, and a list with letters. Who said yes or no stands nowhere
 * here.
 */
@Controller
@Access(Access.By.RESEARCHER)
class PeopleController {

    private static final int LARGEST = 1_000_000;
    private static final int LETTERS_AT_ONCE = 500;

    private final Studies studies;
    private final StudyUnits units;
    private final StudyPeople people;
    private final Agreements agreements;
    private final Joins joins;
    private final Mail mail;
    private final MessageSource messages;
    private final String origin;

    PeopleController(
            Studies studies,
            StudyUnits units,
            StudyPeople people,
            Agreements agreements,
            Joins joins,
            Mail mail,
            MessageSource messages,
            @Value("${skills.origin}") String origin) {
        this.studies = studies;
        this.units = units;
        this.people = people;
        this.agreements = agreements;
        this.joins = joins;
        this.mail = mail;
        this.messages = messages;
        this.origin = origin;
    }

    /**
     * @param put what came of the file just given; null without one
     * @param faults of that file
     * @param unwritten how many can get a letter
     */
    record PeopleView(
            Study study,
            Joins.Door door,
            String link,
            Qr qr,
            List<StudyPeople.Person> people,
            long unwritten,
            StudyPeople.@Nullable Put put,
            List<PeopleFile.Fault> faults) {}

    @GetMapping("/studies/{id}/people")
    ModelAndView people(Account account, @PathVariable UUID id) {
        return page(study(account, id), null, List.of());
    }

    /** Puts the good rows of a file on the list, and tells what was wrong with the others. */
    @PostMapping("/studies/{id}/people")
    ModelAndView read(
            Account account,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Study study = study(account, id);
        if (file == null || file.isEmpty()) return wrong(study, "people.fault.empty");
        if (file.getSize() > LARGEST) return wrong(study, "people.fault.large");
        String text;
        try {
            text = TextFile.of(file.getBytes()).text();
        } catch (TextFile.Unreadable e) {
            return wrong(
                    study,
                    e.reason() == TextFile.Unreadable.Reason.ARCHIVE
                            ? "people.fault.excel"
                            : "people.fault.text");
        }
        PeopleFile read =
                PeopleFile.of(
                        CsvTable.of(text),
                        units.of(study.id()).stream().map(StudyUnit::unit).toList());
        ModelAndView page = page(study, people.put(study.id(), read.rows()), read.faults());
        if (read.rows().isEmpty()) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** A letter to everybody who has an address and got none yet. */
    @PostMapping("/studies/{id}/people/letters")
    String write(Account account, @PathVariable UUID id, Locale locale) {
        Study study = study(account, id);
        if (!joins.door(study).lets()) return "redirect:/studies/" + id + "/people";
        Words words = new Words(messages, Language.of(locale));
        String title = words.t(Texts.of(study.plan().title()));
        String recipient = agreements.recipient(study);
        people.of(study.id()).stream()
                .filter(p -> !p.written() && !p.address().isEmpty())
                .limit(LETTERS_AT_ONCE)
                .forEach(
                        p ->
                                mail.send(
                                        p.address(),
                                        words.language(),
                                        words.t("mail.study.asked.subject", title),
                                        words.t(
                                                "mail.study.asked.text",
                                                title,
                                                recipient,
                                                origin + "/study/list/" + people.link(p.id()))));
        return "redirect:/studies/" + id + "/people";
    }

    @PostMapping("/studies/{id}/people/{person}/remove")
    String remove(Account account, @PathVariable UUID id, @PathVariable UUID person) {
        people.remove(study(account, id).id(), person);
        return "redirect:/studies/" + id + "/people";
    }

    private Study study(Account account, UUID id) {
        return studies.ofResearcher(account.id(), new StudyId(id)).orElseThrow(Problem::notFound);
    }

    private ModelAndView wrong(Study study, String key) {
        ModelAndView page = page(study, null, List.of(new PeopleFile.Fault(0, key, "")));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            Study study, StudyPeople.@Nullable Put put, List<PeopleFile.Fault> faults) {
        List<StudyPeople.Person> all = people.of(study.id());
        String link = origin + "/study/" + study.name() + "/join";
        return new ModelAndView(
                "study/people",
                "view",
                new PeopleView(
                        study,
                        joins.door(study),
                        link,
                        Qr.of(link),
                        all,
                        all.stream().filter(p -> !p.written() && !p.address().isEmpty()).count(),
                        put,
                        faults));
    }
}
