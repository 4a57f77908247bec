package skills.evaluation.pool;

/** Files that cannot be pooled; says which and why. */
public final class PoolFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String installation;

    public enum Kind {
        /** The text is no such file, or its numbers do not fit together. */
        NOT_A_FILE,
        /** Something was changed after it was signed, or the key is not the signer's. */
        SIGNATURE,
        /** It belongs to another plan. */
        OTHER_PLAN,
        /** The same installation, or the same key, is there twice. */
        TWICE,
        /** There is nothing to pool. */
        EMPTY
    }

    PoolFault(Kind kind, String installation, String sentence) {
        super(sentence);
        this.kind = kind;
        this.installation = installation;
    }

    public Kind kind() {
        return kind;
    }

    /** Whose file it is; empty when that is not known. */
    public String installation() {
        return installation;
    }
}
