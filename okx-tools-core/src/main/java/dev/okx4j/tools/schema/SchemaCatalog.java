package dev.okx4j.tools.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schemas of all tools as checked in, one line a tool.
 *
 * <p>They are a resource, not reflected at start, so that a server lists its tools without loading what runs them; a
 * test holds every line equal to the record it stands for.
 */
public final class SchemaCatalog {
    /** Where the schemas lie among the resources. */
    public static final String RESOURCE = "/dev/okx4j/tools/tool-schemas.json";

    private final Map<String, String> schemas;

    private SchemaCatalog(Map<String, String> schemas) {
        this.schemas = schemas;
    }

    private static final class Bundled {
        static final SchemaCatalog CATALOG = load();

        private static SchemaCatalog load() {
            try (InputStream in = SchemaCatalog.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is missing");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the schemas of the tools in this build. */
    public static SchemaCatalog bundled() {
        return Bundled.CATALOG;
    }

    /** Returns the schemas in a catalogue's text. */
    public static SchemaCatalog parse(String text) {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf("\":{");
            if (line.startsWith("\"") && colon > 0) {
                int end = line.endsWith(",") ? line.length() - 1 : line.length();
                schemas.put(line.substring(1, colon), line.substring(colon + 2, end));
            }
        }
        return new SchemaCatalog(schemas);
    }

    /** Returns the text of a catalogue that holds the given schemas, each already JSON. */
    public static String format(Map<String, String> schemas) {
        StringBuilder text = new StringBuilder("{\n");
        String comma = "";
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            text.append(comma).append('"').append(schema.getKey()).append("\":").append(schema.getValue());
            comma = ",\n";
        }
        return text.append("\n}\n").toString();
    }

    /**
     * Returns one tool's schema as JSON.
     *
     * @throws IllegalStateException if the catalogue is older than the tool
     */
    public String schemaOf(String tool) {
        String schema = schemas.get(tool);
        if (schema == null) {
            throw new IllegalStateException("no schema for " + tool + ": run the tests with -Dgolden.update");
        }
        return schema;
    }
}
