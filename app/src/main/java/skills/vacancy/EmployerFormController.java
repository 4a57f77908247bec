package skills.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Employers;
import skills.identity.Organizations;
import skills.kernel.Language;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.taxonomy.TitleSearch;

/** Typing a vacancy: first what the work is, then hours, pay and contract. */
@Controller
@RequestMapping("/employer")
@Access(Access.By.EMPLOYER)
class EmployerFormController {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINK = 500;
    private static final int HITS = 6;

    private final Employers employers;
    private final EmployerVacancies mine;
    private final Places places;
    private final TitleSearch titles;
    private final Occupations occupations;
    private final Vacancies vacancies;

    EmployerFormController(
            Employers employers,
            EmployerVacancies mine,
            Places places,
            TitleSearch titles,
            Occupations occupations,
            Vacancies vacancies) {
        this.employers = employers;
        this.mine = mine;
        this.places = places;
        this.titles = titles;
        this.occupations = occupations;
        this.vacancies = vacancies;
    }

    /** As typed. */
    record WordsForm(
            @Nullable String title,
            @Nullable String text,
            @Nullable String place,
            @Nullable String until,
            @Nullable String link) {

        static final WordsForm EMPTY = new WordsForm("", "", "", "", "");
    }

    /**
     * @param employers to choose from; one when it is known
     * @param isNew nothing of it was saved yet
     */
    record WordsView(
            UUID id,
            List<Organizations.Organization> employers,
            boolean isNew,
            WordsForm form,
            Faults faults) {}

    /**
     * As typed.
     *
     * @param occupation id, or none
     */
    record WorkForm(
            @Nullable String occupation,
            @Nullable String hours,
            @Nullable String pay,
            @Nullable Set<String> contract) {}

    /**
     * An occupation to choose.
     *
     * @param also the word by which it was found, where that is another one
     */
    record Option(String id, String title, @Nullable String also) {}

    record WorkView(
            EmployerVacancy vacancy,
            String q,
            List<Option> options,
            WorkForm form,
            Faults faults) {}

    @GetMapping("/new")
    ModelAndView begin(Account account) {
        List<Organizations.Organization> at = employers.ofMember(account.id());
        if (at.isEmpty()) throw Problem.notFound();
        return words(new WordsView(UUID.randomUUID(), at, true, WordsForm.EMPTY, new Faults()));
    }

