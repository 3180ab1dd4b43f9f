package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Scope.IP_AND_INSTRUMENT;
import static dev.okx4j.paper.wire.Route.Scope.USER;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_INSTRUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class QuotaTest {
    private static final Route PLACE = Route.post("/api/v5/trade/order", 60, 2, USER_AND_INSTRUMENT, call -> null);
    private static final Route BATCH = Route.post(
                    "/api/v5/trade/batch-orders", 300, 2, USER_AND_INSTRUMENT, call -> null)
            .ofArray();
    private static final Route AMENDS = Route.post(
                    "/api/v5/trade/amend-batch-orders", 300, 2, USER_AND_INSTRUMENT, call -> null)
            .ofArray();
    private static final Route CANCELS = Route.post(
                    "/api/v5/trade/cancel-batch-orders", 300, 2, USER_AND_INSTRUMENT, call -> null)
            .ofArray();

    private final Quota quota = new Quota(true);
    private long nanos = 5;

    /** Returns the code of the refusal; 0 when the call was let in. */
    private String take(Route route, String... instIds) {
        List<Params> items = new ArrayList<>();
        for (String instId : instIds) {
            items.add(new Params(Map.of("instId", instId)));
        }
        return taken(
                route,
                route.array()
                        ? new Call(new Params(Map.of()), items, Map.of(), Instant.EPOCH, null)
                        : new Call(items.get(0), List.of(), Map.of(), Instant.EPOCH, null));
    }

    private String taken(Route route, Map<String, String> params) {
        return taken(route, new Call(new Params(params), List.of(), Map.of(), Instant.EPOCH, null));
    }

    private String taken(Route route, Call call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> quota.take(route, call, nanos));
        return refused == null ? "0" : refused.answer().code();
    }

    private String take(Route route, String instId, int items) {
        return take(route, Collections.nCopies(items, instId).toArray(String[]::new));
    }

    @Test
    void window_slides() {
        for (int i = 0; i < 60; i++) {
            assertThat(take(PLACE, "A-B-SWAP")).isEqualTo("0");
            nanos += Duration.ofMillis(10).toNanos();
        }
        assertThat(take(PLACE, "A-B-SWAP")).isEqualTo("50011");
        assertThat(take(PLACE, "C-B-SWAP")).isEqualTo("0");
        nanos = 5 + Duration.ofSeconds(2).toNanos() - 1;
        assertThat(take(PLACE, "A-B-SWAP")).isEqualTo("50011");
        nanos++;
        assertThat(take(PLACE, "A-B-SWAP")).isEqualTo("0");
        assertThat(take(PLACE, "A-B-SWAP")).isEqualTo("50011");
    }

    @Test
    void batch_countsEachOfItsOrders_orNoneWhenOneDoesNotFit() {
        for (int i = 0; i < 14; i++) {
            assertThat(take(BATCH, "A-B-SWAP", 20)).isEqualTo("0");
        }
        assertThat(take(BATCH, "C-B-SWAP", 20)).isEqualTo("0");
        assertThat(take(BATCH, "A-B-SWAP", 21)).isEqualTo("50011");
        assertThat(take(BATCH, "C-B-SWAP", 20)).isEqualTo("0");
        String[] mixed = Collections.nCopies(21, "A-B-SWAP").toArray(String[]::new);
        mixed[0] = "D-B-SWAP";
        assertThat(take(BATCH, mixed)).isEqualTo("0");
        mixed[1] = "D-B-SWAP";
        assertThat(take(BATCH, mixed)).isEqualTo("50011");
        // The refused batch has taken nothing of the instrument that had room.
        assertThat(take(BATCH, "D-B-SWAP", 299)).isEqualTo("0");
        assertThat(take(BATCH, "D-B-SWAP")).isEqualTo("50011");
    }

    @Test
    void options_ofAFamily_shareAWindow() {
        for (int i = 0; i < 60; i++) {
            assertThat(take(PLACE, "BTC-USD-250808-" + (100_000 + i) + "-C")).isEqualTo("0");
        }
        assertThat(take(PLACE, "BTC-USD-250815-90000-P")).isEqualTo("50011");
        assertThat(take(PLACE, "ETH-USD-250815-90000-P")).isEqualTo("0");
        assertThat(take(PLACE, "BTC-USD-250815")).isEqualTo("0");
    }

    @Test
    void options_lookedAtFromAnAddress_haveWindowsOfTheirOwn() {
        Route look = Route.get("/x", Route.Access.PUBLIC, 1, 2, IP_AND_INSTRUMENT, call -> null);
        assertThat(take(look, "BTC-USD-250808-100000-C")).isEqualTo("0");
        assertThat(take(look, "BTC-USD-250808-100000-P")).isEqualTo("0");
    }

    @Test
    void newAndAmendedOrders_ofAllInstruments_areAThousandInTwoSeconds() {
        for (String instId : List.of("A-B-SWAP", "C-B-SWAP", "D-B-SWAP")) {
            assertThat(take(BATCH, instId, 200)).isEqualTo("0");
            assertThat(take(AMENDS, instId, 133)).isEqualTo("0");
        }
        assertThat(take(AMENDS, "E-B-250808", 2)).isEqualTo("50061");
        assertThat(take(AMENDS, "E-B-250808", 1)).isEqualTo("0");
        assertThat(take(PLACE, "A-B-SWAP")).isEqualTo("50061");
        assertThat(take(BATCH, "A-B-SWAP")).isEqualTo("50061");
        // Spot is not counted, nor are cancels.
        assertThat(take(BATCH, "A-B", 300)).isEqualTo("0");
        assertThat(take(CANCELS, "A-B-SWAP", 300)).isEqualTo("0");
        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(take(PLACE, "A-B-SWAP")).isEqualTo("0");
    }

    @Test
    void ordersUnderProtection_areNotCountedTogether() {
        for (String instId : List.of("A-B-SWAP", "C-B-SWAP", "D-B-SWAP")) {
            assertThat(take(BATCH, instId, 300)).isEqualTo("0");
        }
        assertThat(take(BATCH, "E-B-SWAP", 100)).isEqualTo("0");
        String option = "BTC-USD-250808-100000-C";
        assertThat(taken(PLACE, Map.of("instId", option, "ordType", "limit"))).isEqualTo("50061");
        assertThat(taken(PLACE, Map.of("instId", option, "ordType", "mmp"))).isEqualTo("0");
        assertThat(taken(PLACE, Map.of("instId", option, "ordType", "mmp_and_post_only")))
                .isEqualTo("0");
    }

    @Test
    void refusedByTheCap_takesNothingOfTheInstrument() {
        for (String instId : List.of("A-B-SWAP", "C-B-SWAP", "D-B-SWAP")) {
            assertThat(take(BATCH, instId, 300)).isEqualTo("0");
        }
        assertThat(take(BATCH, "E-B-SWAP", 101)).isEqualTo("50061");
        assertThat(take(AMENDS, "E-B-SWAP", 100)).isEqualTo("0");
        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(take(BATCH, "E-B-SWAP", 300)).isEqualTo("0");
    }

    @Test
    void buckets_ofMadeUpInstruments_areForgotten() {
        Route once = Route.get("/x", Route.Access.READ, 1, 2, USER_AND_INSTRUMENT, call -> null);
        for (int i = 0; i < 5_000; i++) {
            assertThat(take(once, "I" + i)).isEqualTo("0");
        }
        Route user = Route.get("/y", Route.Access.READ, 1, 2, USER, call -> null);
        assertThat(take(user, "A")).isEqualTo("0");
        assertThat(take(user, "B")).isEqualTo("50011");
    }
}
