package dev.okx4j.tools;

/** Whether a tool only looks, or may change something at the exchange. */
public enum ToolAccess {
    /** Changes nothing at the exchange. */
    READ,
    /** May change something: refused where the venue allows no orders, and hidden in a read-only server. */
    WRITE
}
