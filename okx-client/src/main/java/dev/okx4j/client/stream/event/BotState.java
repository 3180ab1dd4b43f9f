package dev.okx4j.client.stream.event;

/** How far a trading bot has come. The constants are spelled as on the wire. */
public enum BotState {
    starting,
    running,
    stopping,
    no_close_position,
    stopped,
    pause,
    /** A value that OKX has added since. */
    UNKNOWN
}
