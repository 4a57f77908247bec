package skills.matching;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.OnetFacts;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skillset;
import skills.vacancy.EducationLevel;
import skills.vacancy.Vacancy;

/** Makes occupations and vacancies ready to be held against persons. */
@Component
class FitWorks {

    /** Level of the European framework that each job zone of O*NET stands for, from zone 1. */
    private static final int[] EQF = {2, 3, 4, 6, 7};

    private final SkillTable table;
    private final OnetFacts onet;
    private final OccupationProfiles profiles;
    private volatile @Nullable All all;

    FitWorks(SkillTable table, OnetFacts onet, OccupationProfiles profiles) {
        this.table = table;
        this.profiles = profiles;
        this.onet = onet;
    }

    /**
     * Every occupation, by the numbers of one skillset.
     *
     * @param eqf level usually asked, by occupation; unknown ones are left out
     */
    record All(Skillset skillset, FitWork[] occupations, Map<OccupationId, Integer> eqf) {}

    /** Made at the first use and again after a load of the taxonomy. */
    All all() {
        Skillset now = table.now();
        All known = all;
        return known != null && known.skillset() == now ? known : make(now);
    }

    private synchronized All make(Skillset now) {
        All known = all;
        if (known != null && known.skillset() == now) return known;
        Map<OccupationId, Integer> eqf = new HashMap<>();
        onet.jobZones().forEach((o, zone) -> eqf.put(o, EQF[zone - 1]));
        FitWork[] occupations = new FitWork[now.occupations()];
        for (int o = 0; o < occupations.length; o++)
            occupations[o] =
                    FitWork.occupation(
                            now,
                            o,
                            profiles.written(now.occupation(o)).isPresent(),
                            eqf.get(now.occupation(o)));
        all = new All(now, occupations, Map.copyOf(eqf));
        return all;
    }

    /** One that the newest taxonomy left out asks nothing. */
    FitWork occupation(OccupationId id) {
        All now = all();
        int number = now.skillset().at(id);
        return number >= 0
                ? now.occupations()[number]
                : FitWork.of(
                        now.skillset(),
                        new FitWork.Facts(
                                false, java.util.List.of(), id, null, false, null, null, null));
    }

    FitWork vacancy(Vacancy vacancy) {
        All now = all();
        var mapped = vacancy.occupation();
        OccupationId occupation = mapped == null ? null : mapped.id();
        EducationLevel told = vacancy.asked().education();
        return FitWork.of(
                now.skillset(),
                new FitWork.Facts(
                        true,
                        FitWork.asks(vacancy.requirements()),
                        occupation,
                        told != null
                                ? (Integer) eqf(told)
                                : occupation == null ? null : now.eqf().get(occupation),
                        told != null,
                        vacancy.at(),
                        vacancy.hours(),
                        vacancy.pay()));
    }

    /** The level of the European framework at which a Dutch level of education lies. */
    static int eqf(EducationLevel level) {
        return switch (level) {
            case VMBO, MBO_1 -> 1;
            case MBO_2 -> 2;
            case MBO, MBO_3 -> 3;
            case SECONDARY, MBO_4 -> 4;
            case ASSOCIATE -> 5;
            case HBO -> 6;
            case WO -> 7;
        };
    }
}
