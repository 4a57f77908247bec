package skills.platform;

/**
 * Who looks at a page, as far as the page frame needs to know.
 *
 * @param mark tells this person's things on a device apart from another's; says nothing about the
 *     person; empty for nobody
 */
public record Viewer(
        boolean known,
        boolean kept,
        boolean teacher,
        boolean researcher,
        boolean employer,
        boolean admin,
        String mark) {

    public static final Viewer NOBODY = new Viewer(false, false, false, false, false, false, "");

    /** Request attribute under which the identity room leaves the viewer. */
    public static final String ATTRIBUTE = "skills.platform.Viewer";
}
