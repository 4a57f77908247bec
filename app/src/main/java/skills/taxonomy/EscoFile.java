package skills.taxonomy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of the official CSV download, told by its name. */
record EscoFile(Kind kind, String language, TableFile table) {

    enum Kind {
        OCCUPATIONS("occupations"),
        SKILLS("skills"),
        RELATIONS("occupationSkillRelations"),
        RELATIONS_WITHOUT_URI("occupationSkillRelations_without"),
        SKILL_RELATIONS("skillSkillRelations"),
        SKILL_GROUPS("skillGroups"),
        SKILL_HIERARCHY("skillsHierarchy"),
        SKILL_BROADER("broaderRelationsSkillPillar"),
        OCCUPATION_BROADER("broaderRelationsOccPillar"),
        ISCO_GROUPS("ISCOGroups");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * In which the names and texts are kept; the first that is there also sets the facts of a
     * concept.
     */
    static final List<String> LANGUAGES = List.of("en", "nl", "de");

    private static final Pattern NAME = Pattern.compile("(?i)(\\w+?)_([a-z]{2}|uri)\\.csv");

    static Optional<EscoFile> of(TableFile table) {
        Matcher name = NAME.matcher(table.baseName());
        if (!name.matches()) return Optional.empty();
        for (Kind kind : Kind.values()) {
            if (kind.word.equalsIgnoreCase(name.group(1)))
                return Optional.of(
                        new EscoFile(
                                kind, name.group(2).toLowerCase(java.util.Locale.ROOT), table));
        }
        return Optional.empty();
    }

    /** The files of one kind in our languages, in their order. */
    static List<EscoFile> inOurLanguages(List<EscoFile> files, Kind kind) {
        return files.stream()
                .filter(f -> f.kind == kind && LANGUAGES.contains(f.language))
                .sorted(Comparator.comparing(f -> LANGUAGES.indexOf(f.language)))
                .toList();
    }

    /** Files without words of their own say the same in each language: one is enough. */
    static @Nullable EscoFile one(List<EscoFile> files, Kind kind) {
        List<EscoFile> ours = inOurLanguages(files, kind);
        if (!ours.isEmpty()) return ours.getFirst();
        return files.stream().filter(f -> f.kind == kind).findFirst().orElse(null);
    }
}
