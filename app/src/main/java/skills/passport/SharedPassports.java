package skills.passport;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import skills.consent.Consent;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Rosette;
import skills.platform.Words;
import skills.profile.Education;
import skills.profile.Entry;
import skills.profile.Period;
import skills.profile.Profile;
import skills.profile.Profiles;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Puts together what a consent opens up, from what the passport says now. */
@Component
class SharedPassports {

    /** What a person can do best and said last comes first. */
    private static final Comparator<SkillClaim> STRONGEST =
            Comparator.comparing((SkillClaim c) -> c.level() == null ? -1 : c.level().number())
                    .thenComparing(SkillClaim::at)
                    .reversed();

    private final Profiles profiles;
    private final SkillClaims claims;
    private final Skills skills;
    private final SharedResults results;

    SharedPassports(Profiles profiles, SkillClaims claims, Skills skills, SharedResults results) {
        this.results = results;
        this.profiles = profiles;
        this.claims = claims;
        this.skills = skills;
    }

    /**
     * @param owner whose consent it is
     */
    SharedPassport of(Account owner, Consent consent) {
        return of(owner, consent, results.notes(consent));
    }

    /**
     * @param notes by result, for a consent that was not given yet
     */
    SharedPassport of(Account owner, Consent consent, Map<UUID, String> notes) {
        Profile profile = profiles.of(owner.id());
        Map<ShareField.Part, Set<UUID>> named = new EnumMap<>(ShareField.Part.class);
        for (ShareField.Part part : ShareField.Part.values()) named.put(part, new HashSet<>());
        boolean about = false;
        for (String text : consent.fields()) {
            ShareField field = ShareField.parse(text);
            about |= field.part() == ShareField.Part.ABOUT;
            field.id().ifPresent(named.get(field.part())::add);
        }
        return new SharedPassport(
                consent.recipient(),
                consent.purpose(),
                consent.purposeWords(),
                consent.until(),
                owner.demo(),
                Rosette.of(owner.id().value()),
                about ? profile.name() : "",
                about ? profile.sentence() : "",
                shown(owner.id(), named.get(ShareField.Part.SKILL)),
                Stream.concat(
                                only(profile.experiences(), named.get(ShareField.Part.EXPERIENCE)),
                                only(profile.educations(), named.get(ShareField.Part.EDUCATION)))
                        .sorted(Comparator.comparing(Entry::period, Period.LATEST_FIRST))
                        .map(
                                e ->
                                        new SharedPassport.Stop(
                                                e, e instanceof Education d ? d.eqf() : null))
                        .toList(),
                only(profile.activities(), named.get(ShareField.Part.ACTIVITY)).toList(),
                results.shown(consent, notes));
    }

    /** What a person could open up: the skills that she says to have, the strongest first. */
    List<SkillClaim> claims(AccountId account) {
        return claims.current(account).stream().filter(SkillClaim::has).sorted(STRONGEST).toList();
    }

    private List<SharedPassport.Shown> shown(AccountId account, Set<UUID> named) {
        List<SkillClaim> said =
                claims(account).stream().filter(c -> named.contains(c.skill().value())).toList();
        Map<SkillId, Skill> known =
                skills.all(said.stream().map(SkillClaim::skill).collect(Collectors.toList()));
        return said.stream()
                .map(
                        c -> {
                            Skill skill = known.get(c.skill());
                            return skill == null
                                    ? null
                                    : new SharedPassport.Shown(
                                            capital(skill.name()),
                                            c.level(),
                                            LocalDate.ofInstant(c.at(), Words.PLACE));
                        })
                .filter(Objects::nonNull)
                .toList();
    }

    /** Names of ESCO begin small; on a page of one's own they are headings. */
    private static LocalizedText capital(LocalizedText name) {
        return new LocalizedText(capital(name.nl()), capital(name.en()));
    }

    private static String capital(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    private static <E extends Entry> Stream<E> only(List<E> entries, Set<UUID> named) {
        return entries.stream().filter(e -> named.contains(e.id().value()));
    }
}
