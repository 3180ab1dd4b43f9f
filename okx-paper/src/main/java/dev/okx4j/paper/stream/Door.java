package dev.okx4j.paper.stream;

import org.jspecify.annotations.Nullable;

/** One of OKX's three WebSocket addresses, each with its own channels. */
public enum Door {
    /** Market data. */
    PUBLIC("/ws/v5/public"),
    /** The account and its orders. */
    PRIVATE("/ws/v5/private"),
    /** Candles, all trades and algo orders. */
    BUSINESS("/ws/v5/business");

    private final String path;

    Door(String path) {
        this.path = path;
    }

    /** Returns the path of the address. */
    public String path() {
        return path;
    }

    /** Returns the address of a path, a query behind it left aside, or null when there is none. */
    public static @Nullable Door at(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        for (Door door : values()) {
            if (door.path.equals(path)) {
                return door;
            }
        }
        return null;
    }
}
