package dev.okx4j.samples;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.OrderRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.paper.PaperExchange;
import java.io.PrintStream;
import java.math.BigDecimal;

/** Buys on the paper exchange in this process: no key, no network. */
public final class PlaceAnOrder {
    private PlaceAnOrder() {}

    public static void main(String[] args) throws Exception {
        run(System.out);
    }

    static void run(PrintStream out) throws Exception {
        try (PaperExchange exchange = PaperExchange.open();
                OkxClient okx = client(exchange)) {
            String instId = "XNVDA-USDT";
            out.println("last " + okx.market().ticker(instId).last());
            Outcome<OrderAck> outcome = okx.trade()
                    .placeOrder(PlaceOrderRequest.builder()
                            .instId(instId)
                            .tdMode(TdMode.cash)
                            .side(Side.buy)
                            .ordType(OrdType.market)
                            .sz(new BigDecimal("100"))
                            .tgtCcy(TgtCcy.quote_ccy)
                            .build());
            // An order is known to be in, known not to be, or neither: then it must not be sent again.
            if (outcome instanceof Outcome.Confirmed<OrderAck> in) {
                var order = okx.trade()
                        .order(OrderRequest.builder()
                                .instId(instId)
                                .ordId(in.ack().ordId())
                                .build());
                out.println("bought " + order.accFillSz() + " at " + order.avgPx() + ", fee " + order.fee() + " "
                        + order.feeCcy());
            } else if (outcome instanceof Outcome.Rejected<OrderAck> no) {
                out.println("refused: " + no.code() + " " + no.msg());
            } else if (outcome instanceof Outcome.NotSent<OrderAck> held) {
                out.println("not sent: " + held.reason());
            } else if (outcome instanceof Outcome.Unknown<OrderAck> open) {
                out.println(open.nextStep());
            }
        }
    }

    /** Returns a client of the exchange that may write, without limits. */
    static OkxClient client(PaperExchange exchange) {
        return OkxClient.builder()
                .wire(exchange.wire())
                .credentials(exchange.credentials())
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build();
    }
}
