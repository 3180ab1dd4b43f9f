package dev.okx4j.client.json;

/**
 * How much JSON is taken.
 *
 * @param maxBytes the longest text, in bytes of UTF-8 or in characters
 * @param maxDepth the deepest nesting of arrays and objects
 */
public record JsonLimits(int maxBytes, int maxDepth) {
    /** What OKX's largest answers need: 32 MiB, 64 levels. */
    public static final JsonLimits DEFAULT = new JsonLimits(32 << 20, 64);
}
