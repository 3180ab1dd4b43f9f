package dev.okx4j.testing.prove.world;

import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void smoke() {
        for (int i = 0; i < 300; i++) {
            long t = System.nanoTime();
            World world = new World(i, Duration.ofSeconds(10));
            long t1 = System.nanoTime();
            world.faults().on("POST /api/v5/trade/order").nth(1).then(Fault.silence(Effect.ACCEPTED));
            PlaceOrderRequest order = PlaceOrderRequest.builder().instId("BTC-USDT-SWAP").tdMode(TdMode.cross).side(Side.buy)
                    .ordType(OrdType.limit).sz(new BigDecimal("0.01")).px(new BigDecimal("20000")).tag("o1").build();
            world.write("place-limit", "/api/v5/trade/order", true, List.of(order), okx -> World.one(okx.trade().placeOrder(order)));
            long t2 = System.nanoTime();
            var v = Ending.of(world);
            long t3 = System.nanoTime();
            if (i == 0 || i == 299) System.err.println(world.notes().tail(100) + v + world.notes().hash());
            if (i % 20 == 0) System.err.println((t1 - t) / 1000 + " " + (t2 - t1) / 1000 + " " + (t3 - t2) / 1000 + " us " + v.size());
        }
    }
}
