package dev.okx4j.tools;

/** Whether a tool only looks, or may change something at the exchange. */
public enum ToolAccess {
    READ,
    WRITE
}
