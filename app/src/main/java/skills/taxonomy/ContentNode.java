package skills.taxonomy;

import java.io.IOException;
import java.io.InputStream;
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
record ContentNode(String place, @Nullable Object value) {

    /**
     * Content that does not hold to its form; the message tells whoever wrote it what and where.
     */
    static final class Wrong extends IllegalStateException {
        Wrong(String message) {
            super(message);
        }
    }

    static ContentNode read(Resource file) {
        String place = "content " + file.getFilename();
        try (InputStream in = file.getInputStream()) {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new ContentNode(place, new Yaml(new SafeConstructor(options)).load(in));
        } catch (YAMLException e) {
            throw new Wrong(place + " is not valid YAML: " + e.getMessage());
        } catch (IOException e) {
            throw new Wrong(place + " cannot be read: " + e.getMessage());
        }
    }

    Wrong wrong(String what) {
        return new Wrong(place + ": " + what);
    }

    /** The same node, after a check that it is a map with no other keys than these. */
    ContentNode only(String... keys) {
        for (Object key : map().keySet())
            if (!Set.of(keys).contains(String.valueOf(key)))
                throw wrong("unknown key '" + key + "'");
        return this;
    }

    boolean has(String key) {
        return map().get(key) != null;
    }

    ContentNode get(String key) {
        Object found = map().get(key);
        if (found == null) throw wrong("'" + key + "' is missing");
        return new ContentNode(place + " > " + key, found);
    }

    String text() {
        if (!(value instanceof String text) || text.isBlank())
            throw wrong("a text is needed, not '" + value + "'");
        return text;
    }

    String text(String key) {
        return get(key).text();
    }

    boolean flag(String key) {
        return get(key).value instanceof Boolean flag ? flag : fail(key);
    }

    private boolean fail(String key) {
        throw get(key).wrong("true or false is needed");
    }

    LocalizedText localized(String key) {
        ContentNode both = get(key).only("nl", "en");
        return new LocalizedText(both.text("nl"), both.text("en"));
    }

    List<ContentNode> list(String key) {
        return get(key).list();
    }

    List<ContentNode> list() {
        if (!(value instanceof List<?> items)) throw wrong("a list is needed");
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> new ContentNode(place + "[" + (i + 1) + "]", items.get(i)))
                .toList();
    }

    ContentNode size(int least, int most) {
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
