package dev.okx4j.paper.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.paper.venue.Command;
import java.util.LinkedHashMap;
import java.util.Map;

/** Commands as journal records: a JSON object with the command's name under {@code do}. */
final class CommandText {
    private static final String NAME = "do";
    private static final Map<String, Class<? extends Record>> TYPES = new LinkedHashMap<>();

    static {
        for (Class<?> type : Command.class.getPermittedSubclasses()) {
            TYPES.put(type.getSimpleName(), type.asSubclass(Record.class));
        }
    }

    private CommandText() {}

    /** Returns a command as UTF-8 JSON. */
    static byte[] write(Command command) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(NAME, command.getClass().getSimpleName());
        tree.putAll(RecordText.write((Record) command));
        return Json.write(tree).getBytes(UTF_8);
    }

    /** Returns the command of a record; an unknown one is an error of the journal. */
    static Command read(byte[] record) {
        if (Json.parse(record) instanceof Map<?, ?> tree && tree.get(NAME) instanceof String name) {
            Class<? extends Record> type = TYPES.get(name);
            if (type != null) {
                return (Command) RecordText.read(type, tree);
            }
        }
        throw new IllegalArgumentException("not a command that this version knows");
    }
}
