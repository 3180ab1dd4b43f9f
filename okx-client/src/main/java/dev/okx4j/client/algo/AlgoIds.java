package dev.okx4j.client.algo;

import org.jspecify.annotations.Nullable;

/** What a request that touches an algo order must say about it. */
final class AlgoIds {
    private AlgoIds() {}

    /** Throws unless exactly one id names the algo order. */
    static void requireOne(@Nullable String algoId, @Nullable String algoClOrdId, String toDo) {
        if (algoId == null && algoClOrdId == null) {
            throw new IllegalArgumentException("Give the algoId or the algoClOrdId of the algo order to " + toDo);
        }
        if (algoId != null && algoClOrdId != null) {
            throw new IllegalArgumentException("Give the algoId or the algoClOrdId of the algo order to " + toDo
                    + ", not both: OKX would go by the algoId alone");
        }
    }
}
