package dev.okx4j.tools;

/**
 * The answer to one tool call: compact JSON text, and whether it is an error.
 *
 * @param text a JSON object, {@code {venue, asOf?, data, next?}} or {@code {tool, error, type, …}}
 * @param isError whether the call failed or its outcome is unknown
 */
public record ToolResult(String text, boolean isError) {}
