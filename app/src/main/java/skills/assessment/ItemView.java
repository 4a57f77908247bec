package skills.assessment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.platform.Faults;
import skills.profile.Level;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;

/**
 * The page of one skill; it carries all others too, so that answering goes on without a connection.
 *
 * @param position of the skill shown, from 1
 * @param secondsEach what one skill takes
 */
record ItemView(
        SessionId session,
        LocalizedText occupation,
        boolean generated,
        int position,
        List<Item> items,
        int secondsEach,
        Faults faults) {

    /**
     * @param levels what one does at each level; empty when there are no sentences
     * @param client id under which an answer from this page is kept
     */
    record Item(
            int position,
            LocalizedText name,
            List<LocalizedText> levels,
            @Nullable Answer answer,
            UUID client) {

        boolean isAt(Level level) {
            return answer instanceof Answer.AtLevel a && a.level() == level;
        }

        boolean isAnswered() {
            return answer != null;
        }
    }

    static ItemView of(
            AssessmentSession session,
            OccupationProfile profile,
            Map<SkillId, Skill> names,
            int position,
            int secondsEach,
            Faults faults) {
        List<Item> items =
                IntStream.rangeClosed(1, session.total())
                        .mapToObj(p -> item(session, profile, names, p))
                        .toList();
        return new ItemView(
                session.id(),
                profile.title(),
                profile.generated(),
                position,
                items,
                secondsEach,
                faults);
    }

    private static Item item(
            AssessmentSession session,
            OccupationProfile profile,
            Map<SkillId, Skill> names,
            int position) {
        SkillId id = session.skill(position);
        var inProfile = profile.skills().stream().filter(s -> s.skill().equals(id)).findFirst();
        LocalizedText name =
                inProfile
                        .map(ProfileSkill::name)
                        .orElseGet(
                                () ->
                                        names.containsKey(id)
                                                ? names.get(id).name()
                                                : LocalizedText.same("…"));
        return new Item(
                position,
                name,
                inProfile.map(ProfileSkill::levels).orElse(List.of()),
                session.answer(position),
                UUID.randomUUID());
    }

    Item shown() {
        return items.get(position - 1);
    }

    int total() {
        return items.size();
    }

    int open() {
        return (int) items.stream().filter(i -> !i.isAnswered()).count();
    }

    String address(int at) {
        return "/skills/" + session + "/" + at;
    }

    /** Back from a position: the one before, from the first to where the person chooses. */
    String back(int at) {
        return at == 1 ? "/next" : address(at - 1);
    }
}
