package dev.okx4j.testing;

/**
 * An answer that is far too long.
 *
 * @param packed whether its length shows only when it is unpacked
 */
record Oversized(boolean packed, Effect effect) implements Fault {
    @Override
    public String toString() {
        return (packed ? "gzipBomb(" : "endless(") + effect + ")";
    }
}
