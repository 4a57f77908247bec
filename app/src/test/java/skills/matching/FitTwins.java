package skills.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.profile.ClaimSource;
import skills.profile.Education;
import skills.profile.EntryId;
import skills.profile.Experience;
import skills.profile.Level;
import skills.profile.PartialDate;
import skills.profile.Period;
import skills.profile.Profiles;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;

/**
 * Persons who are alike in everything that should count and differ in one thing that should not:
 * does their explorer differ? Through the whole way from the profile to the order.
 */
final class FitTwins {

    private static final int TOP = 10;

    private final DemoAccounts accounts;
    private final SkillClaims claims;
    private final Profiles profiles;
    private final Occupations occupations;
    private final FitPeople people;
    private final FitWorks works;

    FitTwins(
            DemoAccounts accounts,
            SkillClaims claims,
            Profiles profiles,
            Occupations occupations,
            FitPeople people,
            FitWorks works) {
        this.accounts = accounts;
        this.claims = claims;
        this.profiles = profiles;
        this.occupations = occupations;
        this.people = people;
        this.works = works;
    }

    /** A title in its male and female form, and the occupation that has both. */
    record Title(String male, String female, OccupationId occupation) {}

    private record Person(String name, String title, String sentence, Account.AgeGroup age) {}

    /**
     * How far the results of pairs lie apart.
     *
     * @param sameFirst pairs with the same first occupation
     * @param overlap shared among the first ten, mean share
     * @param meanDifference of what orders, over all occupations and pairs
     * @param mostDifference likewise, the largest
     */
    record Difference(
            int pairs,
            int identical,
            int sameFirst,
            double overlap,
            double meanDifference,
            double mostDifference) {}

    /** Pairs of titles by lot. */
    static List<Title> titles(int most, long seed) throws IOException {
        List<Title> all = new ArrayList<>();
        Path file = Path.of("../content/taxonomy/titles/gendered-from-esco.csv.gz");
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cell = line.split(",", -1);
                if (cell.length < 5 || line.contains("\"") || !cell[1].equals("f")) continue;
                if (!cell[2].isEmpty())
                    all.add(new Title(cell[2], cell[0], OccupationId.of(cell[3])));
            }
        }
        all.sort(Comparator.comparing(Title::male).thenComparing(Title::female));
        Collections.shuffle(all, new Random(seed));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** By what differs: gender of the title, first name, age group, language of title and text. */
    Map<String, Difference> compare(List<Title> titles, long seed) {
        Map<String, List<double[][]>> pairs = new LinkedHashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            Title t = titles.get(i);
            var occupation = occupations.find(t.occupation()).orElse(null);
            if (occupation == null) continue;
            LocalizedText plain = occupation.name();
            double[] male = scores(person(t.male(), Account.AgeGroup.ADULT, "Jan"), t, seed + i);
            double[] nl = scores(person(plain.nl(), Account.AgeGroup.ADULT, "Jan"), t, seed + i);
            add(
                    pairs,
                    "gender of the title",
                    male,
                    scores(person(t.female(), Account.AgeGroup.ADULT, "Jan"), t, seed + i));
            add(
                    pairs,
                    "first name",
                    male,
                    scores(person(t.male(), Account.AgeGroup.ADULT, "Fatima"), t, seed + i));
            for (Account.AgeGroup age : Account.AgeGroup.values())
                if (age != Account.AgeGroup.ADULT)
                    add(
                            pairs,
                            "age group",
                            male,
                            scores(person(t.male(), age, "Jan"), t, seed + i));
            add(
                    pairs,
                    "language",
                    nl,
                    scores(
                            new Person(
                                    "Jan",
                                    plain.en(),
                                    "I like to work with people.",
                                    Account.AgeGroup.ADULT),
                            t,
                            seed + i));
        }
        Map<String, Difference> all = new LinkedHashMap<>();
        pairs.forEach((what, of) -> all.put(what, difference(of)));
        return all;
    }

    private static Person person(String title, Account.AgeGroup age, String name) {
        return new Person(name, title, "Ik werk graag met mensen.", age);
    }

    private static void add(
            Map<String, List<double[][]>> pairs, String what, double[] one, double[] other) {
        pairs.computeIfAbsent(what, k -> new ArrayList<>()).add(new double[][] {one, other});
    }

    /** What orders every occupation, for a person with half of the skills of one. */
    private double[] scores(Person person, Title title, long seed) {
        AccountId account =
                accounts.person(
                        "x" + UUID.randomUUID().toString().substring(0, 8),
                        LocalizedText.same(person.name()),
                        person.age(),
                        99);
        var random = new Random(seed);
        occupations.skillsOf(title.occupation()).stream()
                .filter(s -> random.nextBoolean())
                .forEach(
                        s ->
                                claims.say(
                                        account,
                                        s.skill().id(),
                                        Level.ALONE,
                                        ClaimSource.STATEMENT,
                                        "t",
                                        null));
        profiles.tell(account, person.name(), person.sentence());
        profiles.save(
                account,
                new Experience(
                        new EntryId(UUID.randomUUID()),
                        person.title(),
                        "",
                        new Period(PartialDate.of(2020), PartialDate.of(2023)),
                        ""));
        profiles.save(
                account,
                new Education(
                        new EntryId(UUID.randomUUID()),
                        "Mbo",
                        "",
                        Period.in(PartialDate.of(2019)),
                        4,
                        null,
                        ""));
        Fitter fitter = people.fitter(account);
        return Arrays.stream(works.all().occupations()).mapToDouble(fitter::cautious).toArray();
    }

    private static Difference difference(List<double[][]> pairs) {
        int identical = 0;
        int first = 0;
        double overlap = 0;
        double sum = 0;
        double most = 0;
        for (double[][] pair : pairs) {
            if (Arrays.equals(pair[0], pair[1])) identical++;
            List<Integer> one = top(pair[0]);
            List<Integer> other = top(pair[1]);
            if (one.getFirst().equals(other.getFirst())) first++;
            Set<Integer> shared = new HashSet<>(one);
            shared.retainAll(other);
            overlap += shared.size() / (double) TOP;
            for (int o = 0; o < pair[0].length; o++) {
                double apart = Math.abs(pair[0][o] - pair[1][o]);
                sum += apart / pair[0].length;
                most = Math.max(most, apart);
            }
        }
        int n = pairs.size();
        return new Difference(
                n,
                identical,
                first,
                FitEvaluation.round(overlap / n),
                FitEvaluation.round(sum / n),
                FitEvaluation.round(most));
    }

    private static List<Integer> top(double[] scores) {
        List<Integer> all = new ArrayList<>();
        for (int o = 0; o < scores.length; o++) all.add(o);
        all.sort(Comparator.comparingDouble((Integer o) -> -scores[o]));
        return List.copyOf(all.subList(0, TOP));
    }
}
