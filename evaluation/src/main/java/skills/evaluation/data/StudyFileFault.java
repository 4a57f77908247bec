package skills.evaluation.data;

/** A file of a study that cannot be read at all; the message says what is the matter. */
public final class StudyFileFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StudyFiles.Which file;

    StudyFileFault(StudyFiles.Which file, String what) {
        super(what);
        this.file = file;
    }

    public StudyFiles.Which file() {
        return file;
    }
}
