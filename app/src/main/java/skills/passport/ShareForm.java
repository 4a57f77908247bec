package skills.passport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import skills.consent.Purpose;
import skills.kernel.AccountId;
import skills.platform.Faults;

/**
 * The form of a share as it was typed.
 *
 * @param id made with the empty form, so that sending it twice opens one page
 * @param parts words of {@link ShareField.Part}, without results
 * @param results ids of results, one by one
 */
record ShareForm(
        UUID id,
        String reader,
        String purpose,
        String other,
        List<String> parts,
        List<String> results,
        String until) {

    static final int READER = 80;
    static final int OTHER = 120;
    static final int DAYS = 60;
    private static final int LONGEST_DATE = 40;

    ShareForm {
        reader = clean(reader);
        purpose = purpose == null ? "" : purpose;
        other = clean(other);
        parts = parts == null ? List.of() : List.copyOf(parts);
        results = results == null ? List.of() : List.copyOf(results);
        until = clean(until);
    }

    static ShareForm empty(LocalDate today) {
        return new ShareForm(
                UUID.randomUUID(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                today.plusDays(DAYS).toString());
    }

    static ShareForm of(ShareDraft draft) {
        return new ShareForm(
                draft.id(),
                draft.recipient(),
                draft.purpose().name(),
                draft.purposeWords(),
                draft.fields().stream().map(f -> f.part().word()).distinct().toList(),
                draft.fields().stream()
                        .filter(f -> f.part() == ShareField.Part.RESULT)
                        .map(f -> f.id().orElseThrow().toString())
                        .toList(),
                draft.until().toString());
    }

    boolean has(ShareField.Part part) {
        return parts.contains(part.word());
    }

    boolean hasResult(UUID result) {
        return results.contains(result.toString());
    }

    Optional<Purpose> chosen() {
        return Purpose.OF_READERS.stream().filter(p -> p.name().equals(purpose)).findAny();
    }

    /**
     * @param offered what this passport has to show, part by part
     */
    Faults faults(LocalDate today, List<ShareField> offered) {
        var faults =
                new Faults()
                        .addIf(reader.isEmpty(), "reader", "share.fault.reader")
                        .addIf(longer(reader, READER), "reader", "share.fault.reader.long")
                        .addIf(chosen().isEmpty(), "purpose", "share.fault.purpose")
                        .addIf(
                                chosen().filter(Purpose.OTHER::equals).isPresent()
                                        && other.isEmpty(),
                                "other",
                                "share.fault.other")
                        .addIf(longer(other, OTHER), "other", "share.fault.other.long")
                        .addIf(fields(offered).isEmpty(), "parts", "share.fault.parts");
        LocalDate day = day(until);
        if (day == null) faults.add("until", "share.fault.until");
        else if (day.isBefore(today)) faults.add("until", "share.fault.until.past");
        else if (day.isAfter(today.plusYears(1))) faults.add("until", "share.fault.until.far");
        return faults;
    }

    /** The chosen parts of what is offered, item by item. */
    List<ShareField> fields(List<ShareField> offered) {
        return offered.stream().filter(this::has).toList();
    }

    private boolean has(ShareField field) {
        return field.part() == ShareField.Part.RESULT
                ? hasResult(field.id().orElseThrow())
                : has(field.part());
    }

    /** Only for a form without faults. */
    ShareDraft draft(AccountId account, List<ShareField> offered) {
        Purpose what = chosen().orElseThrow();
        LocalDate day = day(until);
        if (day == null) throw new IllegalStateException("a form with faults");
        return new ShareDraft(
                id,
                account,
                reader,
                what,
                what == Purpose.OTHER ? other : "",
                fields(offered),
                day,
                Map.of());
    }

    /** 2027-01-31 as browsers send it, or 31-1-2027 as people type it. */
    private static @Nullable LocalDate day(String text) {
        if (text.length() > LONGEST_DATE) return null;
        for (String pattern : new String[] {"uuuu-M-d", "d-M-uuuu", "d/M/uuuu", "d.M.uuuu"}) {
            try {
                return LocalDate.parse(
                        text,
                        DateTimeFormatter.ofPattern(pattern)
                                .withResolverStyle(java.time.format.ResolverStyle.STRICT));
            } catch (DateTimeException other) {
                continue;
            }
        }
        return null;
    }

    /** One line without control and direction signs, which could make a name read as another. */
    private static String clean(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("\\s+", " ")
                        .replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
                        .strip();
    }

    private static boolean longer(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }
}
