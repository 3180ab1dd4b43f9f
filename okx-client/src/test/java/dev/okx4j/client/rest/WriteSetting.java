package dev.okx4j.client.rest;

import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;

/** A client over a scripted wire, and an order to place with it. */
@NullUnmarked
abstract class WriteSetting {
    static final String ID = "a1";
    static final String ACK =
            "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"312\",\"clOrdId\":\"a1\",\"tag\":\"\","
                    + "\"ts\":\"1695190491421\",\"sCode\":\"0\",\"sMsg\":\"\"}],\"inTime\":\"1\",\"outTime\":\"2\"}";
    static final String NOT_FOUND = "{\"code\":\"51603\",\"msg\":\"Order does not exist\",\"data\":[]}";

    final VirtualTime time = new VirtualTime();
    final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    final MemoryJournal journal = IntentJournal.inMemory();

    OkxClientBuilder builder() {
        return Clients.writing(wire, time).entropy(Entropy.seeded(1)).journal(journal);
    }

    static PlaceOrderRequest order(String clOrdId) {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT")
                .tdMode(TdMode.cash)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(new BigDecimal("1E+1"))
                .px(new BigDecimal("0.50"))
                .clOrdId(clOrdId)
                .build();
    }

    Outcome<OrderAck> place() {
        return builder().build().trade().placeOrder(order(ID));
    }

    Outcome<OrderAck> cancel() {
        return builder()
                .build()
                .trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .instId("BTC-USDT")
                        .ordId("312")
                        .build());
    }

    static String found(String state, String side, String sz) {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"ordId\":\"312\","
                + "\"clOrdId\":\"a1\",\"ordType\":\"limit\",\"tdMode\":\"cash\",\"side\":\"" + side + "\",\"sz\":\""
                + sz
                + "\",\"px\":\"0.5\",\"state\":\"" + state + "\"}]}";
    }

    void thenFound(String state) {
        wire.thenJson(found(state, "buy", "10"));
    }
}
