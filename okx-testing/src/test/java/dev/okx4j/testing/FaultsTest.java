package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which request a rule strikes. */
class FaultsTest {
    private static final String PLACE = "POST /api/v5/trade/order";
    private static final String TIME = "GET /api/v5/public/time";

    private final Faults faults = new Faults();

    @Test
    void nth_strikesThatOne_ofItsOwnRequestsOnly() {
        faults.on(PLACE).nth(2).then(Fault.refuse());

        assertThat(struck(PLACE, TIME, PLACE, PLACE)).containsExactly(null, null, "refuse()", null);
    }

    @Test
    void each_strikesAll_andIsWhatARuleDoesByItself() {
        faults.on("GET *").then(Fault.empty(Effect.NONE));

        assertThat(struck(TIME, PLACE, TIME)).containsExactly("empty(NONE)", null, "empty(NONE)");
    }

    @Test
    void oneIn_strikesItsShare_theSameForASeed() {
        faults.on("*").oneIn(4, Entropy.seeded(11)).then(Fault.blackhole());
        List<String> first = struck(IntStream.range(0, 400).mapToObj(i -> PLACE).toArray(String[]::new));

        faults.clear();
        faults.on("*").oneIn(4, Entropy.seeded(11)).then(Fault.blackhole());

        assertThat(struck(IntStream.range(0, 400).mapToObj(i -> PLACE).toArray(String[]::new)))
                .isEqualTo(first);
        assertThat(first.stream().filter(name -> name != null).count()).isBetween(60L, 140L);
    }

    @Test
    void firstRule_winsOverTheSecond_andBothCount() {
        faults.on(PLACE).nth(1).then(Fault.blackhole()).on("*").nth(2).then(Fault.refuse());

        assertThat(struck(PLACE, PLACE, PLACE)).containsExactly("blackhole()", "refuse()", null);
    }

    @Test
    void pattern_isNoRegularExpression_andMatchesTheWhole() {
        faults.on("POST /api/v5/trade/.rder").then(Fault.refuse());
        faults.on("POST /api/v5/trade/orde").then(Fault.refuse());

        assertThat(struck(PLACE)).containsExactly((String) null);
    }

    @Test
    void clear_forgetsRulesAndHistory_andEndsABan() {
        faults.on(PLACE).then(Fault.ban(Duration.ofDays(1)));
        assertThat(struck(PLACE)).doesNotContainNull();
        assertThat(faults.seen()).hasSize(2);

        faults.clear();

        assertThat(faults.seen()).isEmpty();
        assertThat(struck(PLACE)).containsExactly((String) null);
    }

    @Test
    void rule_thatMakesNoSense_isRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> faults.on("*").nth(0));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.on("*").oneIn(0, Entropy.seeded(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.resetAt(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.truncate(-1, Effect.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.drip(0, Effect.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(100, Effect.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofSeconds(1), Effect.NONE));
        FaultRule rule = faults.on("*");
        rule.then(Fault.refuse());
        assertThatIllegalStateException().isThrownBy(() -> rule.then(Fault.refuse()));
    }

    @Test
    void everyFault_isCalledAsItIsMade() {
        assertThat(List.of(
                        Fault.resetBefore(),
                        Fault.resetAt(3),
                        Fault.silence(Effect.FILLED),
                        Fault.code("50004", Effect.ACCEPTED),
                        Fault.truncate(7, Effect.NONE),
                        Fault.itemsShuffled(),
                        Fault.skew(Duration.ofSeconds(-5)),
                        Fault.limiterFull()))
                .extracting(Fault::toString)
                .containsExactly(
                        "resetBefore()",
                        "resetAt(3)",
                        "silence(FILLED)",
                        "code(50004, ACCEPTED)",
                        "truncate(7, NONE)",
                        "itemsShuffled()",
                        "skew(PT-5S)",
                        "limiterFull(429)");
    }

    private List<String> struck(String... operations) {
        List<String> names = new ArrayList<>();
        for (String operation : operations) {
            Fault fault = faults.strike(operation, -5).fault();
            names.add(fault == null ? null : fault.toString());
        }
        return names;
    }
}
