package dev.okx4j.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.OrderHistoryRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** An order whose answer is lost on the way back: it is looked up, not sent again, and the journal tells what happened. */
public final class LostAnswer {
    private static final String TOKEN = "XNVDA-USDT";

    private LostAnswer() {}

    public static void main(String[] args) throws Exception {
        run(System.out, Files.createTempDirectory("okx4j-journal"));
    }

    static void run(PrintStream out, Path folder) throws Exception {
        AtomicInteger left = new AtomicInteger();
        try (PaperExchange exchange = PaperExchange.open();
                FileJournal journal = FileJournal.open(folder);
                OkxClient okx = OkxClient.builder()
                        .wire(request -> {
                            WireResponse answer = exchange.wire().exchange(request);
                            if (request.write()) {
                                left.incrementAndGet();
                                throw new IOException("connection reset");
                            }
                            return answer;
                        })
                        .credentials(exchange.credentials())
                        .gate(WriteGate.open())
                        .journal(journal)
                        .build()) {
            Outcome<OrderAck> outcome = okx.trade()
                    .placeOrder(PlaceOrderRequest.builder()
                            .instId(TOKEN)
                            .tdMode(TdMode.cash)
                            .side(Side.buy)
                            .ordType(OrdType.market)
                            .sz(new BigDecimal("100"))
                            .tgtCcy(TgtCcy.quote_ccy)
                            .build());
            int taken = okx.trade()
                    .history(OrderHistoryRequest.builder()
                            .instType(InstType.SPOT)
                            .instId(TOKEN)
                            .build())
                    .size();
            out.println("the caller is told: " + outcome.getClass().getSimpleName());
            out.println("orders that left: " + left);
            out.println("orders at the exchange: " + taken);
        }
        out.println("the journal:");
        AppendLog.verify(folder.resolve("orders-1.log"), line -> out.println("  " + new String(line, UTF_8)));
    }
}
