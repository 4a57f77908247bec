package skills.identity;

import org.jspecify.annotations.Nullable;

/**
 * @param code the recovery code to write down; null when it was shown before
 */
record DoneView(@Nullable String code, Onward to) {}
