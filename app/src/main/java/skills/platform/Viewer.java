package skills.platform;

/** Who looks at a page, as far as the page frame needs to know. */
public record Viewer(boolean known, boolean kept, boolean teacher, boolean admin) {

    public static final Viewer NOBODY = new Viewer(false, false, false, false);

    /** Request attribute under which the identity room leaves the viewer. */
    public static final String ATTRIBUTE = Viewer.class.getName();
}
