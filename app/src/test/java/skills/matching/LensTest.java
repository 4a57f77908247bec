package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.assessment.SkillLists;
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
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.SkillId;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skillset;
import skills.vacancy.Places;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancies.Search;
import skills.vacancy.Vacancy;
import skills.vacancy.VacancyId;

/** "If I learned this" gives precisely what saying it for real gives. */
class LensTest extends RoomTest {

    private static final int EVERYTHING = 10_000;

    @Autowired DemoAccounts demo;
    @Autowired SkillClaims claims;
    @Autowired SkillLists lists;
    @Autowired OccupationProfiles profiles;
    @Autowired OccupationChoices choices;
    @Autowired SearchAreas areas;
    @Autowired Places places;
    @Autowired SkillTable table;
    @Autowired Vacancies vacancies;
    @Autowired Matcher matcher;
    @Autowired People people;
    @Autowired Lens lens;

    private record Holder(AccountId account, Visitor browser) {}

    private Holder holder() {
        String name = "l" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        return new Holder(account, browser);
    }

    /** Somebody with a past made from a seed: levels, denials, an occupation, a place, a choice. */
    private AccountId somebody(Random random) {
        AccountId account = holder().account();
        List<OccupationId> written = profiles.written();
        if (random.nextInt(4) > 0)
            lists.begin(account, written.get(random.nextInt(written.size())));
        Skillset all = table.now();
        List<SkillId> known = new ArrayList<>();
        for (int i = 0; i < 2; i++)
            profiles.of(written.get(random.nextInt(written.size())))
                    .skills()
                    .forEach(s -> known.add(s.skill()));
        for (int i = 0; i < 6; i++)
            for (int s : all.essential(random.nextInt(all.occupations())))
                if (random.nextInt(4) == 0) known.add(all.skill(s));
        for (SkillId skill : known)
            switch (random.nextInt(8)) {
                case 0 -> claims.deny(account, skill, ClaimSource.STATEMENT, "t");
                case 1, 2, 3 -> {
                    Level level = Level.of(random.nextInt(5));
                    claims.say(account, skill, level, ClaimSource.STATEMENT, "t", null);
                }
                case 4 -> claims.say(account, skill, null, ClaimSource.TASK, "t", null);
                default -> {}
            }
        if (random.nextBoolean())
            areas.set(account, places.search("1118", 1).getFirst(), 10 + random.nextInt(60));
        if (random.nextBoolean())
            choices.hide(account, written.get(random.nextInt(written.size())), true);
        return account;
    }

    private Set<OccupationId> within(AccountId account) {
        return matcher.within(account, EVERYTHING).stream()
                .map(OccupationMatch::occupation)
                .collect(Collectors.toSet());
    }

    private Set<VacancyId> jobs(AccountId account, Optional<SearchArea> area) {
        Search search = Search.all().page(0, 1000);
        List<Vacancy> open =
                vacancies.open(area.map(a -> search.within(a.km(), a.place())).orElse(search));
        assertThat(open).hasSizeLessThan(1000);
        Person person = people.of(account);
        Set<OccupationId> hidden = choices.hidden(account);
        return open.stream()
                .filter(v -> v.occupation() == null || !hidden.contains(v.occupation().id()))
                .filter(v -> Reach.vacancy(person.held(), v.requirements()))
                .map(Vacancy::id)
                .collect(Collectors.toSet());
    }

