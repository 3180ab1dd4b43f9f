package dev.okx4j.mcp;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * The SDK's schema check, which lets everything pass: the registry validates arguments itself, before the handler and for every
 * adapter alike, and a second opinion could only differ. Schemas are checked against golden files when the registry is built.
 */
final class RegistryValidates implements JsonSchemaValidator {
    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object content) {
        return ValidationResponse.asValid(null);
    }
}
