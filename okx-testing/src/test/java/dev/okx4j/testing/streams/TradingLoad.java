package dev.okx4j.testing.streams;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Trading that goes on around every fault, as if from another device: orders, amendments and cancels, while the market moves. */
final class TradingLoad {
    private static final int MOST_OPEN = 60;

    private final StreamWorld world;
    private final List<String> instIds;
    private final SplittableRandom random;
    private final List<Map.Entry<String, String>> resting = new ArrayList<>();
    private final List<String> placed = new ArrayList<>();
    private int number;

    TradingLoad(StreamWorld world, List<String> instIds, long seed) {
        this.world = world;
        this.instIds = instIds;
        this.random = new SplittableRandom(seed);
    }

    /** Moves the market, and does something to the account. */
    void step(Duration marketTime, int orders) {
        world.run(marketTime);
        for (int i = 0; i < orders; i++) {
            if (resting.size() >= MOST_OPEN) {
                end(resting.remove(random.nextInt(resting.size())));
            }
            switch (random.nextInt(6)) {
                case 0 -> place(true);
                case 1, 2 -> place(false);
                case 3 -> amend();
                case 4 -> {
                    if (!resting.isEmpty()) {
                        end(resting.remove(random.nextInt(resting.size())));
                    }
                }
                default -> {}
            }
        }
    }

    private void place(boolean market) {
        String instId = instIds.get(random.nextInt(instIds.size()));
        Map<String, String> order = new HashMap<>();
        order.put("instId", instId);
        order.put("tdMode", "cross");
        order.put("side", random.nextBoolean() ? "buy" : "sell");
        order.put("ordType", market ? "market" : "limit");
        order.put("sz", new BigDecimal(1 + random.nextInt(500)).movePointLeft(2).toPlainString());
        order.put("clOrdId", "load" + ++number);
        if (!market) {
            BigDecimal away = new BigDecimal(9_990 + random.nextInt(21)).movePointLeft(4);
            order.put(
                    "px",
                    new BigDecimal(world.last(instId))
                            .multiply(away)
                            .setScale(1, RoundingMode.HALF_UP)
                            .toPlainString());
        }
        Map<String, @Nullable Object> answer = world.does("/api/v5/trade/order", order);
        if ("0".equals(answer.get("sCode"))) {
            placed.add(String.valueOf(answer.get("ordId")));
            if (!market) {
                resting.add(Map.entry(instId, String.valueOf(answer.get("ordId"))));
            }
        }
    }

    private void amend() {
        if (!resting.isEmpty()) {
            Map.Entry<String, String> order = resting.get(random.nextInt(resting.size()));
            world.does(
                    "/api/v5/trade/amend-order",
                    Map.of(
                            "instId",
                            order.getKey(),
                            "ordId",
                            order.getValue(),
                            "newSz",
                            new BigDecimal(1 + random.nextInt(900))
                                    .movePointLeft(2)
                                    .toPlainString()));
        }
    }

    private void end(Map.Entry<String, String> order) {
        world.cancel(order.getKey(), order.getValue());
    }

    /** Returns how many orders the exchange has taken. */
    int placed() {
        return placed.size();
    }
}
