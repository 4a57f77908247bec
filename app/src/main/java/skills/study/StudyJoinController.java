package skills.study;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.assessment.Rounds;
import skills.evaluation.plan.ConsentText;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Memberships;
import skills.identity.Sittings;
import skills.identity.TakingPart;
import skills.kernel.AccountId;
import skills.platform.Faults;
import skills.platform.Problem;

/** From being asked to taking part, or not. */
@Controller
class StudyJoinController {

    private static final int YOUNGEST = 10;
    private static final int OLDEST = 99;

    private final Studies studies;
    private final StudyUnits units;
    private final StudyPeople people;
    private final Askings askings;
    private final Enrolments enrolments;
    private final Joins joins;
    private final Agreements agreements;
    private final Rounds rounds;
    private final Sittings sittings;
    private final TakingPart taking;
    private final Memberships memberships;
    private final Clock clock;

    StudyJoinController(
            Studies studies,
            StudyUnits units,
            StudyPeople people,
            Askings askings,
            Enrolments enrolments,
            Joins joins,
            Agreements agreements,
            Rounds rounds,
            Sittings sittings,
            TakingPart taking,
            Memberships memberships,
            Clock clock) {
        this.studies = studies;
        this.units = units;
        this.people = people;
        this.askings = askings;
        this.enrolments = enrolments;
        this.joins = joins;
        this.agreements = agreements;
        this.rounds = rounds;
        this.sittings = sittings;
        this.taking = taking;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** What it is; only shows. */
    @GetMapping("/study/{name}/join")
    @Access(Access.By.EVERYONE)
    ModelAndView look(@PathVariable String name, Optional<Account> account) {
        return about(named(name), account, "", JoinView.Form.BLANK, new Faults());
    }

    /** The same by the link of a letter, which knows the class. */
    @GetMapping("/study/list/{token}")
    @Access(Access.By.EVERYONE)
    ModelAndView letter(@PathVariable String token, Optional<Account> account) {
        StudyPeople.Person person = people.find(token).orElseThrow(StudyJoinController::gone);
        Study study = studies.find(person.study()).orElseThrow();
        return about(study, account, token, JoinView.Form.BLANK, new Faults());
    }

    /** Wants to know more: from here on there is an account, and an age. */
    @PostMapping("/study/{name}/join")
    @Access(Access.By.EVERYONE)
    ModelAndView join(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String token,
            JoinView.Form form,
            Optional<Account> known,
            HttpServletRequest request,
            HttpServletResponse response) {
        Study study = named(name);
        if (!joins.door(study).lets()) return look(name, known);
        StudyPeople.Person person = null;
        if (!token.isEmpty()) {
            person = people.find(token).orElseThrow(StudyJoinController::gone);
            if (!person.study().equals(study.id())) throw gone();
        } else if (!form.number().isEmpty()) {
            List<StudyPeople.Person> found =
                    people.numbered(study.id(), form.number(), form.school());
            if (found.size() != 1)
                return wrong(
                        about(
                                study,
                                known,
                                "",
                                form,
                                new Faults()
                                        .add(
                                                found.isEmpty() ? "number" : "school",
                                                found.isEmpty()
                                                        ? "study.join.number.unknown"
                                                        : "study.join.number.schools")));
            person = found.getFirst();
        }
        Account account = sittings.currentOrGuest(request, response);
        if (person != null && !people.is(person.id(), account.id()))
            return wrong(
                    about(
                            study,
                            known,
                            "",
                            form,
                            new Faults().add("number", "study.join.number.taken")));
        askings.ask(asked(study, account.id(), person));
        return new ModelAndView(
                account.isGuest()
                        ? taking.wish(account.id(), request, response)
                        : "redirect:/study/" + study.name() + "/consent");
    }

    private Askings.Asked asked(
            Study study, AccountId account, StudyPeople.@Nullable Person person) {
        if (person != null)
            return new Askings.Asked(
                    study.id(),
                    account,
                    Askings.How.LIST,
                    person.school(),
                    person.unit(),
                    person.facts(),
                    clock.instant());
        Optional<StudyUnit> ofClass =
                memberships.of(account).stream()
                        .flatMap(g -> units.of(study.id(), g).stream())
                        .findFirst();
        return new Askings.Asked(
                study.id(),
                account,
                ofClass.isPresent() ? Askings.How.CLASS : Askings.How.LINK,
                ofClass.map(u -> u.unit().school()).orElse(""),
                ofClass.map(u -> u.unit().id()).orElse(""),
                Map.of(),
                clock.instant());
    }

    /** What may be done with the answers, each by itself; nothing is ticked beforehand. */
    @GetMapping("/study/{name}/consent")
    @Access(Access.By.HOLDER)
    ModelAndView consent(
            Account account,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        Study study = named(name);
        if (enrolments.find(account.id(), study.id()).isPresent())
            return new ModelAndView("redirect:/study");
        if (!joins.door(study).lets())
            return new ModelAndView("redirect:/study/" + study.name() + "/join");
        // Not before the age is known: a child decides together with a parent.
        if (account.isGuest() && !Joins.isChild(account))
            return new ModelAndView(taking.wish(account.id(), request, response));
        askings.ask(asked(study, account.id(), null));
        return form(study, account, JoinView.Form.BLANK, new Faults());
    }

    @PostMapping("/study/{name}/consent")
    @Access(Access.By.HOLDER)
    ModelAndView say(
            Account account,
            @PathVariable String name,
            JoinView.Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Study study = named(name);
        if (enrolments.find(account.id(), study.id()).isPresent())
            return new ModelAndView("redirect:/study");
        if (!form.no().isEmpty()) {
            joins.decline(account, study);
            return new ModelAndView("redirect:/study/" + study.name() + "/task");
        }
        if (!joins.door(study).lets())
            return new ModelAndView("redirect:/study/" + study.name() + "/join");
        if (account.isGuest() && !Joins.isChild(account))
            return new ModelAndView(taking.wish(account.id(), request, response));
        Set<String> purposes =
                Texts.consents(study.plan()).stream()
                        .map(ConsentText::purpose)
                        .filter(p -> form.agree() != null && form.agree().contains(p))
                        .collect(Collectors.toCollection(HashSet::new));
        Faults faults = new Faults();
        Askings.Asked asked =
                askings.find(account.id(), study.id())
                        .orElseGet(() -> asked(study, account.id(), null));
        Optional<StudyUnit> unit = unit(study, asked, form, faults);
        faults.addIf(!isAge(form.age()), "age", "study.consent.age.bad");
        faults.addIf(!Joins.suffice(study, purposes), "agree", "study.consent.required");
        if (!faults.none()) return wrong(form(study, account, form, faults));
        Map<String, String> told = new LinkedHashMap<>();
        if (!form.age().isEmpty()) told.put(PersonFacts.AGE, form.age());
        if (Set.of("f", "m", "x").contains(form.gender()))
            told.put(PersonFacts.GENDER, form.gender());
        joins.agree(
                account,
                study,
                purposes,
                unit.map(u -> u.unit().school()).orElse(""),
                unit.map(u -> u.unit().id()).orElse(""),
                told);
        return new ModelAndView(
                Joins.isChild(account)
                        ? "redirect:/study/" + study.name() + "/parent"
                        : "redirect:/study");
    }

    /** What those do in the lesson who do not take part; everybody may read it. */
    @GetMapping("/study/{name}/task")
    @Access(Access.By.EVERYONE)
    ModelAndView task(@PathVariable String name) {
        return new ModelAndView("study/task", "study", named(name));
    }

    private Optional<StudyUnit> unit(
            Study study, Askings.Asked asked, JoinView.Form form, Faults faults) {
        if (!asked.unit().isEmpty()) return Optional.empty();
        List<StudyUnit> all = units.of(study.id());
        if (all.isEmpty()) return Optional.empty();
        Optional<StudyUnit> chosen =
                form.unit().matches("\\d{1,4}") && Integer.parseInt(form.unit()) < all.size()
                        ? Optional.of(all.get(Integer.parseInt(form.unit())))
                        : Optional.empty();
        faults.addIf(chosen.isEmpty() && Joins.needsUnit(study), "unit", "study.consent.unit.none");
        return chosen;
    }

    private static boolean isAge(String typed) {
        return typed.isEmpty()
                || typed.matches("\\d{1,2}")
                        && Integer.parseInt(typed) >= YOUNGEST
                        && Integer.parseInt(typed) <= OLDEST;
    }

    private ModelAndView about(
            Study study,
            Optional<Account> account,
            String token,
            JoinView.Form form,
            Faults faults) {
        return new ModelAndView(
                "study/join", "view", view(study, account.orElse(null), token, form, faults));
    }

    private ModelAndView form(Study study, Account account, JoinView.Form form, Faults faults) {
        return new ModelAndView("study/consent", "view", view(study, account, "", form, faults));
    }

    private JoinView view(
            Study study,
            @Nullable Account account,
            String token,
            JoinView.Form form,
            Faults faults) {
        // Waves often ask the same.
        Map<List<String>, Integer> seconds = new HashMap<>();
        return new JoinView(
                study,
                joins.door(study),
                agreements.recipient(study),
                study.plan().waves().stream()
                        .map(
                                w ->
                                        new JoinView.Minutes(
                                                w,
                                                (seconds.computeIfAbsent(
                                                                        w.instruments(),
                                                                        rounds::seconds)
                                                                + 59)
                                                        / 60))
                        .toList(),
                token,
                token.isEmpty() && people.hasNumbers(study.id()),
                account != null && enrolments.find(account.id(), study.id()).isPresent(),
                account != null && Joins.isChild(account),
                units.of(study.id()),
                account != null
                        && askings.find(account.id(), study.id())
                                .filter(a -> !a.unit().isEmpty())
                                .isPresent(),
                form,
                form.agree() == null ? Set.of() : Set.copyOf(form.agree()),
                faults);
    }

    private Study named(String name) {
        return studies.named(name).orElseThrow(Problem::notFound);
    }

    /** A link that stopped working. */
    private static Problem gone() {
        return new Problem(HttpStatus.GONE, "study.link");
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
