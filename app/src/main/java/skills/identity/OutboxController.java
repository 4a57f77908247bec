package skills.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.platform.Mail;
import skills.platform.Outbox;

/** Letters that were not sent because no mail server is set; only for a browser on this machine. */
@Controller
@Access(Access.By.LOCALHOST)
class OutboxController {

    private static final int SHOWN = 100;
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Outbox outbox;
    private final Mail mail;

    OutboxController(Outbox outbox, Mail mail) {
        this.outbox = outbox;
        this.mail = mail;
    }

    /** A piece of a letter: text, or an address to open. */
    record Piece(String text, boolean link) {}

    record Shown(Outbox.Letter letter, List<Piece> pieces) {}

    /**
     * @param goesOut a mail server is set, so nothing new comes to lie here
     */
    record OutboxView(List<Shown> letters, boolean goesOut) {}

    @GetMapping("/outbox")
    ModelAndView letters() {
        var letters =
                outbox.newest(SHOWN).stream().map(l -> new Shown(l, pieces(l.text()))).toList();
        return new ModelAndView("identity/outbox", "view", new OutboxView(letters, mail.goesOut()));
    }

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            if (link.start() > from)
                pieces.add(new Piece(text.substring(from, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            from = link.end();
        }
        if (from < text.length()) pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }
}
