package dev.okx4j.tools.paper;

import org.jspecify.annotations.Nullable;

/**
 * What the price of a fill on the paper exchange is known from.
 *
 * @param grade the fidelity grade: A a recorded book, B recorded trades, C fine candles, D coarse candles
 * @param rule the assumption that turned the recording into a price, in words
 * @param source the recorded row, e.g. {@code candle 1Dutc 2026-08-21T00:00:00Z of NVDA-USDT-SWAP}
 */
public record Evidence(
        @Nullable String grade,
        @Nullable String rule,
        @Nullable String source) {}
