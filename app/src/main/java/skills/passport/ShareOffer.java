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
    private final SharedResults results;

    ShareOffer(Profiles profiles, SharedPassports passports, SharedResults results) {
        this.results = results;
        this.profiles = profiles;
        this.passports = passports;
    }

    /**
     * @param about name and sentence, for the tile; empty when neither was told
     * @param results the last of each questionnaire, seen by the person or not
     */
    record Offer(String about, List<ShareField> fields, List<SharedResults.Offered> results) {

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
        List<SharedResults.Offered> offered = results.offered(account);
        offered.stream()
                .filter(SharedResults.Offered::mayBeShown)
                .forEach(o -> fields.add(ShareField.result(o.result().id().value(), List.of())));
        return new Offer(about, List.copyOf(fields), offered);
    }
}
