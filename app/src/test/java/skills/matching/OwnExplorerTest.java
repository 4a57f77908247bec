package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.assessment.DemoAnswers;
import skills.assessment.Questionnaires;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.matching.Matcher.OccupationMatch;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.OnetLeanings;

/** What counts in the explorer of a person who answered, or did not. */
class OwnExplorerTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired DemoAnswers answers;
    @Autowired SkillClaims claims;
    @Autowired OccupationProfiles profiles;
    @Autowired Occupations occupations;
    @Autowired OnetLeanings leanings;
    @Autowired Matcher matcher;
    @Autowired Inclinations inclinations;
    @Autowired OwnFits fits;
    @Autowired FitSwitches switches;

    private record Holder(Visitor browser, AccountId account) {}

    /** Somebody who can do half of a described occupation. */
    private Holder holder() {
        String name = "x" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        profiles.of(profiles.written().getFirst()).skills().stream()
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

    private void answerTraits(Holder h) {
        answers.rate(
                h.account(),
                Questionnaires.PERSONALITY,
                Map.of("extraversion", 1.6, "agreeableness", 1.2, "openness", -1.5),
                3);
    }

    private void answerDrives(Holder h, String... order) {
        answers.choose(h.account(), Questionnaires.DRIVES, List.of(order), 3);
    }

    private static final String[] PEOPLE_FIRST = {
        "helping",
        "income",
        "belonging",
        "security",
        "mastery",
        "variety",
        "recognition",
        "influence",
        "autonomy",
        "making"
    };

    private OccupationId described() {
        return profiles.written().stream()
                .filter(o -> !leanings.of(List.of(o)).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoAnsweredNothingIsToldThatOnlySkillsCountAndIsOfferedBoth() {
        Holder h = holder();
        var page = h.browser().get("/explore");
        assertThat(page.text()).contains("Nu telt mee: alleen je skills.", "3 minuten");
        assertThat(page.html())
                .contains("href=\"/questions/how-i-work\"", "href=\"/questions/what-drives-me\"")
                .doesNotContain("action=\"/explore/counts\"");
        var occupation = h.browser().get("/occupation/" + described().value());
        assertThat(occupation.text())
                .contains("Wat zoek jij in werk?", "Wat drijft mij? 3 minuten")
                .contains("alleen skills tellen")
                .doesNotContain("O*NET");
        assertThat(occupation.html()).contains("href=\"/questions/what-drives-me\"");
    }

    @Test
    void aResultCountsAtOnceAndEachSwitchTurnsItOffAndOnAgainAsRowsWithATime() {
        Holder h = holder();
        answerTraits(h);
        String page = h.browser().get("/explore").text();
        assertThat(page).contains("Nu telt mee: je skills en hoe jij werkt.", "Wat drijft mij?");
        answerDrives(h, PEOPLE_FIRST);
        assertThat(h.browser().get("/explore").text())
                .contains("Nu telt mee: je skills, hoe jij werkt en wat jou drijft.");
        h.browser().post("/explore/counts", "component", "traits", "counts", "false");
        assertThat(h.browser().get("/explore").text())
                .contains("Nu telt mee: je skills en wat jou drijft.")
                .doesNotContain("Hoe werk ik?");
        h.browser().post("/explore/counts", "component", "drives", "counts", "false");
        h.browser().post("/explore/counts", "component", "drives", "counts", "false");
        assertThat(h.browser().get("/explore").text())
                .contains("Nu telt mee: alleen je skills.", "Alleen skills tellen");
        String off = h.browser().get("/occupation/" + described().value()).text();
        assertThat(off)
                .contains("Wat jou drijft telt nu niet mee.", "alleen skills tellen")
                .doesNotContain("O*NET");
        h.browser().post("/explore/counts", "component", "drives", "counts", "true");
        assertThat(h.browser().get("/explore").text())
                .contains("Nu telt mee: je skills en wat jou drijft.");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from fit_switch where account = :a and said_at is not null")
                                .param("a", h.account().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    @Test
    void theTreeGivesSkillsTraitsAndDrivesWithTheirSourceAndTheWeightInWords() {
        Holder h = holder();
        answerTraits(h);
        answerDrives(h, PEOPLE_FIRST);
        String title = leanings.of(List.of(described())).values().iterator().next().title();
        String page = h.browser().get("/occupation/" + described().value()).text();
        assertThat(page)
                .contains(
                        "telt het zwaarst",
                        "Hoe jij werkt",
                        "werkstijlen van O*NET, via de ESCO-koppeling met ‘" + title + "’",
                        "hoogstens zo veel als een halve skill op de tien",
                        "Wat jij zoekt",
                        "Iets betekenen voor mensen",
                        "Alleen jij ziet deze vergelijking")
                .doesNotContain("%");
        String english =
                h.browser()
                        .header("Accept-Language", "en")
                        .get("/occupation/" + described().value())
                        .text();
        assertThat(english).doesNotContain("%");
    }

    @Test
    void incomeIsAWishOfWhichThisIsNotKnown() {
        Holder h = holder();
        answerDrives(
                h,
                "income",
                "helping",
                "belonging",
                "security",
                "mastery",
                "variety",
                "recognition",
                "influence",
                "autonomy",
                "making");
        assertThat(h.browser().get("/occupation/" + described().value()).text())
                .contains("Goed verdienen", "O*NET geeft geen los cijfer voor loon");
    }

    @Test
    void noOccupationFallsAwayAndTheOrderIsThatOfSkillsAndLeaningsTogether() {
        Holder h = holder();
        List<OccupationMatch> skillsOnly = matcher.within(h.account(), 20);
        answerTraits(h);
        answerDrives(h, PEOPLE_FIRST);
        Inclination own = inclinations.of(h.account()).inclination();
        List<OwnFits.Ranked> ranked = fits.ordered(own, matcher.within(h.account(), 20));
        assertThat(ids(ranked)).isEqualTo(plain(skillsOnly));
        assertThat(ranked.stream().map(r -> r.match().occupation()).toList())
                .isNotEqualTo(skillsOnly.stream().map(OccupationMatch::occupation).toList());
        for (int i = 1; i < ranked.size(); i++)
            assertThat(ranked.get(i).total()).isLessThanOrEqualTo(ranked.get(i - 1).total());
        for (OwnFits.Ranked r : ranked) {
            boolean linked = !leanings.of(List.of(r.match().occupation())).isEmpty();
            if (!linked) assertThat(r.personal().shift()).isZero();
            assertThat(Math.abs(r.personal().shift())).isLessThanOrEqualTo(2 * Component.WEIGHT);
        }
    }

    private static Set<OccupationId> ids(List<OwnFits.Ranked> ranked) {
        return ranked.stream().map(r -> r.match().occupation()).collect(Collectors.toSet());
    }

    private static Set<OccupationId> plain(List<OccupationMatch> matches) {
        return new HashSet<>(matches.stream().map(OccupationMatch::occupation).toList());
    }

    @Test
    void whatOtherRoomsGetIsSkillsOnlyWhateverWasAnswered() {
        Holder h = holder();
        List<OccupationMatch> before = matcher.occupations(h.account(), 12);
        answerTraits(h);
        answerDrives(h, PEOPLE_FIRST);
        assertThat(matcher.occupations(h.account(), 12)).isEqualTo(before);
    }

    @Test
    void anOccupationWithoutCounterpartSaysSo() {
        Holder h = holder();
        answerTraits(h);
        answerDrives(h, PEOPLE_FIRST);
        OccupationId without =
                jdbc
                        .sql(
                                "select id from occupation where gone_at is null and not exists (select from onet_crosswalk c where c.occupation = id) order by id limit 1")
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(OccupationId::new)
                        .findFirst()
                        .orElseThrow();
        assertThat(h.browser().get("/occupation/" + without.value()).text())
                .contains(
                        "Dit beroep staat niet in O*NET. Daarom verandert hier niets.",
                        "Van dit werk weten we niet wat het biedt",
                        "telt niet mee");
    }

    @Test
    void aWrongSwitchIsAClearMessageAndChangesNothing() {
        Holder h = holder();
        var page = h.browser().post("/explore/counts", "component", "age", "counts", "true");
        assertThat(page.status()).isBetween(400, 404);
        assertThat(switches.off(h.account())).isEmpty();
    }
}
