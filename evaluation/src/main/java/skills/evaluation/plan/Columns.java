package skills.evaluation.plan;

import org.jspecify.annotations.Nullable;

/** Names of columns in a file of participants; null: the file has no such column. */
public record Columns(
        String id,
        @Nullable String arm,
        @Nullable String offered,
        @Nullable String unit,
        @Nullable String school,
        @Nullable String gender,
        @Nullable String age,
        @Nullable String user,
        @Nullable String sessions,
        @Nullable String minutes,
        String wave) {

    /** The names that our own export writes. */
    public static final Columns OWN =
            new Columns(
                    "id",
                    "arm",
                    "offered",
                    "class",
                    "school",
                    "gender",
                    "age",
                    "user",
                    "sessions",
                    "minutes",
                    "wave");
}
