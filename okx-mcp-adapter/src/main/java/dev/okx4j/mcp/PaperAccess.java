package dev.okx4j.mcp;

import dev.okx4j.paper.PaperExchange;
import dev.okx4j.tools.config.PaperConnection;
import dev.okx4j.tools.config.PaperDoor;
import java.nio.file.Path;

/** The way into the embedded paper exchange, which is loaded when an account is first opened and not before. */
final class PaperAccess implements PaperDoor {
    @Override
    public PaperConnection open(Path okxHome, String accountName, String feed) {
        PaperExchange exchange = PaperExchange.open(okxHome, accountName, feed);
        return new PaperConnection(exchange.wire(), exchange.credentials(), exchange.feedLabel(), exchange);
    }
}