    @GetMapping("/{id}/words")
    ModelAndView words(Account account, @PathVariable UUID id, Locale locale) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        var form =
                new WordsForm(
                        v.title(),
                        v.text(),
                        places.find(v.place()).map(Place::label).orElse(""),
                        date(v.openUntil(), locale),
                        v.link());
        return words(new WordsView(id, List.of(), false, form, new Faults()));
    }

    private static String date(LocalDate day, Locale locale) {
        return day.format(
                java.time.format.DateTimeFormatter.ofPattern(
                        "d MMMM yyyy", Language.of(locale).locale()));
    }

    @PostMapping("/{id}/words")
    ModelAndView save(
            Account account,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID organization,
            WordsForm typed) {
        List<Organizations.Organization> at = employers.ofMember(account.id());
        Optional<EmployerVacancy> known = mine.of(account.id(), id);
        UUID employer =
                known.map(EmployerVacancy::employer)
                        .or(
                                () ->
                                        at.stream()
                                                .map(o -> o.id().value())
                                                .filter(o -> o.equals(organization))
                                                .findFirst())
                        .orElseThrow(Problem::notFound);
        var faults = new Faults();
        Optional<EmployerVacancies.First> first = read(typed, faults);
        if (first.isEmpty()) {
            var shown =
                    new WordsForm(
                            CleanText.line(some(typed.title, LONGEST_TITLE * 2)),
                            text(some(typed.text, LONGEST_TEXT + 2000)),
                            CleanText.line(some(typed.place, 100)),
                            CleanText.line(some(typed.until, 60)),
                            CleanText.line(some(typed.link, LONGEST_LINK)));
            ModelAndView page = words(new WordsView(id, at, known.isEmpty(), shown, faults));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!mine.save(account.id(), employer, id, first.get())) throw Problem.notFound();
        boolean draft = known.map(v -> v.state() == EmployerVacancy.State.DRAFT).orElse(true);
        return new ModelAndView("redirect:/employer/" + id + (draft ? "/work" : ""));
    }

    private Optional<EmployerVacancies.First> read(WordsForm typed, Faults faults) {
        String title = CleanText.line(some(typed.title, LONGEST_TITLE * 4));
        String text = text(some(typed.text, LONGEST_TEXT * 2));
        String link = some(typed.link, LONGEST_LINK * 2).strip();
        List<Place> found = places.search(CleanText.line(some(typed.place, 100)), 1);
        faults.addIf(title.isEmpty(), "title", "employer.title.empty")
                .addIf(title.length() > LONGEST_TITLE, "title", "employer.title.long")
                .addIf(
                        !title.isEmpty() && title.chars().noneMatch(Character::isLetter),
                        "title",
                        "employer.title.empty")
                .addIf(text.isEmpty(), "text", "employer.text.empty")
                .addIf(text.length() > LONGEST_TEXT, "text", "employer.text.long")
                .addIf(found.isEmpty(), "place", "employer.place.unknown");
        LocalDate until = until(CleanText.line(some(typed.until, 60)), faults);
        faults.addIf(
                !link.isEmpty()
                        && (link.length() > LONGEST_LINK || ApplyLink.of("", link).isEmpty()),
                "link",
                "employer.link.bad");
        return faults.none() && until != null
                ? Optional.of(
                        new EmployerVacancies.First(title, text, found.getFirst(), until, link))
                : Optional.empty();
    }

    private @Nullable LocalDate until(String typed, Faults faults) {
        try {
            Optional<LocalDate> day = Dates.read(typed, "until");
            LocalDate today = vacancies.today();
            faults.addIf(day.isEmpty(), "until", "employer.until.bad")
                    .addIf(
                            day.filter(d -> d.isBefore(today)).isPresent(),
                            "until",
                            "employer.until.past")
                    .addIf(
                            day.filter(d -> d.isAfter(today.plusDays(Posting.MOST_DAYS_OPEN)))
                                    .isPresent(),
                            "until",
                            "employer.until.far");
            return day.orElse(null);
        } catch (Unusable e) {
            faults.add("until", "employer.until.bad");
            return null;
        }
    }

    private static ModelAndView words(WordsView view) {
        return new ModelAndView("vacancy/employerwords", "view", view);
    }

    @GetMapping("/{id}/work")
    ModelAndView work(
            Account account,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            Locale locale) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        Language language = Language.of(locale);
        var form =
                new WorkForm(
                        v.occupation() == null ? null : v.occupation().toString(),
                        v.hours() == null ? "" : EmployerText.hours(v.hours(), language),
                        v.pay() == null ? "" : EmployerText.pay(v.pay(), language),
                        v.contract().stream()
                                .map(Enum::name)
                                .collect(java.util.stream.Collectors.toSet()));
        return work(v, CleanText.line(some(q, 100)), form, new Faults(), language);
    }

    @PostMapping("/{id}/work")
    ModelAndView save(
            Account account,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            WorkForm typed,
            Locale locale) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        String hours = CleanText.line(some(typed.hours, 100));
        String pay = CleanText.line(some(typed.pay, 100));
        String chosen = some(typed.occupation, 60);
        Optional<Occupation> occupation = occupation(chosen);
        Hours readHours = Amounts.hours(hours);
        Pay readPay = Amounts.pay(pay, "EUR", null);
        var faults =
                new Faults()
                        .addIf(
                                occupation.isEmpty() && !chosen.equals("none"),
                                "occupation",
                                "employer.occupation.none")
                        .addIf(!hours.isEmpty() && readHours == null, "hours", "employer.hours.bad")
                        .addIf(!pay.isEmpty() && readPay == null, "pay", "employer.pay.bad");
        if (!faults.none()) {
            var shown = new WorkForm(chosen, hours, pay, contracts(typed.contract).names());
            ModelAndView page =
                    work(v, CleanText.line(some(q, 100)), shown, faults, Language.of(locale));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        mine.save(
                account.id(),
                id,
                new EmployerVacancies.Work(
                        occupation.map(Occupation::id).orElse(null),
                        readHours,
                        readPay,
                        contracts(typed.contract).all()));
        return new ModelAndView(
                "redirect:/employer/"
                        + id
                        + (v.state() == EmployerVacancy.State.DRAFT ? "/skills" : ""));
    }

    private record Contracts(Set<Contract> all) {

        Set<String> names() {
            return all.stream().map(Enum::name).collect(java.util.stream.Collectors.toSet());
        }
    }

    /** Unknown words are left out. */
    private static Contracts contracts(@Nullable Set<String> names) {
        Set<Contract> all = EnumSet.noneOf(Contract.class);
        if (names != null)
            Arrays.stream(Contract.values())
                    .filter(c -> names.contains(c.name()))
                    .forEach(all::add);
        return new Contracts(all);
    }

    private Optional<Occupation> occupation(String id) {
        try {
            return occupations.find(OccupationId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ModelAndView work(
            EmployerVacancy v, String q, WorkForm form, Faults faults, Language language) {
        List<Option> options = new ArrayList<>();
        String chosen = form.occupation == null ? "" : form.occupation;
        occupation(chosen)
                .ifPresent(
                        o ->
                                options.add(
                                        new Option(
                                                o.id().toString(), o.name().in(language), null)));
        titles.search(q.isEmpty() ? v.title() : q, language, HITS + HITS).hits().stream()
                .filter(h -> h.kind() == TitleSearch.Kind.OCCUPATION && !h.id().equals(chosen))
                .limit(HITS)
                .forEach(h -> options.add(new Option(h.id(), h.title(), h.also())));
        return new ModelAndView(
                "vacancy/employerwork", "view", new WorkView(v, q, options, form, faults));
    }

    private static String some(@Nullable String typed, int most) {
        if (typed == null) return "";
        return typed.length() <= most ? typed : typed.substring(0, most);
    }

    private static String text(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]+", " ").strip();
    }
}
