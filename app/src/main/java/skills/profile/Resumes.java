package skills.profile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.kernel.Language;
import skills.taxonomy.Skill;
import skills.taxonomy.Skills;

/** Takes a CV file in and gives one out. */
@Component
class Resumes {

    private static final EntryId NO_ID = new EntryId(new UUID(0, 0));
    private static final String FILE = "resume";

    private final Profiles profiles;
    private final SkillClaims claims;
    private final Skills skills;
    private final Clock clock;

    Resumes(Profiles profiles, SkillClaims claims, Skills skills, Clock clock) {
        this.profiles = profiles;
        this.claims = claims;
        this.skills = skills;
        this.clock = clock;
    }

    /** What became of the lines of a file. */
    record Outcome(int added, int known, List<Resume.LeftOut> leftOut) {}

    byte[] give(AccountId account, Language language) {
        var current = claims.current(account);
        var names = skills.all(current.stream().map(SkillClaim::skill).toList());
        return ResumeWriter.write(profiles.of(account), current, names, language);
    }

    /** Adds what is not there yet; the same file again adds nothing. */
    @Transactional
    Outcome take(AccountId account, byte[] file) throws Resume.Unreadable {
        Resume resume = ResumeReader.read(file, clock.instant());
        Profile profile = profiles.of(account);
        List<Resume.LeftOut> leftOut = new ArrayList<>(resume.leftOut());
        String name = kept(profile.name(), resume.name(), "basics.name", leftOut);
        String sentence = kept(profile.sentence(), resume.sentence(), "basics.summary", leftOut);
        int added = 0;
        int known = 0;
        if (!name.equals(profile.name()) || !sentence.equals(profile.sentence())) {
            profiles.tell(account, name, sentence);
            added++;
        }
        List<Entry> there =
                new ArrayList<>(profiles.entries(account).stream().map(Resumes::bare).toList());
        for (Entry entry : resume.entries()) {
            if (there.contains(bare(entry))) {
                known++;
                continue;
            }
            profiles.save(account, entry);
            there.add(bare(entry));
            added++;
        }
        var current = claims.current(account);
        for (Resume.Skilled skilled : resume.skills()) {
            Optional<SkillClaim> claim = claim(skilled);
            if (claim.isEmpty())
                leftOut.add(new Resume.LeftOut(skilled.where(), "profile.left.skill"));
            else if (stands(claim.get(), current)) known++;
            else {
                claims.say(account, claim.get(), null);
                added++;
            }
        }
        return new Outcome(added, known, List.copyOf(leftOut));
    }

    private static boolean stands(SkillClaim claim, List<SkillClaim> current) {
        return current.stream()
                .anyMatch(
                        c ->
                                c.skill().equals(claim.skill())
                                        && (claim.level() == null
                                                || claim.level() == c.level()
                                                || !claim.at().isAfter(c.at())));
    }

    private Optional<SkillClaim> claim(Resume.Skilled skilled) {
        if (skilled.claim() != null)
            return Optional.of(skilled.claim()).filter(c -> skills.find(c.skill()).isPresent());
        return List.of(Language.NL, Language.EN).stream()
                .flatMap(
                        language ->
                                skills.search(skilled.name(), language, 3).stream()
                                        .filter(
                                                s ->
                                                        s.name()
                                                                .in(language)
                                                                .equalsIgnoreCase(skilled.name())))
                .findFirst()
                .map(Skill::id)
                .map(
                        id ->
                                new SkillClaim(
                                        id, null, ClaimSource.ENTRY, FILE, null, clock.instant()));
    }

    /** What stands stays. */
    private static String kept(
            String here, String there, String where, List<Resume.LeftOut> leftOut) {
        if (here.isEmpty() || there.isEmpty()) return here.isEmpty() ? there : here;
        if (!here.equals(there)) leftOut.add(new Resume.LeftOut(where, "profile.left.kept"));
        return here;
    }

    /** Without its id: two entries that say the same are the same. */
    private static Entry bare(Entry entry) {
        return switch (entry) {
            case Experience e ->
                    new Experience(NO_ID, e.title(), e.organization(), e.period(), e.words());
            case Education e ->
                    new Education(
                            NO_ID,
                            e.title(),
                            e.organization(),
                            e.period(),
                            e.eqf(),
                            e.crebo(),
                            e.field());
            case Activity a ->
                    new Activity(
                            NO_ID, a.kind(), a.title(), a.organization(), a.period(), a.words());
        };
    }
}
