package skills.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import skills.assessment.ItemView.What;
import skills.kernel.LocalizedText;
import skills.platform.Faults;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Puts a question into words and reads what comes back. */
@Component
class Questions {

    /** Answers kept on a phone longer than this count from then. */
    private static final Duration LONGEST_AGO = Duration.ofDays(30);

    /** Longer in view: the phone lay on the table. */
    private static final int LONGEST_FOCUS_MS = 300_000;

    private static final int SHORTEST_FOCUS_MS = 300;

    private static final List<Answer.Skipped> OF_SKILLS =
            List.of(Answer.Skipped.DOES_NOT_APPLY, Answer.Skipped.DO_NOT_KNOW);
    private static final List<Answer.Skipped> OF_STATEMENTS =
            List.of(
                    Answer.Skipped.DOES_NOT_APPLY,
                    Answer.Skipped.NOT_CLEAR,
                    Answer.Skipped.RATHER_NOT);

    private final OccupationProfiles occupations;
    private final Skills skills;
    private final Instruments instruments;
    private final Scenes scenes;
    private final Pace pace;
    private final AssessmentSessions sessions;
    private final Clock clock;

    Questions(
            OccupationProfiles occupations,
            Skills skills,
            Instruments instruments,
            Scenes scenes,
            Pace pace,
            AssessmentSessions sessions,
            Clock clock) {
        this.sessions = sessions;
        this.occupations = occupations;
        this.skills = skills;
        this.instruments = instruments;
        this.scenes = scenes;
        this.pace = pace;
        this.clock = clock;
    }

    ItemView page(AssessmentSession session, int position, Faults faults) {
        return switch (session.subject()) {
            case Subject.SkillsOf s -> skills(session, s, position, faults);
            case Subject.Questionnaire q ->
                    questionnaire(
                            session,
                            instruments.find(q.instrument()).orElseThrow(),
                            position,
                            faults);
        };
    }

    private ItemView skills(
            AssessmentSession session, Subject.SkillsOf subject, int position, Faults faults) {
        OccupationProfile profile = occupations.of(subject.occupation());
        Map<SkillId, Skill> names =
                skills.all(session.items().stream().map(AskedItem::skill).toList());
        return new ItemView(
                session,
                profile.title(),
                null,
                profile.generated(),
                OF_SKILLS,
                position,
                items(session, item -> skill(item.skill(), profile, names)),
                pace.ofSkills(),
                0,
                null,
                faults);
    }

    private static What skill(SkillId id, OccupationProfile profile, Map<SkillId, Skill> names) {
        var inProfile = profile.skills().stream().filter(s -> s.skill().equals(id)).findFirst();
        LocalizedText name =
                inProfile
                        .map(ProfileSkill::name)
                        .orElseGet(
                                () ->
                                        names.containsKey(id)
                                                ? names.get(id).name()
                                                : LocalizedText.same("…"));
        return new What.OfSkill(name, inProfile.map(ProfileSkill::levels).orElse(List.of()));
    }

    private ItemView questionnaire(
            AssessmentSession session, Instrument instrument, int position, Faults faults) {
        return new ItemView(
                session,
                instrument.title(),
                instrument.lead(),
                false,
                OF_STATEMENTS,
                position,
                items(session, item -> question(instrument, item)),
                pace.of(instrument),
                secondsInOthers(session),
                instrument.only(),
                faults);
    }

    /** What the other questionnaires of the same round still take. */
    private int secondsInOthers(AssessmentSession session) {
        if (session.round() == null) return 0;
        return sessions.round(session.round().onward()).stream()
                .filter(s -> !s.id().equals(session.id()) && !s.isDone())
                .mapToInt(
                        s ->
                                s.open()
                                        * pace.of(
                                                instruments
                                                        .find(
                                                                ((Subject.Questionnaire)
                                                                                s.subject())
                                                                        .instrument())
                                                        .orElseThrow()))
                .sum();
    }

    /** Nothing can be answered any more. */
    boolean isClosed(AssessmentSession session) {
        return session.round() != null && !clock.instant().isBefore(session.round().closes());
    }

    private What question(Instrument instrument, AskedItem asked) {
        if (instrument.kind() == Instrument.Kind.BEST_WORST)
            return new What.Choice(
                    instrument.block(asked.id()).orElseThrow().items().stream()
                            .map(id -> instrument.item(id).orElseThrow().text())
                            .toList());
        Instrument.Item item = instrument.item(asked.id()).orElseThrow();
        String scene = asked.withScene() ? scenes.address(instrument.id(), item.id()) : null;
        return new What.Statement(
                item.text(),
                instrument.answers(),
                scene,
                scene == null || item.scene() == null ? null : item.scene().description());
    }

    private static List<ItemView.Item> items(
            AssessmentSession session, java.util.function.Function<AskedItem, What> inWords) {
        List<ItemView.Item> items = new ArrayList<>();
        for (int p = 1; p <= session.total(); p++)
            items.add(
                    new ItemView.Item(
                            p,
                            inWords.apply(session.item(p)),
                            session.answer(p),
                            UUID.randomUUID()));
        return items;
    }

    /** Whether an answer is one that this question has. */
    boolean fits(AssessmentSession session, int position, Answer answer) {
        if (session.subject() instanceof Subject.SkillsOf)
            return answer instanceof Answer.Chosen
                    || answer instanceof Answer.TakenBack
                    || answer instanceof Answer.Skipped s && OF_SKILLS.contains(s);
        Instrument instrument =
                instruments
                        .find(((Subject.Questionnaire) session.subject()).instrument())
                        .orElseThrow();
        return switch (answer) {
            case Answer.TakenBack t -> true;
            case Answer.Skipped s -> OF_STATEMENTS.contains(s);
            case Answer.Chosen c -> instrument.kind() == Instrument.Kind.RATING;
            case Answer.BestWorst b ->
                    instrument.kind() == Instrument.Kind.BEST_WORST
                            && Math.max(b.best(), b.worst())
                                    < instrument
                                            .block(session.item(position).id())
                                            .orElseThrow()
                                            .items()
                                            .size();
        };
    }

    /** The sender tells how long ago it was answered, since its clock may be wrong. */
    Response response(AskedItem item, Answer answer, AnswerForm form) {
        Instant answered =
                clock.instant().minusMillis(Math.min(form.agoMs(), LONGEST_AGO.toMillis()));
        long focus = form.focusMs();
        boolean measured = focus >= SHORTEST_FOCUS_MS && focus <= LONGEST_FOCUS_MS;
        return new Response(
                item.id(),
                answer,
                measured ? (int) focus : null,
                answered,
                form.clientId(),
                form.clientSeq());
    }
}
