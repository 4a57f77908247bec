package skills.study;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.ConsentText;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Secret;
import skills.identity.TakingPart;
import skills.kernel.Language;
import skills.platform.Faults;
import skills.platform.Mail;
import skills.platform.Problem;
import skills.platform.Words;

/** Under 16 a parent or guardian agrees as well, to what the child agreed to; asked by mail. */
@Controller
class StudyParentController {

    private final Studies studies;
    private final Askings askings;
    private final Enrolments enrolments;
    private final Joins joins;
    private final Leaving leaving;
    private final Agreements agreements;
    private final Parents parents;
    private final TakingPart taking;
    private final Mail mail;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final String origin;

    StudyParentController(
            Studies studies,
            Askings askings,
            Enrolments enrolments,
            Joins joins,
            Leaving leaving,
            Agreements agreements,
            Parents parents,
            TakingPart taking,
            Mail mail,
            MessageSource messages,
            TransactionTemplate transaction,
            @Value("${skills.origin}") String origin) {
        this.studies = studies;
        this.askings = askings;
        this.enrolments = enrolments;
        this.joins = joins;
        this.leaving = leaving;
        this.agreements = agreements;
        this.parents = parents;
        this.taking = taking;
        this.mail = mail;
        this.messages = messages;
        this.transaction = transaction;
        this.origin = origin;
    }

    /**
     * @param waiting the address that was asked last; null when nobody was
     */
    record AskView(
            Study study,
            @Nullable String waiting,
            boolean staysHere,
            boolean guest,
            String address,
            Faults faults) {}

    /**
     * @param agreed what the child agreed to
     * @param state of the answer
     */
    record ParentView(
            Study study, String who, List<ConsentText> agreed, State state, String token) {}

    enum State {
        ASKED,
        ALLOWED,
        ENDED,
        CLOSED
    }

    @GetMapping("/study/{name}/parent")
    @Access(Access.By.HOLDER)
    ModelAndView ask(Account account, @PathVariable String name) {
        Study study = studies.named(name).orElseThrow(Problem::notFound);
        if (!waits(account, study)) return new ModelAndView("redirect:/study");
        return asking(account, study, "", new Faults());
    }

    @PostMapping("/study/{name}/parent")
    @Access(Access.By.HOLDER)
    ModelAndView send(
            Account account,
            @PathVariable String name,
            @RequestParam String address,
            HttpServletRequest request,
            Locale locale) {
        Study study = studies.named(name).orElseThrow(Problem::notFound);
        if (!waits(account, study)) return new ModelAndView("redirect:/study");
        Optional<String> read = taking.parentAddress(account.id(), address);
        Faults faults = new Faults();
        if (TakingPart.address(address).isEmpty()) faults.add("address", "keep.mail.bad");
        else if (read.isEmpty()) faults.add("address", "parent.own");
        else if (!taking.mayMail(request, read.get())) faults.add("address", "limit.mail");
        if (!faults.none()) {
            ModelAndView page = asking(account, study, address, faults);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        String token = Secret.token();
        parents.ask(study, account.id(), read.orElseThrow(), token);
        Words words = new Words(messages, Language.of(locale));
        String title = words.t(Texts.of(study.plan().title()));
        mail.send(
                read.get(),
                words.language(),
                words.t("mail.study.parent.subject"),
                words.t(
                        "mail.study.parent.text",
                        title,
                        agreements.recipient(study),
                        origin + "/study/parent/" + token));
        return new ModelAndView("redirect:/study/" + name + "/parent");
    }

    /** A child that said yes and does not take part yet. */
    private boolean waits(Account account, Study study) {
        return Joins.isChild(account)
                && joins.door(study).lets()
                && enrolments.find(account.id(), study.id()).isEmpty()
                && askings.said(account.id(), study.id())
                        .filter(Askings.Said::takingPart)
                        .isPresent();
    }

    private ModelAndView asking(Account account, Study study, String address, Faults faults) {
        return new ModelAndView(
                "study/parentask",
                "view",
                new AskView(
                        study,
                        parents.asked(account.id(), study.id())
                                .filter(p -> p.allowedAt() == null && p.endedAt() == null)
                                .map(Parents.Parent::address)
                                .orElse(null),
                        taking.mailStaysHere(),
                        account.isGuest(),
                        address.substring(0, Math.min(254, address.length())),
                        faults));
    }

    /** What the parent reads; a mail program that opens the link decides nothing. */
    @GetMapping("/study/parent/{token}")
    @Access(Access.By.EVERYONE)
    ModelAndView read(@PathVariable String token) {
        return page(parents.find(token).orElseThrow(StudyParentController::gone), token);
    }

    /**
     * @param answer yes, no, or back for a yes that is taken back
     */
    @PostMapping("/study/parent/{token}")
    @Access(Access.By.EVERYONE)
    ModelAndView answer(@PathVariable String token, @RequestParam String answer) {
        Parents.Parent parent = parents.find(token).orElseThrow(StudyParentController::gone);
        transaction.executeWithoutResult(
                t -> {
                    Study study = studies.find(parent.study()).orElseThrow();
                    State state = state(parent, study);
                    if (answer.equals("yes") && state == State.ASKED) allow(parent, study);
                    else if (answer.equals("no") && state == State.ASKED) {
                        parents.end(parent.id());
                        askings.say(
                                study.id(),
                                parent.child(),
                                false,
                                java.util.Set.of(),
                                study.version());
                    } else if (answer.equals("back") && state == State.ALLOWED) {
                        parents.end(parent.id());
                        enrolments.find(parent.child(), study.id()).ifPresent(leaving::delete);
                    }
                });
        return new ModelAndView("redirect:/study/parent/" + token);
    }

    private void allow(Parents.Parent parent, Study study) {
        parents.allow(parent.id());
        taking.parentAllowed(
                parent.child(),
                parent.address(),
                "study " + study.name() + " v" + parent.version());
        joins.enrol(parent.child(), study);
    }

    private ModelAndView page(Parents.Parent parent, String token) {
        Study study = studies.find(parent.study()).orElseThrow();
        var said = askings.said(parent.child(), study.id());
        return new ModelAndView(
                "study/parent",
                "view",
                new ParentView(
                        study,
                        agreements.recipient(study),
                        Texts.consents(study.plan()).stream()
                                .filter(
                                        c ->
                                                said.filter(s -> s.purposes().contains(c.purpose()))
                                                        .isPresent())
                                .toList(),
                        state(parent, study),
                        token));
    }

    private State state(Parents.Parent parent, Study study) {
        if (parent.endedAt() != null) return State.ENDED;
        if (parent.allowedAt() != null) return State.ALLOWED;
        boolean open =
                joins.door(study).lets()
                        && askings.said(parent.child(), study.id())
                                .filter(Askings.Said::takingPart)
                                .isPresent();
        return open ? State.ASKED : State.CLOSED;
    }

    private static Problem gone() {
        return new Problem(HttpStatus.GONE, "study.link");
    }
}
