package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.profile.ClaimSource;
import skills.profile.EntryId;
import skills.profile.Experience;
import skills.profile.Level;
import skills.profile.PartialDate;
import skills.profile.Period;
import skills.profile.Profiles;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;

/** The fit on the pages: band, tree, "not right" with its answer, wishes, rules by law. */
class FitPagesTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired SkillClaims claims;
    @Autowired Profiles personal;
    @Autowired OccupationProfiles profiles;
    @Autowired Occupations occupations;
    @Autowired FitPeople people;
    @Autowired FitWorks works;
    @Autowired FitPages pages;
    @Autowired Matcher matcher;
    @Autowired MatchContests contests;
    @Autowired Wishes wishes;

    private record Holder(Visitor browser, AccountId account) {}

    private Holder holder() {
        String name = "x" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        profiles.of(described()).skills().stream()
                .limit(6)
                .forEach(
                        s ->
                                claims.say(
                                        account,
                                        s.skill(),
                                        Level.ALONE,
                                        ClaimSource.STATEMENT,
                                        "t",
                                        null));
        return new Holder(browser, account);
    }

    private OccupationId described() {
        return profiles.bySlug("hotel-reception").orElseThrow();
    }

    private String path() {
        return "/occupation/" + described().value();
    }

    @Test
    void thePageSaysTheFitInWordsWhatIsMissingAndWhereItComesFrom() {
        Holder h = holder();
        var page = h.browser().get(path());
        assertThat(page.text())
                .contains(
                        "Hoe goed past dit?",
                        "Dit weten we nog niet:",
                        "welk werk je deed",
                        "welk diploma je hebt",
                        "ESCO-classificatie van de Europese Commissie")
                .doesNotContain("%", "O*NET");
        personal.save(
                h.account(),
                new Experience(
                        new EntryId(UUID.randomUUID()),
                        "Hotelreceptionist",
                        "",
                        new Period(PartialDate.of(2020), null),
                        ""));
        personal.save(
                h.account(),
                new skills.profile.Education(
                        new EntryId(UUID.randomUUID()), "Mbo", "", Period.UNKNOWN, 4, null, ""));
        assertThat(h.browser().get(path()).text())
                .contains("Je deed", "Je diploma", "O*NET-database van USDOL/ETA")
                .doesNotContain("welk werk je deed");
        assertThat(h.browser().get("/explore").text())
                .contains(
                        "Nu telt mee: je skills, je werk en je diploma’s.",
                        "wat zeker past komt eerst");
    }

    @Test
    void theTreeCarriesTheNumbersThatMakeTheFit() {
        Holder h = holder();
        var match = matcher.occupation(h.account(), described());
        var page =
                pages.of(
                        people.fitter(h.account()),
                        works.occupation(described()),
                        match.match(),
                        match.fit(),
                        PersonalFit.NONE);
        double lower = 0;
        double weights = 0;
        for (Explanation e : page.why()) {
            weights += e.numbers().weight();
            if (e.numbers().band() != null)
                lower += e.numbers().weight() * e.numbers().band().lower();
        }
        assertThat(weights).isCloseTo(1, within(1e-9));
        assertThat(lower).isCloseTo(match.fit().band().lower(), within(1e-9));
        Explanation skills = page.why().getFirst();
        double shares = 0;
        double value = 0;
        for (Explanation e : skills.details()) {
            shares += e.numbers().weight();
            value += e.numbers().weight() * e.numbers().band().value();
        }
        assertThat(shares).isCloseTo(1, within(1e-9));
        assertThat(value).isCloseTo(skills.numbers().band().value(), within(1e-9));
        assertThat(page.why().getFirst().numbers().changes()).isNotEmpty();
        assertThat(page.why().getFirst().numbers().changes().getFirst().change().cautious())
                .isGreaterThan(match.fit().cautious());
    }

    @Test
    void theExplorerListsAllOccupationsInTheOrderOfTheFit() {
        Holder h = holder();
        var found = matcher.occupations(h.account(), 12);
        assertThat(found).isNotEmpty();
        assertThat(found)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(b.fit().cautious(), a.fit().cautious()));
        Fitter fitter = people.fitter(h.account());
        for (var m : found) {
            FitWork work = works.occupation(m.occupation());
            assertThat(fitter.cautious(work)).isCloseTo(m.fit().cautious(), within(1e-9));
        }
    }

    @Test
    void notRightIsKeptAnsweredAtOnceReadWithoutANameAndAnsweredByASpecialist() {
        Holder h = holder();
        String word = "kanarie" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(h.browser().get("/explore").html()).contains("?wrong#contest");
        assertThat(h.browser().get(path() + "?wrong").html()).contains("<details open");
        var told = h.browser().post(path() + "/contest", "reason", word);
        assertThat(told.text()).contains("We hebben het bewaard.", word, "Nog geen antwoord.");
        h.browser().post(path() + "/contest", "reason", word);
        assertThat(contests.of(h.account(), "occupation/" + described().value())).hasSize(1);

        String boss = "y" + UUID.randomUUID().toString().substring(0, 8);
        demo.administrator(demo.person(boss, LocalizedText.same(boss), Account.AgeGroup.ADULT, 99));
        var admin = new Visitor();
        admin.post("/demo/" + boss);
        var list = admin.get("/admin/matches");
        assertThat(list.text()).contains(word, "nog zonder antwoord");
        assertThat(list.html()).doesNotContain(h.account().toString());
        UUID id = contests.of(h.account(), "occupation/" + described().value()).getFirst().id();
        assertThat(admin.post("/admin/matches/" + id, "answer", " ").status()).isEqualTo(400);
        admin.post("/admin/matches/" + id, "answer", "Je hebt gelijk, " + word);
        assertThat(h.browser().get(path()).text()).contains("Je hebt gelijk, " + word);
        assertThat(contests.export(h.account()).toString()).contains("Je hebt gelijk, " + word);
        assertThat(new Visitor().get("/admin/matches").path()).startsWith("/signin");
        contests.erase(h.account());
        assertThat(contests.of(h.account(), "occupation/" + described().value())).isEmpty();
    }

    @Test
    void aWishIsKeptChangedAndRefusedWhenItCannotBe() {
        Holder h = holder();
        h.browser().post("/explore/wish", "from", "16", "to", "24", "pay", "2.000");
        assertThat(wishes.of(h.account())).isEqualTo(new Wish(16, 24, 2000));
        assertThat(h.browser().get("/explore").text()).contains("uren en loon");
        for (String from : List.of("30", "0", "x", "999"))
            assertThat(h.browser().post("/explore/wish", "from", from, "to", "24").status())
                    .as(from)
                    .isEqualTo(400);
        h.browser().post("/explore/wish", "from", "", "to", "", "pay", "");
        assertThat(wishes.of(h.account())).isEqualTo(Wish.NONE);
    }

    @Test
    void workThatTheLawTiesToAPermitSaysSo() {
        Holder h = holder();
        for (String slug : List.of("airport-security", "care-assistant", "childcare"))
            assertThat(
                            h.browser()
                                    .get(
                                            "/occupation/"
                                                    + profiles.bySlug(slug).orElseThrow().value())
                                    .text())
                    .as(slug)
                    .contains("Hiervoor gelden regels.");
        assertThat(h.browser().get(path()).text()).doesNotContain("Hiervoor gelden regels.");
    }

    /** Gender of a title, first name, age and language of who is alike otherwise. */
    @Test
    void whoIsAlikeGetsAlikeResults() throws IOException {
        long seed = 20261125;
        Map<String, FitTwins.Difference> all =
                new FitTwins(demo, claims, personal, occupations, people, works)
                        .compare(FitTwins.titles(5, seed), seed);
        for (String none : List.of("first name", "age group")) {
            assertThat(all.get(none).pairs()).isPositive();
            assertThat(all.get(none).identical()).as(none).isEqualTo(all.get(none).pairs());
        }
        for (String little : List.of("gender of the title", "language")) {
            assertThat(all.get(little).pairs()).isPositive();
            assertThat(all.get(little).overlap()).as(little).isGreaterThan(.6);
            assertThat(all.get(little).meanDifference()).as(little).isLessThan(.02);
        }
    }

    @Test
    void everythingThatEntersAFitIsNamedAndNothingElseIs() {
        List<String> never =
                List.of("gender", "age", "birth", "name", "nationality", "origin", "religion");
        for (FitFactor f : FitFactor.values()) {
            assertThat(f.reads()).isNotEmpty();
            for (String read : f.reads())
                assertThat(List.of(read.toLowerCase().split("\\W+")))
                        .as(read)
                        .doesNotContainAnyElementsOf(never);
        }
        List<String> fields =
                java.util.Arrays.stream(PersonFacts.class.getRecordComponents())
                        .map(c -> c.getName())
                        .toList();
        assertThat(fields)
                .containsExactly(
                        "held", "denied", "expected", "work", "studies", "home", "km", "wish");
    }
}
