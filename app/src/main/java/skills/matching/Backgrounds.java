package skills.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.platform.Words;
import skills.profile.Education;
import skills.profile.Experience;
import skills.profile.Period;
import skills.profile.Profile;
import skills.profile.Profiles;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Qualifications;
import skills.taxonomy.TitleSearch;

/** Reads work and diplomas of a profile as occupations and levels. */
@Component
class Backgrounds {

    private final Profiles profiles;
    private final TitleSearch titles;
    private final Qualifications qualifications;
    private final Clock clock;

    Backgrounds(Profiles profiles, TitleSearch titles, Qualifications qualifications, Clock clock) {
        this.profiles = profiles;
        this.titles = titles;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    Background of(AccountId account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PLACE);
        Profile profile = profiles.of(account);
        Map<String, Background.Entry> entries = new HashMap<>();
        List<Worked> work = new ArrayList<>();
        for (Experience e : profile.experiences()) {
            Integer ago = ago(e.period(), today);
            entries.put(e.id().toString(), new Background.Entry(Proof.DID, ago));
            occupation(e.title())
                    .ifPresent(
                            o ->
                                    work.add(
                                            new Worked(
                                                    o,
                                                    months(e.period(), today),
                                                    ago == null ? 0 : ago)));
        }
        profile.activities()
                .forEach(
                        a ->
                                entries.put(
                                        a.id().toString(),
                                        new Background.Entry(Proof.DID, ago(a.period(), today))));
        List<Studied> studies = new ArrayList<>();
        for (Education e : profile.educations()) {
            Integer ago = ago(e.period(), today);
            boolean gained = gained(e.period(), today);
            entries.put(
                    e.id().toString(),
                    new Background.Entry(gained ? Proof.STUDIED : Proof.DID, ago));
            studies.add(studied(e, gained));
        }
        return new Background(work, studies, entries);
    }

    private Studied studied(Education e, boolean gained) {
        Integer eqf = e.eqf();
        if (eqf == null && e.crebo() != null)
            eqf = qualifications.find(e.crebo()).map(q -> q.level()).orElse(null);
        List<OccupationId> leadsTo =
                e.crebo() == null ? List.of() : qualifications.occupationsOf(e.crebo());
        return new Studied(eqf, leadsTo, gained);
    }

    /** The occupation that a title is most like, whichever language it is in. */
    private Optional<OccupationId> occupation(String title) {
        return titles.search(title, Language.NL, 5).hits().stream()
                .filter(h -> h.kind() == TitleSearch.Kind.OCCUPATION)
                .map(h -> OccupationId.parse(h.id()))
                .findFirst();
    }

    /** A diploma without dates counts as gained; one that goes on does not. */
    private static boolean gained(Period period, LocalDate today) {
        if (period.goesOn()) return false;
        return period.until() == null || !period.until().first().isAfter(today);
    }

    private static @Nullable Integer ago(Period period, LocalDate today) {
        if (period.goesOn()) return 0;
        if (period.until() == null) return null;
        return (int) Math.max(0, ChronoUnit.MONTHS.between(period.until().last(), today));
    }

    private static @Nullable Integer months(Period period, LocalDate today) {
        if (period.from() == null) return null;
        LocalDate until = period.until() == null ? today : period.until().last();
        if (until.isAfter(today)) until = today;
        return (int) Math.max(0, ChronoUnit.MONTHS.between(period.from().first(), until));
    }
}
