package dev.okx4j.testing.crash;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that is killed: it clears up what the run before left open, cancels what still rests, places its orders, tells each
 * step on standard output, and waits. What rests is cancelled so that the account stays as it is however often it is killed: OKX
 * takes 500 resting orders, and a kill tells nothing about an order that is refused. Every order that rests has a price of its own, so that whoever looks at the exchange sees a doubled one.
 */
public final class CrashChild {
    private static final String BTC = "BTC-USDT-SWAP";
    private static final int MOST_AT_ONCE = 20;

    private final OkxClient okx;
    private final ArrayDeque<String> resting = new ArrayDeque<>();

    private CrashChild(OkxClient okx) {
        this.okx = okx;
    }

    /** Takes the exchange's address, key, secret and passphrase, the journal's folder, the first step, how many, and the clock's shift. */
    public static void main(String[] args) throws IOException, InterruptedException {
        FileJournal journal = FileJournal.open(Path.of(args[4]));
        try (OkxClient okx = OkxClient.builder()
                .baseUrl(args[0])
                .credentials(Credentials.of(args[1], args[2], args[3]))
                .clock(new ShiftedClock(Duration.ofMillis(Long.parseLong(args[7]))))
                .gate(WriteGate.open())
                .journal(journal)
                .recoverInBackground(false)
                .build()) {
            CrashChild child = new CrashChild(okx);
            if (journal.refusal() != null) {
                say("REFUSED " + journal.refusal());
            }
            child.recover();
            child.cancelWhatRests();
            say("READY");
            int first = Integer.parseInt(args[5]);
            child.trade(first, first + Integer.parseInt(args[6]));
        }
        say("DONE");
        if (System.in.read() >= 0) {
            throw new IllegalStateException("Nobody talks to this program");
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void recover() throws InterruptedException {
        say("OPEN " + okx.recovery().open().size());
        for (int i = 0; i < 6 && !okx.recovery().open().isEmpty(); i++) {
            okx.recovery().work(Duration.ofSeconds(10));
        }
        for (IntentJournal.Open left : okx.recovery().open()) {
            say("LEFT " + left);
        }
    }

    private void cancelWhatRests() {
        List<Order> page;
        do {
            page = okx.trade()
                    .pending(PendingOrdersRequest.builder().limit(MOST_AT_ONCE).build());
            List<CancelOrderRequest> cancels = page.stream()
                    .map(order -> CancelOrderRequest.builder()
                            .instId(BTC)
                            .ordId(order.ordId())
                            .build())
                    .toList();
            if (!cancels.isEmpty()) {
                okx.trade().cancelOrders(cancels).forEach(outcome -> {
                    if (!(outcome instanceof Outcome.Confirmed)) {
                        say("REMAINS " + outcome);
                    }
                });
            }
        } while (page.size() == MOST_AT_ONCE);
    }

    private void trade(int first, int end) {
        int step = first;
        while (step < end) {
            say("STEP " + step);
            int many = step % 10 == 0 ? Math.min(3, end - step) : 1;
            if (many > 1) {
                List<PlaceOrderRequest> orders = new ArrayList<>();
                for (int i = 0; i < many; i++) {
                    orders.add(resting(step + i));
                }
                okx.trade().placeOrders(orders).forEach(this::placed);
            } else if (step % 7 == 0) {
                told(okx.trade().placeOrder(atTheMarket(step)));
            } else {
                placed(okx.trade().placeOrder(resting(step)));
            }
            if (step % 9 == 0 && !resting.isEmpty()) {
                okx.trade()
                        .amendOrder(AmendOrderRequest.builder()
                                .instId(BTC)
                                .clOrdId(resting.getLast())
                                .newSz(new BigDecimal("0.02"))
                                .build());
            }
            if (step % 3 == 0 && !resting.isEmpty()) {
                okx.trade()
                        .cancelOrder(CancelOrderRequest.builder()
                                .instId(BTC)
                                .clOrdId(resting.removeFirst())
                                .build());
            }
            step += many;
        }
    }

    private void placed(Outcome<OrderAck> outcome) {
        told(outcome);
        if (outcome instanceof Outcome.Confirmed) {
            resting.add(outcome.clOrdId());
        }
    }

    private void told(Outcome<OrderAck> outcome) {
        say("OUT " + outcome.getClass().getSimpleName() + " " + outcome.clOrdId() + " " + outcome);
    }

    private static PlaceOrderRequest resting(int step) {
        return PlaceOrderRequest.builder()
                .instId(BTC)
                .tdMode(TdMode.cross)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(new BigDecimal("0.01"))
                .px(new BigDecimal("20000").add(new BigDecimal(step).movePointLeft(1)))
                .build();
    }

    private static PlaceOrderRequest atTheMarket(int step) {
        return PlaceOrderRequest.builder()
                .instId(BTC)
                .tdMode(TdMode.cross)
                .side(step % 2 == 0 ? Side.buy : Side.sell)
                .ordType(OrdType.market)
                .sz(new BigDecimal("0.01"))
                .build();
    }
}
