package skills.taxonomy;

/**
 * A Dutch vocational qualification.
 *
 * @param crebo its number in the register; several numbers may be versions of one qualification
 * @param level 1 to 4, of vocational education (mbo)
 * @param kind as the regulation calls it, in Dutch, such as vakopleiding
 */
public record Qualification(String crebo, String name, int level, String kind, String domain) {}
