package skills.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import skills.kernel.LocalizedText;

/**
 * A piece of a content file that says where it stands when it is wrong.
 *
 * @param place file and path in it, for the message
 */
public record ContentNode(String place, @Nullable Object value) {

    /**
     * Content that does not hold to its form; the message tells whoever wrote it what and where.
     */
    public static final class Wrong extends IllegalStateException {
        public Wrong(String message) {
            super(message);
        }
    }

    public static ContentNode read(Resource file) {
        String place = "content " + file.getFilename();
        try {
            return parse(place, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Wrong(place + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a text that is YAML.
     *
     * @param place where it stands, for the message
     */
    public static ContentNode parse(String place, String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new ContentNode(place, new Yaml(new SafeConstructor(options)).load(yaml));
        } catch (YAMLException e) {
            throw new Wrong(place + " is not valid YAML: " + e.getMessage());
        }
    }

    public Wrong wrong(String what) {
        return new Wrong(place + ": " + what);
    }

    /** The same node, after a check that it is a map with no other keys than these. */
    public ContentNode only(String... keys) {
        for (Object key : map().keySet())
            if (!Set.of(keys).contains(String.valueOf(key)))
                throw wrong("unknown key '" + key + "'");
        return this;
    }

    public boolean has(String key) {
        return map().get(key) != null;
    }

    public ContentNode get(String key) {
        Object found = map().get(key);
        if (found == null) throw wrong("'" + key + "' is missing");
        return new ContentNode(place + " > " + key, found);
    }

    public String text() {
        if (!(value instanceof String text) || text.isBlank())
            throw wrong("a text is needed, not '" + value + "'");
        return text;
    }

    public String text(String key) {
        return get(key).text();
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return map().keySet().stream().map(String::valueOf).toList();
    }

    public double number() {
        if (!(value instanceof Number number))
            throw wrong("a number is needed, not '" + value + "'");
        return number.doubleValue();
    }

    public int integer(String key) {
        ContentNode node = get(key);
        return node.value instanceof Integer n ? n : (int) node.fail("a whole number is needed");
    }

    private Object fail(String what) {
        throw wrong(what + ", not '" + value + "'");
    }

    public boolean flag(String key) {
        ContentNode node = get(key);
        return node.value instanceof Boolean flag
                ? flag
                : (boolean) node.fail("true or false is needed");
    }

    public LocalizedText localized(String key) {
        return get(key).localized();
    }

    public LocalizedText localized() {
        only("nl", "en");
        return new LocalizedText(text("nl"), text("en"));
    }

    public List<ContentNode> list(String key) {
        return get(key).list();
    }

    public List<ContentNode> list() {
        if (!(value instanceof List<?> items)) throw wrong("a list is needed");
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> new ContentNode(place + "[" + (i + 1) + "]", items.get(i)))
                .toList();
    }

    public ContentNode size(int least, int most) {
        int size = list().size();
        if (size < least || size > most)
            throw wrong(size + " entries, " + least + " to " + most + " are needed");
        return this;
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) return map;
        throw wrong("keys with values are needed");
    }
}
