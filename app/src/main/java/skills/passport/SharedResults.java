package skills.passport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.assessment.Finding;
import skills.assessment.Instrument;
import skills.assessment.Instruments;
import skills.assessment.Result;
import skills.assessment.ResultId;
import skills.assessment.Results;
import skills.assessment.ScoreReport;
import skills.consent.Consent;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/** Results of questionnaires on the way to a reader: what could be shown, and what is. */
@Component
class SharedResults {

    private final Instruments instruments;
    private final Results results;
    private final Releases releases;

    SharedResults(Instruments instruments, Results results, Releases releases) {
        this.instruments = instruments;
        this.results = results;
        this.releases = releases;
    }

    /**
     * The last result with an instrument.
     *
     * @param findings what can be said in words, scale by scale; may be empty
     * @param seen the person has opened it herself
     */
    record Offered(Result result, Instrument instrument, List<Finding> findings, boolean seen) {

        boolean mayBeShown() {
            return seen && !findings.isEmpty();
        }
    }

    /**
     * A result that a consent names, for its holder.
     *
     * @param scales what of it was opened up; @param of how much there is
     * @param released the reader sees it
     * @param since when that was changed last; null when never
     * @param older the person has a later result, which this reader does not see
     */
    record Held(
            UUID id,
            LocalizedText title,
            Instant made,
            List<LocalizedText> scales,
            int of,
            boolean released,
            @Nullable Instant since,
            String note,
            boolean older) {}

    List<Offered> offered(AccountId account) {
        return instruments.all().stream()
                .flatMap(i -> results.latest(account, i.id().name()).stream())
                .flatMap(r -> offered(account, r).stream())
                .toList();
    }

    private Optional<Offered> offered(AccountId account, Result result) {
        return instruments
                .find(result.instrument())
                .map(
                        i ->
                                new Offered(
                                        result,
                                        i,
                                        said(ScoreReport.of(i, result.scores())),
                                        results.isSeen(account, result.id())));
    }

    /** A result of this person that may be shown; empty when not, or it is somebody else's. */
    Optional<Offered> find(AccountId account, UUID id) {
        return results.find(account, new ResultId(id))
                .flatMap(r -> offered(account, r))
                .filter(Offered::mayBeShown);
    }

    /** What the reader sees now: what the consent names and was not hidden since. */
    List<SharedResult> shown(Consent consent, Map<UUID, String> notes) {
        List<ShareField> fields = fields(consent);
        if (fields.isEmpty()) return List.of();
        Map<UUID, Releases.Release> said = releases.of(consent.id());
        return fields.stream()
                .filter(f -> released(said, f))
                .flatMap(f -> shown(consent.account(), f, notes).stream())
                .toList();
    }

    private Optional<SharedResult> shown(
            AccountId account, ShareField field, Map<UUID, String> notes) {
        UUID id = field.id().orElseThrow();
        return find(account, id)
                .map(
                        o ->
                                new SharedResult(
                                        o.result(),
                                        ScoreReport.of(o.instrument(), o.result().scores()),
                                        o.findings().stream()
                                                .filter(
                                                        f ->
                                                                field.scales()
                                                                        .contains(f.scale().id()))
                                                .toList(),
                                        notes.getOrDefault(id, "")))
                .filter(s -> !s.findings().isEmpty());
    }

    /** What a given consent says about results, with what became of it. */
    List<Held> held(Consent consent) {
        List<ShareField> fields = fields(consent);
        if (fields.isEmpty()) return List.of();
        return held(consent, fields, releases.of(consent.id()), notes(consent));
    }

    Map<UUID, String> notes(Consent consent) {
        return fields(consent).isEmpty() ? Map.of() : releases.notes(consent.id());
    }

    private List<Held> held(
            Consent consent,
            List<ShareField> fields,
            Map<UUID, Releases.Release> said,
            Map<UUID, String> notes) {
        return fields.stream()
                .flatMap(
                        f ->
                                find(consent.account(), f.id().orElseThrow()).stream()
                                        .map(o -> held(consent.account(), o, f, said, notes)))
                .toList();
    }

    private Held held(
            AccountId account,
            Offered offered,
            ShareField field,
            Map<UUID, Releases.Release> said,
            Map<UUID, String> notes) {
        UUID id = field.id().orElseThrow();
        Result result = offered.result();
        List<LocalizedText> scales =
                offered.findings().stream()
                        .filter(f -> field.scales().contains(f.scale().id()))
                        .map(f -> f.scale().name())
                        .toList();
        boolean older =
                results.latest(account, result.instrument().name())
                        .filter(r -> !r.id().equals(result.id()))
                        .isPresent();
        return new Held(
                id,
                offered.instrument().title(),
                result.at(),
                scales,
                offered.findings().size(),
                released(said, field),
                said.containsKey(id) ? said.get(id).at() : null,
                notes.getOrDefault(id, ""),
                older);
    }

    /** The title of a questionnaire by its name, for the log. */
    Optional<LocalizedText> title(String instrument) {
        return instruments.current(instrument).map(Instrument::title);
    }

    private static boolean released(Map<UUID, Releases.Release> said, ShareField field) {
        var last = said.get(field.id().orElseThrow());
        return last == null || last.released();
    }

    private static List<ShareField> fields(Consent consent) {
        return consent.fields().stream()
                .map(ShareField::parse)
                .filter(f -> f.part() == ShareField.Part.RESULT)
                .toList();
    }

    private static List<Finding> said(ScoreReport report) {
        return report.instrument().scales().stream()
                .flatMap(s -> report.findings().stream().filter(f -> f.scale().id().equals(s.id())))
                .filter(Finding::isSaid)
                .toList();
    }
}
