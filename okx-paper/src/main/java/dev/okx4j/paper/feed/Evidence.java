package dev.okx4j.paper.feed;

/**
 * What a price is known from.
 *
 * @param source the recorded row or event, e.g. {@code candle 1Dutc 2026-08-21}
 * @param rule the assumption that turned it into a path, in words
 * @param grade the fidelity grade, best first: {@code A} recorded book, {@code B} recorded trades, {@code C} fine candles, {@code D} coarse candles
 */
public record Evidence(String source, String rule, String grade) {}
