package skills.statistics.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Collects what the library found for a case, value by value, and compares. */
public final class Found {

    /** One compared number. {@code used}: share of the tolerance that the difference takes. */
    public record Compared(
            String path, double reference, double ours, Tolerance tolerance, double used) {}

    private final ReferenceCase of;
    private final Tolerance usual;
    private final List<Compared> compared = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> left = new LinkedHashMap<>();
    private final Map<String, Object> seen = new LinkedHashMap<>();

    Found(ReferenceCase of, Tolerance usual) {
        this.of = of;
        this.usual = usual;
    }

    /**
     * @param path JSON pointer below {@code expected}, such as {@code /coef/0/b}
     */
    public void number(String path, double ours) {
        number(path, ours, usual);
    }

    public void number(String path, double ours, Tolerance tolerance) {
        JsonNode node = of.expected().at(path);
        seen.put(path, ours);
        if (!node.isNumber()) {
            wrong.add(path + ": the case has no number there but " + node);
            return;
        }
        double reference = node.asDouble();
        double used = tolerance.used(reference, ours);
        compared.add(new Compared(path, reference, ours, tolerance, used));
        if (!(used <= 1))
            wrong.add(
                    "%s: reference %.15g, ours %.15g, difference %.3g, tolerance %s"
                            .formatted(path, reference, ours, ours - reference, tolerance));
    }

    public void numbers(String path, double... ours) {
        numbers(path, ours, usual);
    }

    public void numbers(String path, double[] ours, Tolerance tolerance) {
        if (of.expected().at(path).size() != ours.length)
            wrong.add(path + ": " + ours.length + " values for " + of.expected().at(path).size());
        else for (int i = 0; i < ours.length; i++) number(path + "/" + i, ours[i], tolerance);
    }

    public void numbers(String path, double[][] ours, Tolerance tolerance) {
        for (int i = 0; i < ours.length; i++) numbers(path + "/" + i, ours[i], tolerance);
    }

    public void text(String path, String ours) {
        same(path, of.expected().at(path).asString(""), ours);
    }

    public void flag(String path, boolean ours) {
        same(path, of.expected().at(path).asBoolean(), ours);
    }

    private void same(String path, Object reference, Object ours) {
        seen.put(path, ours);
        if (!reference.equals(ours))
            wrong.add(path + ": reference " + reference + ", ours " + ours);
    }

    /** Whether the case has anything there. */
    public boolean asks(String path) {
        return !of.expected().at(path).isMissingNode();
    }

    /** A behaviour that the case asks for in words. */
    public void behaves(String what, boolean holds) {
        seen.put(what, holds);
        if (!holds) wrong.add("not so: " + what);
    }

    /** What stands at or below the path is not compared, and why. The page lists it. */
    public void leftOut(String path, String why) {
        left.put(path, why);
    }

    /** A result that the case has no value for, but that must follow the data too. */
    public void also(String what, double value) {
        seen.put(what, value);
    }

    List<Compared> compared() {
        return compared;
    }

    Map<String, String> leftOut() {
        return left;
    }

    Map<String, Object> seen() {
        return seen;
    }

    List<String> wrong() {
        List<String> all = new ArrayList<>(wrong);
        Set<String> open = of.leaves();
        open.removeAll(seen.keySet());
        open.removeIf(
                leaf ->
                        left.keySet().stream()
                                .anyMatch(p -> leaf.equals(p) || leaf.startsWith(p + "/")));
        if (!open.isEmpty()) all.add("expected values that were not compared: " + open);
        return all;
    }
}
