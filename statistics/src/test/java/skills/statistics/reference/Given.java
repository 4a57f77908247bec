package skills.statistics.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The data of one case, with at most one value changed. */
public final class Given {
    private static final Map<String, Table> TABLES = new ConcurrentHashMap<>();

    private final @Nullable ReferenceCase of;
    private final @Nullable Change change;
    private boolean applied;

    Given(@Nullable ReferenceCase of, @Nullable Change change) {
        this.of = of;
        this.change = change;
    }

    /** The data files as they are, of no case. */
    public static Given data() {
        return new Given(null, null);
    }

    /** A data file of the reference set. */
    public Table table(String file) {
        Table table = TABLES.computeIfAbsent(file, Given::load);
        if (change == null || !change.place().equals(file)) return table;
        applied = true;
        return table.changed(change);
    }

    /** A number that the case states in words or in its expected values: pass it through here. */
    public double value(String name, double value) {
        return values(name, value)[0];
    }

    /** Numbers that the case states in words or in its expected values: pass them through here. */
    public double[] values(String name, double... values) {
        double[] copy = values.clone();
        if (change != null && change.place().equals(name)) {
            applied = true;
            copy[change.row()] = Double.parseDouble(change.value());
        }
        return copy;
    }

    /**
     * What the case file holds at a JSON pointer, such as {@code /input/rr} or {@code /expected/p}.
     */
    public JsonNode json(String pointer) {
        return Objects.requireNonNull(of).json().at(pointer);
    }

    /** Numbers at a JSON pointer of the case; null becomes NaN. Changeable under that pointer. */
    public double[] numbers(String pointer) {
        JsonNode list = json(pointer);
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = list.get(i).isNull() ? Double.NaN : list.get(i).asDouble();
        return values(pointer, values);
    }

    boolean applied() {
        return applied;
    }

    private static Table load(String file) {
        try (var in = Given.class.getResourceAsStream("/reference/" + file)) {
            if (in == null) throw new IllegalArgumentException("no reference data " + file);
            return Table.read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
