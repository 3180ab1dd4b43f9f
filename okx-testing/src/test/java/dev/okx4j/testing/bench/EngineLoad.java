package dev.okx4j.testing.bench;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.OrderTicket;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Orders handed to the venue itself: nine that rest and are cancelled, one that trades, and so on. */
@NullUnmarked
final class EngineLoad {
    private static final String INST = "BTC-USDT-SWAP";
    private static final BigDecimal SIZE = new BigDecimal("0.1");
    private static final int WARM_UP = 20_000;

    private final Venue venue;
    private final BigDecimal far;
    private int placed;

    private EngineLoad() throws IOException {
        venue = Venue.open(Scenario.named(Scenario.DEFAULT).feed(), Map.of("USDT", new BigDecimal("1000000")));
        far = venue.quote(INST).last().multiply(new BigDecimal("0.97")).setScale(1, RoundingMode.DOWN);
    }

    static void run(int seconds) throws IOException {
        EngineLoad load = new EngineLoad();
        load.commands(WARM_UP);
        long commands = 0;
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
            commands += load.commands(1_000);
        }
        double spent = (System.nanoTime() - begun) / 1e9;
        PaperBench.print("engine: %.0f commands a second in process, one thread", commands / spent);
    }

    /** Tells what so many orders, of which one in ten has filled, leave in memory. */
    static void memory(int orders) throws IOException {
        EngineLoad load = new EngineLoad();
        long before = used();
        long begun = System.nanoTime();
        while (load.placed < orders) {
            load.commands(1_000);
        }
        double spent = (System.nanoTime() - begun) / 1e9;
        long bytes = used() - before;
        PaperBench.print(
                "memory: %d orders in %.1f s leave %d MB, %d bytes an order",
                load.placed, spent, bytes >> 20, bytes / load.placed);
        if (load.venue.orders().size() < orders / 10) {
            throw new IllegalStateException(
                    "The orders are gone: " + load.venue.orders().size());
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Carries out at least so many commands, and returns how many. */
    private int commands(int least) {
        int done = 0;
        while (done < least) {
            boolean trades = placed % 10 == 9;
            Side side = placed % 20 == 9 ? Side.BUY : Side.SELL;
            Reply reply = venue.apply(new Command.Place(ticket(trades ? side : Side.BUY, trades ? null : far)));
            placed++;
            done++;
            if (!(reply instanceof Reply.Placed order)) {
                throw new IllegalStateException("Refused: " + reply);
            }
            if (!trades) {
                venue.apply(new Command.Cancel(INST, order.ordId(), null));
                done++;
            }
        }
        return done;
    }

    private static OrderTicket ticket(Side side, @Nullable BigDecimal px) {
        return OrderTicketBuilder.builder()
                .instId(INST)
                .tdMode(TradeMode.CROSS)
                .side(side)
                .ordType(px == null ? OrderType.MARKET : OrderType.LIMIT)
                .sz(SIZE)
                .px(px)
                .attachAlgoOrds(List.of())
                .build();
    }
}
