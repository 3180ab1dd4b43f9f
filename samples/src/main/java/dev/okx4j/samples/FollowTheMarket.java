package dev.okx4j.samples;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.OrderListener;
import dev.okx4j.client.stream.OrderTracker;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.StreamWire;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.paper.PaperExchange;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** A book and the orders of an account, followed over a connection that is cut while an order is filled: the fill is told all the same. */
public final class FollowTheMarket {
    private static final String TOKEN = "XNVDA-USDT";

    private FollowTheMarket() {}

    public static void main(String[] args) throws Exception {
        run(System.out);
    }

    static void run(PrintStream out) throws Exception {
        try (PaperExchange exchange = PaperExchange.open()) {
            Cable cable = new Cable(StreamWire.through(exchange.webSockets()));
            try (OkxClient okx = OkxClient.builder()
                            .wire(exchange.wire())
                            .streamWire(cable)
                            .credentials(exchange.credentials())
                            .gate(WriteGate.open())
                            .journal(IntentJournal.inMemory())
                            .build();
                    OrderBook book = okx.stream().book(TOKEN);
                    OrderTracker orders = okx.stream().orders()) {
                BookView view = book.now();
                while (view.stale()) {
                    view = book.await(view.version(), Duration.ofSeconds(10));
                }
                out.println("best bid " + view.bids().get(0).px() + ", best ask "
                        + view.asks().get(0).px());

                Semaphore live = new Semaphore(0);
                orders.subscribe(new Told(out, live));
                live.acquire();
                out.println("the cable is cut, and an order is filled:");
                cable.cut();
                okx.trade()
                        .placeOrder(PlaceOrderRequest.builder()
                                .instId(TOKEN)
                                .tdMode(TdMode.cash)
                                .side(Side.buy)
                                .ordType(OrdType.market)
                                .sz(new BigDecimal("100"))
                                .tgtCcy(TgtCcy.quote_ccy)
                                .build());
                cable.mend();
                live.acquire();
            }
        }
    }

    /** Says what it hears, and counts how often all is known. */
    private record Told(PrintStream out, Semaphore live) implements OrderListener {
        @Override
        public void onFill(Fill fill) {
            out.println("bought " + fill.fillSz() + " at " + fill.fillPx());
        }

        @Override
        public void onOrder(Order order) {
            out.println("the order is " + order.state());
        }

        @Override
        public void onStanding(Standing standing) {
            if (standing.state() == Standing.State.STALE) {
                out.println("not to be believed: " + standing.reason());
            } else if (standing.state() == Standing.State.LIVE) {
                out.println(standing.gap() ? "known again, but something is missing" : "all is known");
                live.release();
            }
        }
    }

    /** A network that can be cut. */
    private static final class Cable implements StreamWire {
        private final StreamWire wire;
        private final List<Line> lines = new CopyOnWriteArrayList<>();
        private volatile boolean cut;

        Cable(StreamWire wire) {
            this.wire = wire;
        }

        @Override
        public Line open(String url, Ear ear) {
            Line line = wire.open(url, ear);
            lines.add(line);
            if (cut) {
                line.cancel();
            }
            return line;
        }

        void cut() {
            cut = true;
            lines.forEach(Line::cancel);
        }

        void mend() {
            cut = false;
        }
    }
}