    private void sayForReal(AccountId account, SkillId skill) {
        claims.say(account, skill, Level.ALONE, ClaimSource.ENTRY, "gap", null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sayingItForRealGivesPreciselyTheListShown(long seed) {
        Random random = new Random(seed);
        AccountId account = somebody(random);
        Optional<SearchArea> area = areas.of(account);
        List<SkillId> tried = new ArrayList<>();
        lens.best(account, area, 40).forEach(b -> tried.add(b.skill()));
        java.util.Collections.shuffle(tried, random);
        List<SkillId> two = new ArrayList<>(tried.subList(0, Math.min(2, tried.size())));
        two.add(table.now().skill(random.nextInt(table.now().skills())));
        Set<OccupationId> before = within(account);
        Set<VacancyId> jobsBefore = jobs(account, area);
        for (SkillId skill : two) {
            Lens.Opened shown = lens.opened(account, skill, area);
            assertThat(shown.occupationsBefore()).isEqualTo(before.size());
            assertThat(shown.jobsBefore()).isEqualTo(jobsBefore.size());
            sayForReal(account, skill);
            assertThat(Set.copyOf(shown.occupations())).isEqualTo(minus(within(account), before));
            assertThat(Set.copyOf(shown.jobs())).isEqualTo(minus(jobs(account, area), jobsBefore));
            assertThat(shown.occupations()).doesNotHaveDuplicates();
            claims.withdraw(account, skill, ClaimSource.ENTRY, "gap");
        }
    }

    private static <T> Set<T> minus(Collection<T> all, Collection<T> without) {
        Set<T> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theBestNextSkillsOpenWhatTheLensSaysAndNoOtherSkillOpensMore(long seed) {
        Random random = new Random(seed);
        AccountId account = somebody(random);
        Optional<SearchArea> area = areas.of(account);
        List<Lens.Best> best = lens.best(account, area, 5);
        assertThat(best).isNotEmpty();
        for (Lens.Best b : best) {
            Lens.Opened opened = lens.opened(account, b.skill(), area);
            assertThat(b.jobs()).isEqualTo(opened.jobs().size());
            assertThat(b.occupations()).isEqualTo(opened.occupations().size());
            assertThat(opened.has()).isFalse();
        }
        assertThat(best)
                .isSortedAccordingTo(
                        (a, b) ->
                                a.jobs() != b.jobs()
                                        ? b.jobs() - a.jobs()
                                        : b.occupations() - a.occupations());
        Lens.Best last = best.getLast();
        Set<SkillId> denied = claims.denied(account);
        Skillset all = table.now();
        for (int i = 0; i < 150; i++) {
            SkillId other = all.skill(random.nextInt(all.skills()));
            if (best.size() < 5
                    || denied.contains(other)
                    || best.stream().anyMatch(b -> b.skill().equals(other))) continue;
            Lens.Opened opened = lens.opened(account, other, area);
            if (opened.has()) continue;
            assertThat(opened.jobs().size()).isLessThanOrEqualTo(last.jobs());
            if (opened.jobs().size() == last.jobs())
                assertThat(opened.occupations().size()).isLessThanOrEqualTo(last.occupations());
        }
    }

    @Test
    void thePageShowsWhatComesWithinReachAndWhatItPaysAndCountsBeforeAndAfter() {
        Holder h = holder();
        profiles.of(profiles.bySlug("passenger-handling").orElseThrow()).skills().stream()
                .map(ProfileSkill::skill)
                .limit(4)
                .forEach(
                        s ->
                                claims.say(
                                        h.account(),
                                        s,
                                        Level.ALONE,
                                        ClaimSource.STATEMENT,
                                        "t",
                                        null));
        var list = h.browser().get("/learn");
        assertThat(list.text()).contains("Welke skill opent het meest?");
        Lens.Best best = lens.best(h.account(), Optional.empty(), 5).getFirst();
        assertThat(list.html()).contains("/skill/" + best.skill().value());
        assertThat(best.jobs()).isPositive();
        Lens.Opened opened = lens.opened(h.account(), best.skill(), Optional.empty());
        var page = h.browser().get("/skill/" + best.skill().value());
        assertThat(page.text())
                .contains(
                        "Als je dit leert",
                        "nu %d, dan %d"
                                .formatted(
                                        opened.jobsBefore(),
                                        opened.jobsBefore() + opened.jobs().size()),
                        "Loon bij",
                        "alle open banen");
        for (VacancyId job : opened.jobs())
            assertThat(page.html()).contains("/vacancy/" + job.value());
        for (OccupationId occupation : opened.occupations())
            assertThat(page.html()).contains("/occupation/" + occupation.value());
        areas.set(h.account(), places.search("1118", 1).getFirst(), 15);
        assertThat(h.browser().get("/skill/" + best.skill().value()).text())
                .contains("binnen 15 km van", "hemelsbreed", "Hoe lang je reist weten we niet");
    }

    @Test
    void whoSaidNotYetAndLaterSaysYesHasTheSkill() {
        Holder h = holder();
        SkillId skill = profiles.of(profiles.written().getFirst()).skills().getFirst().skill();
        claims.say(h.account(), skill, Level.NOT_YET, ClaimSource.STATEMENT, "t", null);
        h.browser().post("/skill/" + skill.value() + "/said");
        assertThat(lens.opened(h.account(), skill, Optional.empty()).has()).isTrue();
        assertThat(h.browser().get("/skill/" + skill.value()).text()).contains("Dit kun je al.");
    }

    @Test
    void aSkillThatIsNotThereIsNotFound() {
        assertThat(holder().browser().get("/skill/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
