/** The colours of all scenes, as hexadecimal text. */
final class Palette {
    static final String INK = "#10231f";
    static final String WHITE = "#f7fbf8";

    /** Only on the thing the action is about. */
    static final String WAY = "#ffc91f";

    static final String COVER = "#0d4740";
    static final String LEAF = "#2f7a63";
    static final String BLUE = "#3c62b0";
    static final String NAVY = "#22345f";
    static final String PLUM = "#74407c";
    static final String CORAL = "#d8654c";
    static final String SLATE = "#5a6f86";
    static final String STONE = "#3b4650";
    static final String WOOD = "#b07a56";

    static final String PALE = "#f0c8ab";
    static final String FAIR = "#e8b894";
    static final String TAN = "#c98d63";
    static final String BROWN = "#a06b48";
    static final String DARK = "#7b503a";

    static final String BLACK = INK;
    static final String CHESTNUT = "#3a2116";
    static final String RED = "#9a4a2a";
    static final String SAND = "#b99468";
    static final String GREY = "#c7c9c3";

    private Palette() {}

    /** Wall and floor of a place: one hue in two tints, and a third for things far away. */
    enum Place {
        MINT("#dfece3", "#b7d3c3", "#c9dfd2"),
        SKY("#e0e9f6", "#b9cce6", "#cddaee"),
        ROSE("#f3e4dc", "#e2c6b8", "#ead4c8"),
        LILAC("#ebdff0", "#cdb4d6", "#dccae3"),
        LAKE("#dbeaf0", "#b5d0da", "#c8dde5"),
        OAT("#efe9dc", "#d8ccb4", "#e4dbc9"),
        DUSK("#4a5d78", "#33435c", "#5d7190");

        final String wall;
        final String floor;
        final String far;

        Place(String wall, String floor, String far) {
            this.wall = wall;
            this.floor = floor;
            this.far = far;
        }
    }
}
