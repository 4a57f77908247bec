package skills.passport;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.assessment.SkillLists;
import skills.kernel.AccountId;
import skills.matching.Discovery;
import skills.matching.SkillDiscovery;
import skills.profile.ClaimSource;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Task;

/** What happens when somebody chooses, taps and confirms in the first two minutes. */
@Component
public class Begin {

    /** Skills shown at once. */
    private static final int SHOWN = 3;

    /** As many phrases as one reads on a phone. */
    private static final int OFFERED = 10;

    private final Starts starts;
    private final OccupationProfiles profiles;
    private final SkillClaims claims;
    private final SkillLists lists;

    Begin(Starts starts, OccupationProfiles profiles, SkillClaims claims, SkillLists lists) {
        this.starts = starts;
        this.profiles = profiles;
        this.claims = claims;
        this.lists = lists;
    }

    /**
     * Keeps the course or job of a person.
     *
     * @param chosen in words, as chosen or typed
     * @param crebo number of the qualification, if it was one
     * @param occupation the occupation it leads to; null while unknown
     */
    @Transactional
    public void choose(
            AccountId account,
            String chosen,
            @Nullable String crebo,
            @Nullable OccupationId occupation) {
        starts.choose(account, chosen, crebo, occupation);
        if (occupation != null) lists.begin(account, occupation);
    }

    /**
     * The phrases to tap: those of the occupation, each context at least once; else everyday ones.
     */
    List<Task> offered(@Nullable OccupationId occupation) {
        List<Task> all = occupation == null ? profiles.everyday() : profiles.of(occupation).tasks();
        long work = all.stream().filter(t -> t.context() == Task.Context.WORK).count();
        long spare = Math.max(0, all.size() - OFFERED);
        long keptWork = Math.max(1, work - spare);
        return java.util.stream.Stream.concat(
                        all.stream().filter(t -> t.context() == Task.Context.WORK).limit(keptWork),
                        all.stream().filter(t -> t.context() != Task.Context.WORK))
                .limit(OFFERED)
                .toList();
    }

    /**
     * Keeps the taps as claims and finds the skills behind them.
     *
     * @param ids ids of tapped tasks; ids that were not offered are passed over
     * @return false when none of the offered tasks was tapped
     */
    @Transactional
    public boolean tap(AccountId account, Set<String> ids) {
        Start start = starts.of(account).orElseThrow();
        List<Task> offered = offered(start.occupation());
        List<Task> tapped = offered.stream().filter(t -> ids.contains(t.id())).toList();
        if (tapped.isEmpty()) return false;
        for (String before : start.tasks())
            if (!ids.contains(before)) profiles.task(before).ifPresent(t -> withdraw(account, t));
        for (Task task : tapped)
            if (!start.tasks().contains(task.id()))
                for (SkillId skill : task.shows())
                    claims.say(account, skill, null, ClaimSource.TASK, task.id(), task.phrase());
        starts.tapped(
                account,
                tapped.stream().map(Task::id).toList(),
                discover(account, start, offered, tapped));
        return true;
    }

    private void withdraw(AccountId account, Task task) {
        for (SkillId skill : task.shows())
            claims.withdraw(account, skill, ClaimSource.TASK, task.id());
    }

    private List<Discovery> discover(
            AccountId account, Start start, List<Task> offered, List<Task> tapped) {
        Set<SkillId> expected = new HashSet<>();
        if (start.occupation() != null)
            profiles.of(start.occupation()).skills().stream()
                    .map(ProfileSkill::skill)
                    .forEach(expected::add);
        return SkillDiscovery.discover(offered, tapped, expected, claims.denied(account), SHOWN);
    }

    /** "Right" makes it a claim, "wrong" a denial; either can be changed. */
    @Transactional
    public void confirm(AccountId account, int position, boolean right) {
        Optional<Start.Found> found =
                starts.of(account)
                        .flatMap(
                                s ->
                                        s.found().stream()
                                                .filter(f -> f.position() == position)
                                                .findFirst());
        if (found.isEmpty()) return;
        SkillId skill = found.get().skill();
        String ref = "start/" + position;
        if (right)
            claims.say(account, skill, null, ClaimSource.DISCOVERED, ref, found.get().phrase());
        else claims.deny(account, skill, ClaimSource.DISCOVERED, ref);
        starts.said(account, position, right);
    }
}
