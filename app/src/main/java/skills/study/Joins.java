package skills.study;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.allocation.Unit;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.ConsentText;
import skills.identity.Account;
import skills.identity.GroupId;
import skills.identity.Memberships;
import skills.kernel.AccountId;
import skills.platform.Problem;

/** The way into a study: asked, said yes or no, and for a child a parent; then enrolled. */
@Component
class Joins {

    private final Askings askings;
    private final Enrolments enrolments;
    private final Agreements agreements;
    private final StudyUnits units;
    private final DryRuns dryRuns;
    private final Memberships memberships;
    private final Clock clock;

    Joins(
            Askings askings,
            Enrolments enrolments,
            Agreements agreements,
            StudyUnits units,
            DryRuns dryRuns,
            Memberships memberships,
            Clock clock) {
        this.units = units;
        this.dryRuns = dryRuns;
        this.memberships = memberships;
        this.askings = askings;
        this.enrolments = enrolments;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Whether one can enrol now. */
    enum Door {
        OPEN,
        /** Only for a dry run: everything is erased before the start. */
        TEST,
        NOT_YET,
        /** The first wave is over. */
        CLOSED;

        boolean lets() {
            return this == OPEN || this == TEST;
        }
    }

    Door door(Study study) {
        if (!study.isFrozen()) return dryRuns.isOpen(study.id()) ? Door.TEST : Door.NOT_YET;
        return study.isFirstWaveOver(clock.instant()) ? Door.CLOSED : Door.OPEN;
    }

    /** Whether the class has to be known. */
    static boolean needsUnit(Study study) {
        return study.plan().allocation().unit() == Allocation.Unit.CLASS;
    }

    /** Whether these purposes are enough to take part. */
    static boolean suffice(Study study, Set<String> purposes) {
        return Texts.consents(study.plan()).stream()
                .filter(ConsentText::required)
                .allMatch(c -> purposes.contains(c.purpose()));
    }

    static boolean isChild(Account account) {
        return account.ageGroup() == Account.AgeGroup.UNDER_16;
    }

    /** Whoever is in a class that takes part was asked by that, also when the study came later. */
    void askedByClass(AccountId account) {
        for (GroupId group : memberships.of(account))
            for (StudyId id : units.studiesOf(group)) {
                if (askings.find(account, id).isPresent()) continue;
                Unit unit = units.of(id, group).orElseThrow().unit();
                askings.ask(
                        new Askings.Asked(
                                id,
                                account,
                                Askings.How.CLASS,
                                unit.school(),
                                unit.id(),
                                Map.of(),
                                clock.instant()));
            }
    }

    /** Says no: nobody but the person ever sees it. */
    @Transactional
    void decline(Account account, Study study) {
        if (enrolments.find(account.id(), study.id()).isEmpty())
            askings.say(study.id(), account.id(), false, Set.of(), study.version());
    }

    /**
     * Says yes to these purposes. Whoever is 16 or older takes part from now on; a child does once
     * a parent agreed.
     *
     * @param told what the person told of itself
     */
    @Transactional
    void agree(
            Account account,
            Study study,
            Set<String> purposes,
            String school,
            String unit,
            Map<String, String> told) {
        if (!door(study).lets()) throw Problem.notFound();
        askings.ask(
                new Askings.Asked(
                        study.id(),
                        account.id(),
                        Askings.How.LINK,
                        school,
                        unit,
                        told,
                        clock.instant()));
        askings.say(study.id(), account.id(), true, purposes, study.version());
        if (!isChild(account)) enrol(account.id(), study);
    }

    /** Takes part, with what was said last. */
    @Transactional
    Enrolment enrol(AccountId account, Study study) {
        Askings.Said said =
                askings.said(account, study.id())
                        .filter(s -> s.takingPart() && suffice(study, s.purposes()))
                        .orElseThrow(Problem::notFound);
        Askings.Asked asked = askings.find(account, study.id()).orElseThrow(Problem::notFound);
        var there = enrolments.find(account, study.id());
        if (there.isPresent()) return there.get();
        Map<String, String> facts =
                PersonFacts.and(known(study, asked.school(), asked.unit()), asked.facts());
        Enrolment enrolment =
                enrolments.enrol(
                        study.id(),
                        account,
                        asked.school(),
                        asked.unit(),
                        facts,
                        door(study) == Door.TEST);
        agreements.give(study, enrolment, said.purposes());
        return enrolment;
    }

    /** What is known beforehand of a class. */
    private Map<String, String> known(Study study, String school, String unit) {
        return units.of(study.id()).stream()
                .map(StudyUnit::unit)
                .filter(u -> u.school().equals(school) && u.id().equals(unit))
                .findFirst()
                .map(Unit::facts)
                .orElse(Map.of());
    }
}
