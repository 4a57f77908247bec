import java.util.List;

final class Agreeableness {
    private Agreeableness() {}

    static List<Scene> scenes() {
        return List.of();
    }
}
