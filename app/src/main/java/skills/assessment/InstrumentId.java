package skills.assessment;

/**
 * @param name lower case letters and dashes, as in the address
 * @param version as its maker numbers it
 */
public record InstrumentId(String name, String version) {

    public InstrumentId {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 60)
            throw new IllegalArgumentException("not a name: " + name);
        if (version.isBlank() || version.length() > 20)
            throw new IllegalArgumentException("not a version: " + version);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
