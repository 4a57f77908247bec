package skills.passport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.consent.Consent;
import skills.consent.Consents;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Erasure;
import skills.identity.PersonalData;
import skills.identity.Sittings;
import skills.kernel.Language;
import skills.platform.Words;

/** My data: what is kept, all of it to take along, and all of it gone; in two taps each. */
@Controller
@Access(Access.By.HOLDER)
class MyDataController {

    private final PersonalData data;
    private final Erasure erasure;
    private final Sittings sittings;
    private final Consents consents;
    private final DataExport export;
    private final MessageSource messages;
    private final Clock clock;

    MyDataController(
            PersonalData data,
            Erasure erasure,
            Sittings sittings,
            Consents consents,
            DataExport export,
            MessageSource messages,
            Clock clock) {
        this.data = data;
        this.erasure = erasure;
        this.sittings = sittings;
        this.consents = consents;
        this.export = export;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param rows things kept
     */
    record Kept(String title, String text, int rows) {}

    record MyDataView(List<Kept> parts, boolean guest) {}

    /**
     * @param open pages that others can open now
     */
    record EraseView(int open) {}

    @GetMapping("/me")
    ModelAndView overview(Account account, Locale locale) {
        PartWords words = new PartWords(messages, Language.of(locale));
        List<Kept> parts =
                export.plain(data.export(account.id())).entrySet().stream()
                        .map(
                                part ->
                                        new Kept(
                                                words.title(part.getKey()),
                                                words.text(part.getKey()),
                                                DataExport.rows(part.getValue())))
                        .filter(kept -> kept.rows() > 0)
                        .toList();
        return new ModelAndView(
                "passport/mydata", "view", new MyDataView(parts, account.isGuest()));
    }

    @GetMapping("/me/export.zip")
    void download(Account account, Locale locale, HttpServletResponse response) throws IOException {
        Words words = new Words(messages, Language.of(locale));
        byte[] zip =
                export.zip(
                        data.export(account.id()),
                        words,
                        new PartWords(messages, words.language()),
                        clock.instant());
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                words.t("me.file")
                                        + "-"
                                        + LocalDate.ofInstant(clock.instant(), Words.PLACE)
                                        + ".zip",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentLength(zip.length);
        response.getOutputStream().write(zip);
    }

    /** What goes, before it goes. */
    @GetMapping("/me/erase")
    ModelAndView sure(Account account) {
        return new ModelAndView(
                "passport/erase",
                "view",
                new EraseView(
                        (int)
                                consents.validAt(account.id(), clock.instant()).stream()
                                        .filter(Consent::hasReader)
                                        .count()));
    }

    @PostMapping("/me/erase")
    String erase(Account account, HttpServletRequest request) {
        erasure.erase(account.id());
        sittings.end(request);
        return "redirect:/goodbye";
    }

    @GetMapping("/goodbye")
    @Access(Access.By.EVERYONE)
    ModelAndView goodbye() {
        return new ModelAndView("passport/goodbye");
    }
}
