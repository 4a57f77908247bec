package skills.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import skills.profile.Level;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Hours;
import skills.vacancy.Pay;
import skills.vacancy.Point;
import skills.vacancy.Requirement;

/** A small random labour market with one person and one piece of work in it. */
record FitWorld(
        List<Row> rows,
        List<List<SkillId>> near,
        List<List<SkillId>> groups,
        List<SkillId> skills,
        PersonFacts person,
        FitWork.Facts facts) {

    record Row(OccupationId occupation, SkillId skill, boolean must) {}

    static FitWorld of(long seed) {
        var random = new Random(seed);
        List<SkillId> skills = new ArrayList<>();
        for (int i = 0; i < 24; i++) skills.add(new SkillId(uuid(random)));
        List<OccupationId> occupations = new ArrayList<>();
        for (int i = 0; i < 7; i++) occupations.add(new OccupationId(uuid(random)));
        List<Row> rows = new ArrayList<>();
        for (OccupationId o : occupations)
            for (SkillId s : some(skills, 1 + random.nextInt(9), random))
                rows.add(new Row(o, s, random.nextBoolean()));
        List<List<SkillId>> near = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<SkillId> pair = some(skills, 2, random);
            if (near.contains(pair)) continue;
            near.add(pair);
            near.add(pair.reversed());
        }
        return new FitWorld(
                rows,
                List.copyOf(near),
                List.of(some(skills, 3, random), some(skills, 6, random), some(skills, 12, random)),
                skills,
                person(random, skills, occupations),
                work(random, skills, occupations));
    }

    private static PersonFacts person(
            Random random, List<SkillId> skills, List<OccupationId> occupations) {
        Map<SkillId, HeldSkill> held = new HashMap<>();
        for (SkillId s : some(skills, random.nextInt(10), random)) held.put(s, held(s, random));
        Set<SkillId> denied = new HashSet<>(some(skills, random.nextInt(3), random));
        denied.removeAll(held.keySet());
        List<Worked> work = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--)
            work.add(
                    new Worked(
                            any(occupations, random),
                            random.nextBoolean() ? random.nextInt(200) : null,
                            random.nextInt(150)));
        List<Studied> studies = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--)
            studies.add(
                    new Studied(
                            random.nextInt(4) > 0 ? 1 + random.nextInt(7) : null,
                            some(occupations, random.nextInt(3), random),
                            random.nextBoolean()));
        return new PersonFacts(
                held,
                denied,
                new HashSet<>(some(skills, random.nextInt(5), random)),
                work,
                studies,
                random.nextInt(4) > 0 ? point(random) : null,
                5 + random.nextInt(60),
                new Wish(
                        random.nextBoolean() ? 8 + random.nextInt(20) : null,
                        random.nextBoolean() ? 30 + random.nextInt(10) : null,
                        random.nextBoolean() ? 1500 + random.nextInt(2000) : null));
    }

    static HeldSkill held(SkillId skill, Random random) {
        return new HeldSkill(
                skill,
                random.nextInt(4) > 0 ? Level.of(random.nextInt(5)) : null,
                Proof.values()[random.nextInt(3)],
                random.nextInt(200));
    }

    private static FitWork.Facts work(
            Random random, List<SkillId> skills, List<OccupationId> occupations) {
        boolean vacancy = random.nextInt(3) > 0;
        List<FitWork.Ask> asks = new ArrayList<>();
        // Some ask a skill that no occupation asks.
        List<SkillId> all = new ArrayList<>(skills);
        all.add(new SkillId(uuid(random)));
        for (SkillId s : some(all, random.nextInt(12), random))
            asks.add(
                    new FitWork.Ask(
                            s,
                            random.nextBoolean(),
                            Requirement.Origin.values()[random.nextInt(3)]));
        return new FitWork.Facts(
                vacancy,
                asks,
                random.nextInt(5) > 0 ? any(occupations, random) : null,
                random.nextInt(4) > 0 ? 1 + random.nextInt(7) : null,
                random.nextBoolean(),
                vacancy && random.nextInt(4) > 0 ? point(random) : null,
                vacancy && random.nextBoolean()
                        ? new Hours(8 + random.nextInt(10), 20 + random.nextInt(20))
                        : null,
                vacancy && random.nextBoolean()
                        ? new Pay(
                                BigDecimal.valueOf(12),
                                BigDecimal.valueOf(13 + random.nextInt(12)),
                                "EUR",
                                Pay.Per.HOUR)
                        : null);
    }

    private static Point point(Random random) {
        return new Point(51.5 + random.nextDouble(), 4.5 + random.nextDouble());
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> some(List<T> all, int n, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(n, all.size())));
    }

    Skillset skillset() {
        var all = new Skillset.Rows();
        rows.forEach(r -> all.asks(r.occupation(), r.skill(), r.must()));
        near.forEach(p -> all.near(p.getFirst(), p.getLast()));
        for (int g = 0; g < groups.size(); g++)
            for (SkillId s : groups.get(g)) all.in(s, new UUID(9, g));
        return all.skillset();
    }

    Fit fit() {
        return fit(person);
    }

    Fit fit(PersonFacts somebody) {
        Skillset skillset = skillset();
        return Fitter.of(skillset, somebody).fit(FitWork.of(skillset, facts));
    }

    FitWorld asking(FitWork.Facts other) {
        return new FitWorld(rows, near, groups, skills, person, other);
    }

    /** The same in another order. */
    FitWorld shuffled(Random random) {
        List<Row> otherRows = new ArrayList<>(rows);
        Collections.shuffle(otherRows, random);
        List<List<SkillId>> otherNear = new ArrayList<>(near);
        Collections.shuffle(otherNear, random);
        List<FitWork.Ask> asks = new ArrayList<>(facts.asks());
        Collections.shuffle(asks, random);
        List<Worked> work = new ArrayList<>(person.work());
        Collections.shuffle(work, random);
        List<Studied> studies = new ArrayList<>(person.studies());
        Collections.shuffle(studies, random);
        return new FitWorld(
                otherRows, otherNear, groups, skills, person.having(work, studies), with(asks));
    }

    FitWork.Facts with(List<FitWork.Ask> asks) {
        return new FitWork.Facts(
                facts.vacancy(),
                asks,
                facts.occupation(),
                facts.eqf(),
                facts.eqfTold(),
                facts.at(),
                facts.hours(),
                facts.pay());
    }

    /** The same with another number for every skill and occupation. */
    FitWorld relabelled(Random random) {
        Map<SkillId, SkillId> skill = new HashMap<>();
        Map<OccupationId, OccupationId> occupation = new HashMap<>();
        Function<SkillId, SkillId> s =
                id -> skill.computeIfAbsent(id, k -> new SkillId(uuid(random)));
        Function<OccupationId, OccupationId> o =
                id ->
                        id == null
                                ? null
                                : occupation.computeIfAbsent(
                                        id, k -> new OccupationId(uuid(random)));
        Map<SkillId, HeldSkill> held = new HashMap<>();
        person.held()
                .forEach(
                        (id, h) ->
                                held.put(
                                        s.apply(id),
                                        new HeldSkill(
                                                s.apply(id), h.level(), h.proof(), h.months())));
        return new FitWorld(
                rows.stream()
                        .map(r -> new Row(o.apply(r.occupation()), s.apply(r.skill()), r.must()))
                        .toList(),
                near.stream().map(p -> p.stream().map(s).toList()).toList(),
                groups.stream().map(p -> p.stream().map(s).toList()).toList(),
                skills.stream().map(s).toList(),
                new PersonFacts(
                        held,
                        new HashSet<>(person.denied().stream().map(s).toList()),
                        new HashSet<>(person.expected().stream().map(s).toList()),
                        person.work().stream()
                                .map(w -> new Worked(o.apply(w.occupation()), w.months(), w.ago()))
                                .toList(),
                        person.studies().stream()
                                .map(
                                        t ->
                                                new Studied(
                                                        t.eqf(),
                                                        t.leadsTo().stream().map(o).toList(),
                                                        t.gained()))
                                .toList(),
                        person.home(),
                        person.km(),
                        person.wish()),
                new FitWork.Facts(
                        facts.vacancy(),
                        facts.asks().stream()
                                .map(a -> new FitWork.Ask(s.apply(a.skill()), a.must(), a.origin()))
                                .toList(),
                        o.apply(facts.occupation()),
                        facts.eqf(),
                        facts.eqfTold(),
                        facts.at(),
                        facts.hours(),
                        facts.pay()));
    }
}
