package skills.evaluation.analysis;

/** How sure the answer is, from least to most. */
public enum Grade {
    CANNOT_TELL,
    HINT,
    PROBABLY,
    STRONG
}
