package skills;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import skills.assessment.DemoAnswers;
import skills.assessment.Questionnaires;
import skills.identity.Account.AgeGroup;
import skills.identity.Accounts;
import skills.identity.DemoAccounts;
import skills.identity.GroupId;
import skills.identity.Groups;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.matching.CountMeIn;
import skills.matching.SearchAreas;
import skills.passport.Begin;
import skills.profile.Activity;
import skills.profile.ClaimSource;
import skills.profile.Education;
import skills.profile.EntryId;
import skills.profile.Experience;
import skills.profile.Level;
import skills.profile.PartialDate;
import skills.profile.Period;
import skills.profile.Profiles;
import skills.profile.SkillClaims;
import skills.study.DemoStudies;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;
import skills.vacancy.DemoVacancies;
import skills.vacancy.Places;

/**
 * One small believable world of invented persons: a school with two classes of aviation services, a
 * coach, a researcher, an employer, two students, classmates without a name and the vacancies of
 * invented employers. Made once; its dates move with today.
 */
@Component
@Order(100) // after the taxonomies are loaded
class DemoWorld implements ApplicationRunner {

    private static final int CLASSMATES = 14;

    private final boolean wanted;
    private final Clock clock;
    private final DemoAccounts accounts;
    private final DemoVacancies vacancies;
    private final OccupationProfiles occupations;
    private final Begin begin;
    private final Profiles profiles;
    private final SkillClaims claims;
    private final Places places;
    private final SearchAreas areas;
    private final DemoAnswers answers;
    private final Accounts everybody;
    private final Groups groups;
    private final CountMeIn counting;
    private final DemoStudies studies;

