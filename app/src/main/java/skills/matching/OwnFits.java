package skills.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skills.matching.Matcher.OccupationMatch;
import skills.matching.Matcher.VacancyMatch;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OnetLeanings;
import skills.taxonomy.OnetLeanings.Leaning;

/**
 * Holds who a person is against work, for that person's own explorer. Nothing of it leaves this
 * room: the room's door gives skills only.
 */
@org.springframework.stereotype.Component
class OwnFits {

    private final OnetLeanings leanings;
    private final Counterparts counterparts;

    OwnFits(OnetLeanings leanings, Counterparts counterparts) {
        this.leanings = leanings;
        this.counterparts = counterparts;
    }

    /** An occupation with everything that orders it. */
    record Ranked(OccupationMatch match, PersonalFit personal) {

        double total() {
            return match.fit().with(personal).cautious();
        }
    }

    /**
     * @param occupation null when it is not known: nothing is changed
     */
    PersonalFit of(Inclination person, @Nullable OccupationId occupation) {
        if (person.isEmpty()) return PersonalFit.NONE;
        return counterparts.fit(person, leaning(occupation));
    }

    /** All that were given, in their order. */
    List<Ranked> asGiven(Inclination person, List<OccupationMatch> matches) {
        var known = of(person, matches.stream().map(OccupationMatch::occupation).toList());
        return matches.stream()
                .map(
                        m ->
                                new Ranked(
                                        m,
                                        person.isEmpty()
                                                ? PersonalFit.NONE
                                                : counterparts.fit(
                                                        person, known.get(m.occupation()))))
                .toList();
    }

    /** All that were given, best first; the order given decides between equals. */
    List<Ranked> ordered(Inclination person, List<OccupationMatch> matches) {
        return asGiven(person, matches).stream()
                .sorted(Comparator.comparingDouble(r -> -r.total()))
                .toList();
    }

    /** All that were given, best first; the order given decides between equals. */
    List<VacancyMatch> orderedJobs(Inclination person, List<VacancyMatch> jobs) {
        if (person.isEmpty()) return jobs;
        record Job(VacancyMatch match, double total) {}
        var known =
                of(person, jobs.stream().flatMap(m -> occupation(m).stream()).distinct().toList());
        return jobs.stream()
                .map(
                        m ->
                                new Job(
                                        m,
                                        m.fit()
                                                .with(
                                                        counterparts.fit(
                                                                person,
                                                                occupation(m)
                                                                        .map(known::get)
                                                                        .orElse(null)))
                                                .cautious()))
                .sorted(Comparator.comparingDouble(j -> -j.total()))
                .map(Job::match)
                .toList();
    }

    /** The drives that count most for a person, beside what an occupation offers. */
    WantsView wants(Inclinations.Own own, @Nullable OccupationId occupation) {
        Leaning leaning = leaning(occupation);
        Inclinations.Counting counting = own.of(Component.DRIVES);
        return new WantsView(
                counting.state(),
                counting.minutesLeft(),
                leaning == null ? null : leaning.title(),
                occupation != null,
                own.wishes().stream().map(w -> row(w, leaning)).toList());
    }

    private WantsView.Row row(Inclinations.Wish wish, @Nullable Leaning leaning) {
        WantsView.Offer offer =
                Optional.ofNullable(leaning)
                        .flatMap(l -> counterparts.work(wish.scale(), l))
                        .map(WantsView.Offer::of)
                        .orElse(WantsView.Offer.UNKNOWN);
        return new WantsView.Row(
                wish.name(), offer, counterparts.reason(wish.scale()).orElse(null));
    }

    private @Nullable Leaning leaning(@Nullable OccupationId occupation) {
        return occupation == null ? null : leanings.of(List.of(occupation)).get(occupation);
    }

    private Map<OccupationId, Leaning> of(Inclination person, Collection<OccupationId> ids) {
        return person.isEmpty() ? Map.of() : leanings.of(ids);
    }

    private static Optional<OccupationId> occupation(VacancyMatch match) {
        return Optional.ofNullable(match.vacancy().occupation()).map(o -> o.id());
    }
}
