package dev.okx4j.paper.model;

import dev.okx4j.paper.feed.ContractType;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentSpecBuilder;
import dev.okx4j.paper.feed.PositionTier;
import dev.okx4j.paper.model.naive.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Twenty instruments as one table, from which the venue and the naive exchange each get their own rules. */
final class Instruments {
    static final Instant START = Instant.parse("2026-08-17T00:00:00Z");

    /** Kind, id, index, face value, tick, lot, leverage, size of the first tier, first price, hours until its end. */
    private static final String TABLE = """
            spot BTC-USDT BTC-USDT 1 20 0.0001 1 0 6400 0
            spot ETH-USDT ETH-USDT 1 2 0.001 1 0 640 0
            spot SOL-USDC SOL-USDC 1 0.1 0.01 1 0 32 0
            spot ETH-BTC ETH-BTC 1 0.0002 0.001 1 0 0.1 0
            spot XRP-USDT XRP-USDT 1 0.003 1 1 0 0.9 0
            spot USDC-USDT USDC-USDT 1 0.001 0.1 1 0 1 0
            linear BTC-USDT-SWAP BTC-USDT 0.01 20 0.1 100 40 6420 0
            linear ETH-USDT-SWAP ETH-USDT 0.1 2 0.1 50 30 642 0
            linear SOL-USDC-SWAP SOL-USDC 1 0.1 1 50 60 32 0
            linear XRP-USDT-SWAP XRP-USDT 100 0.003 0.1 20 20 0.9 0
            linear NVDA-USDT-SWAP NVDA-USDT 1 0.5 0.01 10 25 225 0
            linear DOGE-USDC-SWAP DOGE-USDC 1000 0.0003 1 75 12 0.1002 0
            inverse BTC-USD-SWAP BTC-USD 100 20 1 100 50 6400 0
            inverse ETH-USD-SWAP ETH-USD 10 2 0.1 50 80 640 0
            inverse SOL-USD-SWAP SOL-USD 10 0.1 1 20 40 32 0
            linear BTC-USDT-260817 BTC-USDT 0.01 20 0.1 20 30 6420 9
            linear BTC-USDT-260818 BTC-USDT 0.01 20 0.1 20 30 6440 30
            linear ETH-USDT-260819 ETH-USDT 0.1 2 1 10 40 644 60
            inverse BTC-USD-260818 BTC-USD 100 20 1 20 40 6420 24
            inverse SOL-USD-260820 SOL-USD 10 0.1 1 10 40 32 80
            """;

    /** One row of the table, as both sides read it. */
    record Row(Product product, BigDecimal px, InstrumentSpec spec) {}

    static final List<Row> ROWS =
            TABLE.lines().map(line -> row(line.split(" "))).toList();

    private Instruments() {}

    private static Row row(String[] word) {
        String id = word[1];
        boolean spot = word[0].equals("spot");
        boolean inverse = word[0].equals("inverse");
        String[] part = id.split("-");
        String base = part[0];
        String quote = part[1];
        BigDecimal lever = new BigDecimal(word[6]);
        long hours = Long.parseLong(word[9]);
        // a few seconds off the hour, so that no event falls on the moment itself
        Instant ends = START.plusSeconds(hours * 3600 + 7);
        List<Product.Tier> tiers = new ArrayList<>();
        List<PositionTier> positionTiers = new ArrayList<>();
        for (int tier = 1; tier <= 4 && !spot; tier++) {
            BigDecimal first = new BigDecimal(word[7]);
            BigDecimal most = first.multiply(BigDecimal.valueOf(tier));
            BigDecimal mmr = BigDecimal.valueOf(tier).divide(lever.multiply(BigDecimal.valueOf(2)), 6, RoundingMode.UP);
            BigDecimal highest = lever.divide(BigDecimal.valueOf(tier), 2, RoundingMode.DOWN);
            tiers.add(new Product.Tier(most, mmr, highest));
            positionTiers.add(new PositionTier(
                    tier, most.subtract(first), most, mmr, mmr.multiply(BigDecimal.valueOf(2)), highest));
        }
        BigDecimal face = new BigDecimal(word[3]);
        BigDecimal tick = new BigDecimal(word[4]);
        BigDecimal lot = new BigDecimal(word[5]);
        Product product = new Product(
                id,
                spot ? "spot" : hours > 0 ? "futures" : "swap",
                inverse,
                base,
                quote,
                inverse ? base : quote,
                word[2],
                face,
                tick,
                lot,
                lot.multiply(BigDecimal.valueOf(2)),
                new BigDecimal("0.05"),
                new BigDecimal(spot ? "0.0008" : "0.0002"),
                new BigDecimal(spot ? "0.001" : "0.0005"),
                hours > 0 ? ends.toEpochMilli() : 0,
                tiers);
        InstrumentSpecBuilder spec;
        if (spot) {
            spec = InstrumentSpec.spot(id, base, quote);
        } else if (hours > 0) {
            ContractType type = inverse ? ContractType.INVERSE : ContractType.LINEAR;
            spec = InstrumentSpec.futures(id, word[2], base, quote, type, ends, lever)
                    .ctVal(face)
                    .tiers(positionTiers);
        } else if (inverse) {
            spec = InstrumentSpec.inverseSwap(id, word[2], base, quote, lever)
                    .ctVal(face)
                    .tiers(positionTiers);
        } else {
            spec = InstrumentSpec.linearSwap(id, word[2], base, quote, lever)
                    .ctVal(face)
                    .tiers(positionTiers);
        }
        return new Row(
                product,
                new BigDecimal(word[8]),
                spec.tickSz(tick).lotSz(lot).minSz(product.min()).build());
    }
}
