package skills.passport;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.profile.Profile;
import skills.profile.Profiles;

/** What a person has to open up. */
@Component
class ShareOffer {

    private final Profiles profiles;
    private final SharedPassports passports;

    ShareOffer(Profiles profiles, SharedPassports passports) {
        this.profiles = profiles;
        this.passports = passports;
    }

    /**
     * @param about name and sentence, for the tile; empty when neither was told
     */
    record Offer(String about, List<ShareField> fields) {

        int count(ShareField.Part part) {
            return (int) fields.stream().filter(f -> f.part() == part).count();
        }
    }

    Offer of(AccountId account) {
        Profile profile = profiles.of(account);
        List<ShareField> fields = new ArrayList<>();
        String about =
                profile.name().isEmpty() || profile.sentence().isEmpty()
                        ? profile.name() + profile.sentence()
                        : profile.name() + ". " + profile.sentence();
        if (!about.isEmpty()) fields.add(ShareField.ABOUT);
        passports
                .claims(account)
                .forEach(c -> fields.add(ShareField.of(ShareField.Part.SKILL, c.skill().value())));
        profile.experiences()
                .forEach(
                        e -> fields.add(ShareField.of(ShareField.Part.EXPERIENCE, e.id().value())));
        profile.educations()
                .forEach(e -> fields.add(ShareField.of(ShareField.Part.EDUCATION, e.id().value())));
        profile.activities()
                .forEach(e -> fields.add(ShareField.of(ShareField.Part.ACTIVITY, e.id().value())));
        return new Offer(about, List.copyOf(fields));
    }
}