    DemoWorld(
            @Value("${skills.demo}") boolean demo,
            @Value("${skills.load}") boolean load,
            Clock clock,
            DemoAccounts accounts,
            DemoVacancies vacancies,
            OccupationProfiles occupations,
            Begin begin,
            Profiles profiles,
            SkillClaims claims,
            Places places,
            SearchAreas areas,
            DemoAnswers answers,
            Accounts everybody,
            Groups groups,
            CountMeIn counting,
            DemoStudies studies) {
        this.studies = studies;
        this.everybody = everybody;
        this.groups = groups;
        this.counting = counting;
        this.wanted = demo && load;
        this.clock = clock;
        this.accounts = accounts;
        this.vacancies = vacancies;
        this.occupations = occupations;
        this.begin = begin;
        this.profiles = profiles;
        this.claims = claims;
        this.places = places;
        this.areas = areas;
        this.answers = answers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted) return;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam"));
        vacancies.load(today);
        school();
    }

    private void school() {
        boolean first = accounts.find("noor").isEmpty();
        AccountId karin =
                accounts.person(
                        "karin",
                        new LocalizedText("Karin, docent en coach", "Karin, teacher and coach"),
                        AgeGroup.ADULT,
                        2);
        AccountId noor =
                accounts.person(
                        "noor",
                        new LocalizedText(
                                "Noor, laatste jaar luchtvaartdienstverlening",
                                "Noor, last year of aviation services"),
                        AgeGroup.ADULT,
                        0);
        AccountId sem =
                accounts.person(
                        "sem",
                        new LocalizedText(
                                "Sem, begint net met zijn paspoort",
                                "Sem, just starting his passport"),
                        AgeGroup.FROM_16_TO_17,
                        1);
        AccountId iris =
                accounts.person(
                        "iris",
                        new LocalizedText("Iris, onderzoeker", "Iris, researcher"),
                        AgeGroup.ADULT,
                        3);
        AccountId bram =
                accounts.person(
                        "bram",
                        new LocalizedText(
                                "Bram, zoekt mensen voor een bedrijf",
                                "Bram, looks for people for a company"),
                        AgeGroup.ADULT,
                        4);
        accounts.employer(bram, accounts.organization("Grondlijn Handling"));
        var college = accounts.organization("Luchthaven College");
        var a = accounts.group(college, "Luchtvaartdienstverlener 4A", karin);
        var b = accounts.group(college, "Luchtvaartdienstverlener 4B", karin);
        accounts.administrator(karin);
        accounts.researcher(iris, college);
        studies.load(college);
        var now = clock.instant();
        accounts.invitation(
                a, "LVD-4F7K", now.minus(Duration.ofDays(14)), now.plus(Duration.ofDays(60)), 60);
        accounts.invitation(
                b, "LVD-3H9P", now.minus(Duration.ofDays(14)), now.plus(Duration.ofDays(60)), 60);
        accounts.join(noor, a);
        accounts.join(sem, b);
        if (first) {
            noor(noor);
            profiles.tell(sem, "Sem", "");
            classmates(a);
        }
    }

    /** Fourteen without a name, each with other skills, who count in the figures of their class. */
    private void classmates(GroupId group) {
        OccupationId gate = occupations.bySlug("passenger-handling").orElseThrow();
        List<ProfileSkill> asked = occupations.of(gate).skills();
        for (int mate = 0; mate < CLASSMATES; mate++) {
            AccountId account = accounts.classmate(group);
            for (int i = 0; i < asked.size(); i++)
                if ((i + mate) % 4 > 0)
                    claims.say(
                            account,
                            asked.get(i).skill(),
                            (i + mate) % 3 == 0 ? Level.WITH_HELP : Level.ALONE,
                            ClaimSource.STATEMENT,
                            "demo",
                            null);
            counting.agree(everybody.find(account).orElseThrow(), groups.find(group).orElseThrow());
        }
    }

    private void noor(AccountId noor) {
        OccupationId gate = occupations.bySlug("passenger-handling").orElseThrow();
        begin.choose(noor, "Luchtvaartdienstverlener", "25363", gate);
        begin.tap(
                noor,
                Set.of(
                        "passenger-handling.angry-traveller",
                        "passenger-handling.explained-delay",
                        "passenger-handling.rebooked-traveller",
                        "passenger-handling.planned-class-trip"));
        profiles.tell(
                noor,
                "Noor",
                "Ik werk graag tussen mensen en word rustiger als het drukker wordt. Wie uitlegt wat er is, krijgt bijna altijd een glimlach.");
        profiles.save(
                noor,
                new Experience(
                        id("noor stage"),
                        "Stage passagiersafhandeling",
                        "Zuidvleugel Ground Services",
                        new Period(PartialDate.of(2025, 9), null),
                        "Bij mist stonden er 180 mensen voor mijn balie. Ik begon vooraan, met water en eerlijke tijden."));
        profiles.save(
                noor,
                new Experience(
                        id("noor strand"),
                        "Bediening strandpaviljoen",
                        "Paviljoen De Branding",
                        new Period(PartialDate.of(2024, 6), PartialDate.of(2024, 8)),
                        ""));
        profiles.save(
                noor,
                new Education(
                        id("noor diploma"),
                        "Luchtvaartdienstverlener",
                        "Luchthaven College",
                        new Period(PartialDate.of(2023), null),
                        4,
                        "25363",
                        ""));
        profiles.save(
                noor,
                new Activity(
                        id("noor scouting"),
                        Activity.Kind.VOLUNTEER,
                        "Leiding bij de welpen",
                        "Scouting",
                        new Period(PartialDate.of(2022), null),
                        ""));
        List<Level> said =
                List.of(
                        Level.ALONE,
                        Level.WITH_HELP,
                        Level.WHEN_HARD,
                        Level.WHEN_HARD,
                        Level.ALONE,
                        Level.TEACHES,
                        Level.ALONE);
        List<ProfileSkill> asked = occupations.of(gate).skills();
        for (int i = 0; i < said.size(); i++)
            claims.say(
                    noor, asked.get(i).skill(), said.get(i), ClaimSource.STATEMENT, "demo", null);
        answers.rate(
                noor,
                Questionnaires.PERSONALITY,
                Map.of(
                        "conscientiousness", .9,
                        "extraversion", 1.2,
                        "agreeableness", .8,
                        "stability", .3,
                        "openness", -.4),
                7);
        answers.choose(
                noor,
                Questionnaires.DRIVES,
                List.of(
                        "helping",
                        "belonging",
                        "variety",
                        "recognition",
                        "mastery",
                        "autonomy",
                        "security",
                        "income",
                        "influence",
                        "making"),
                7);
        places.search("2132", 1).forEach(p -> areas.set(noor, p, SearchAreas.USUAL_KM));
    }

    /** The same at every start, so that nothing is made twice. */
    private static EntryId id(String name) {
        return new EntryId(
                UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8)));
    }
}
