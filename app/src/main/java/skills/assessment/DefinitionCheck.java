package skills.assessment;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether files that say to be a published questionnaire are built as it is: its items, each on its
 * scale and with its key. A shortened or changed one is another questionnaire, and may not carry
 * the reference.
 */
final class DefinitionCheck {

    private final ScaleDefinition definition;
    private final ImportedTable table;

    private DefinitionCheck(ScaleDefinition definition, ImportedTable table) {
        this.definition = definition;
        this.table = table;
    }

    /**
     * @param items as read, by id: scale and key
     * @param table of the items, which gathers what is wrong
     */
    static void run(
            ScaleDefinition definition,
            Map<String, Map<String, Object>> items,
            ImportedTable table) {
        new DefinitionCheck(definition, table).check(items);
    }

    private void check(Map<String, Map<String, Object>> items) {
        Set<String> known = new HashSet<>();
        for (ScaleDefinition.Item item : definition.items()) {
            known.add(item.id());
            Map<String, Object> given = items.get(item.id());
            if (given == null)
                table.wrong(0, "id", "definition.missing", item.id(), definition.title());
            else if (!item.scale().equals(given.get("scale")))
                wrong(item.id(), "scale", "definition.scale", item.scale());
            // 0: not a key at all, which was told already.
            else if (item.key() != null
                    && !item.key().equals(given.get("key"))
                    && !Integer.valueOf(0).equals(given.get("key")))
                wrong(item.id(), "key", "definition.key", item.key());
        }
        for (String id : items.keySet())
            if (!known.contains(id)) wrong(id, "id", "definition.other", id, definition.title());
    }

    private void wrong(String id, String column, String key, Object... arguments) {
        table.rows().stream()
                .filter(r -> r.word("id").equals(id))
                .findFirst()
                .ifPresent(r -> r.wrong(column, key, arguments));
    }
}
