package skills.profile;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Resume, ours and that of others; a line that cannot be used is told and left out. */
final class ResumeReader {

    static final int MAX_LINES = 200;
    private static final int MAX_REASON = 300;
    private static final Pattern DUTCH_LEVEL =
            Pattern.compile("(?:mbo|eqf|nlqf|niveau|level)\\D{0,9}([1-8])");
    private static final Set<String> BASICS = Set.of("name", "label", "summary");
    private static final Set<String> WORK =
            Set.of("name", "position", "startDate", "endDate", "summary", "highlights");
    private static final Set<String> VOLUNTEER =
            Set.of("organization", "position", "startDate", "endDate", "summary", "highlights");
    private static final Set<String> EDUCATION =
            Set.of("institution", "area", "studyType", "startDate", "endDate", ResumeWriter.OURS);
    private static final Set<String> INTEREST =
            Set.of("name", "keywords", "organization", "startDate", "endDate", "summary");

    private final List<Resume.LeftOut> leftOut = new ArrayList<>();
    private final Instant now;

    private ResumeReader(Instant now) {
        this.now = now;
    }

    /**
     * @param now no claim is younger than this
     * @throws Resume.Unreadable when the file as a whole is no CV
     */
    static Resume read(byte[] file, Instant now) throws Resume.Unreadable {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(withoutByteOrderMark(file));
        } catch (JacksonException e) {
            throw new Resume.Unreadable("profile.resume.fault.json");
        }
        boolean known =
                root != null
                        && root.isObject()
                        && List.of(
                                        "basics",
                                        "work",
                                        "volunteer",
                                        "education",
                                        "skills",
                                        "interests")
                                .stream()
                                .anyMatch(root::has);
        if (!known) throw new Resume.Unreadable("profile.resume.fault.shape");
        return new ResumeReader(now).resume(root);
    }

    private Resume resume(JsonNode root) {
        JsonNode basics = root.path("basics");
        String name = text(basics, "name");
        if (FreeText.longer(name, FreeText.NAME)) {
            leave("basics.name", "long");
            name = "";
        }
        String sentence = text(basics, "summary");
        if (FreeText.longer(sentence, FreeText.SENTENCE)) {
            leave("basics.summary", "long");
            sentence = "";
        }
        if (sentence.isEmpty() && !FreeText.longer(text(basics, "label"), FreeText.SENTENCE))
            sentence = text(basics, "label");
        else if (!text(basics, "label").isEmpty()) leave("basics.label", "section");
        others("basics", basics, BASICS);
        List<Entry> entries = new ArrayList<>();
        entries.addAll(lines(root, "work", WORK, this::work));
        entries.addAll(lines(root, "education", EDUCATION, this::education));
        entries.addAll(lines(root, "volunteer", VOLUNTEER, this::volunteer));
        entries.addAll(lines(root, "interests", INTEREST, this::interest));
        List<Resume.Skilled> skills =
                lines(
                        root,
                        "skills",
                        Set.of("name", "level", "keywords", ResumeWriter.OURS),
                        this::skill);
        root.properties()
                .forEach(
                        part -> {
                            boolean ours =
                                    Set.of(
                                                    "basics",
                                                    "work",
                                                    "education",
                                                    "volunteer",
                                                    "interests",
                                                    "skills",
                                                    "meta",
                                                    "$schema")
                                            .contains(part.getKey());
                            if (!ours && !part.getValue().isEmpty())
                                leave(shown(part.getKey()), "section");
                        });
        return new Resume(name, sentence, List.copyOf(entries), skills, List.copyOf(leftOut));
    }

    private <T> List<T> lines(
            JsonNode root,
            String section,
            Set<String> known,
            BiFunction<JsonNode, String, Optional<T>> read) {
        JsonNode list = root.path(section);
        if (list.isMissingNode() || list.isNull()) return List.of();
        if (!list.isArray()) {
            leave(section, "object");
            return List.of();
        }
        List<T> lines = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (i == MAX_LINES) {
                leave(section, "many");
                break;
            }
            JsonNode line = list.get(i);
            String where = section + "[" + i + "]";
            if (!line.isObject()) {
                leave(where, "object");
                continue;
            }
            line.properties()
                    .forEach(
                            f -> {
                                if (!known.contains(f.getKey()) && !isBlank(f.getValue()))
                                    unknown.add(shown(f.getKey()));
                            });
            read.apply(line, where).ifPresent(lines::add);
        }
        if (!unknown.isEmpty()) leave(section + ": " + String.join(", ", unknown), "section");
        return lines;
    }

    private Optional<Entry> work(JsonNode line, String where) {
        return titled(line, where, "position", "name")
                .map(
                        t ->
                                new Experience(
                                        id(),
                                        t.title,
                                        t.organization,
                                        period(line, where),
                                        story(line, where)));
    }

    private Optional<Entry> volunteer(JsonNode line, String where) {
        return titled(line, where, "position", "organization")
                .map(
                        t ->
                                new Activity(
                                        id(),
                                        Activity.Kind.VOLUNTEER,
                                        t.title,
                                        t.organization,
                                        period(line, where),
                                        story(line, where)));
    }

    private Optional<Entry> interest(JsonNode line, String where) {
        return titled(line, where, "name", "organization")
                .map(
                        t ->
                                new Activity(
                                        id(),
                                        Activity.Kind.HOBBY,
                                        t.title,
                                        t.organization,
                                        period(line, where),
                                        story(line, where)));
    }

    private Optional<Entry> education(JsonNode line, String where) {
        JsonNode ours = line.path(ResumeWriter.OURS);
        String area = text(line, "area");
        String type = text(line, "studyType");
        String title = area.isEmpty() ? type : area;
        String school = text(line, "institution");
        if (title.isEmpty()) {
            title = school;
            school = "";
        }
        Integer eqf = ours.isObject() ? number(ours, "eqf") : level(type);
        String field =
                ours.isObject() ? text(ours, "field") : eqf == null && !area.isEmpty() ? type : "";
        if (!usable(where, title, school, field)) return Optional.empty();
        String crebo = text(ours, "crebo");
        return Optional.of(
                new Education(
                        id(),
                        title,
                        school,
                        period(line, where),
                        eqf,
                        crebo.matches("\\d{5}") ? crebo : null,
                        field));
    }

    private Optional<Resume.Skilled> skill(JsonNode line, String where) {
        String name = text(line, "name");
        if (name.isEmpty() || FreeText.longer(name, FreeText.STORY)) {
            leave(where, "skill");
            return Optional.empty();
        }
        return Optional.of(new Resume.Skilled(where, name, claim(line.path(ResumeWriter.OURS))));
    }

    /** All that a file of ours knows of a claim; null for a file of others or a changed one. */
    private @Nullable SkillClaim claim(JsonNode ours) {
        if (!ours.isObject()) return null;
        try {
            String level = text(ours, "level");
            Instant said = Instant.parse(text(ours, "said"));
            String nl = text(ours.path("because"), "nl");
            String en = text(ours.path("because"), "en");
            boolean reason =
                    !nl.isEmpty() && nl.length() <= MAX_REASON && en.length() <= MAX_REASON;
            String ref = text(ours, "ref");
            return new SkillClaim(
                    SkillId.parse(text(ours, "skill")),
                    level.isEmpty() ? null : Level.valueOf(level),
                    ClaimSource.valueOf(text(ours, "source")),
                    ref.length() > FreeText.LINE ? ref.substring(0, FreeText.LINE) : ref,
                    reason ? new LocalizedText(nl, en) : null,
                    said.isAfter(now) ? now : said);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
    }

    private record Titled(String title, String organization) {}

    private Optional<Titled> titled(
            JsonNode line, String where, String titleKey, String organizationKey) {
        String title = text(line, titleKey);
        String organization = text(line, organizationKey);
        if (title.isEmpty()) {
            title = organization;
            organization = "";
        }
        return usable(where, title, organization, "")
                ? Optional.of(new Titled(title, organization))
                : Optional.empty();
    }

    private boolean usable(String where, String title, String organization, String field) {
        boolean tooLong =
                FreeText.longer(title, FreeText.LINE)
                        || FreeText.longer(organization, FreeText.LINE)
                        || FreeText.longer(field, FreeText.LINE);
        if (title.isEmpty()) leave(where, "title");
        else if (tooLong) leave(where, "long");
        return !title.isEmpty() && !tooLong;
    }

    private Period period(JsonNode line, String where) {
        String start = text(line, "startDate");
        String end = text(line, "endDate");
        Optional<PartialDate> from = PeriodText.date(start);
        Optional<PartialDate> until = PeriodText.date(end);
        boolean open = end.isEmpty() || PeriodText.isNow(end);
        if ((from.isEmpty() && !start.isEmpty()) || (until.isEmpty() && !open)) {
            leave(where, "date");
            return Period.UNKNOWN;
        }
        if (Period.endsTooEarly(from.orElse(null), until.orElse(null))) {
            leave(where, "order");
            return Period.UNKNOWN;
        }
        return new Period(from.orElse(null), until.orElse(null));
    }

    /** Summary, then highlights or keywords, as far as there is room. */
    private String story(JsonNode line, String where) {
        JsonNode summary = line.path("summary");
        String story = summary.isString() ? FreeText.story(summary.stringValue()) : "";
        List<String> parts = new ArrayList<>();
        for (String list : List.of("highlights", "keywords"))
            line.path(list)
                    .forEach(
                            item -> {
                                if (item.isString()) parts.add(FreeText.line(item.stringValue()));
                            });
        if (FreeText.longer(story, FreeText.STORY)) {
            leave(where + ".summary", "long");
            story = "";
        }
        for (String part : parts) {
            String longer = story.isEmpty() ? part : story + "\n" + part;
            if (FreeText.longer(longer, FreeText.STORY)) {
                leave(where + ".highlights", "long");
                break;
            }
            story = longer;
        }
        return story;
    }

    private void others(String section, JsonNode node, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        node.properties()
                .forEach(
                        f -> {
                            if (!known.contains(f.getKey()) && !isBlank(f.getValue()))
                                unknown.add(shown(f.getKey()));
                        });
        if (!unknown.isEmpty()) leave(section + ": " + String.join(", ", unknown), "section");
    }

    private void leave(String where, String reason) {
        leftOut.add(new Resume.LeftOut(where, "profile.left." + reason));
    }

    private static boolean isBlank(JsonNode value) {
        return value.isNull()
                || value.isContainer() && value.isEmpty()
                || value.isString() && value.stringValue().isBlank();
    }

    private static String shown(String key) {
        String line = FreeText.line(key);
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString()
                ? FreeText.line(value.stringValue())
                : value.isNumber() ? value.asString() : "";
    }

    private static @Nullable Integer number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isInt() && value.intValue() >= 1 && value.intValue() <= 8
                ? value.intValue()
                : null;
    }

    private static @Nullable Integer level(String studyType) {
        String t = studyType.toLowerCase(java.util.Locale.ROOT);
        Matcher dutch = DUTCH_LEVEL.matcher(t);
        if (dutch.find()) return Integer.valueOf(dutch.group(1));
        if (t.contains("phd") || t.contains("doctor")) return 8;
        if (t.contains("master")) return 7;
        if (t.contains("bachelor")) return 6;
        return t.contains("associate") ? 5 : null;
    }

    private static EntryId id() {
        return new EntryId(UUID.randomUUID());
    }

    private static byte[] withoutByteOrderMark(byte[] file) {
        boolean mark =
                file.length > 2
                        && file[0] == (byte) 0xEF
                        && file[1] == (byte) 0xBB
                        && file[2] == (byte) 0xBF;
        return mark ? java.util.Arrays.copyOfRange(file, 3, file.length) : file;
    }
}
