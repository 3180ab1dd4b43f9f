package dev.okx4j.testing.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.testing.prove.check.Happened.Answered;
import dev.okx4j.testing.prove.check.Happened.Arrived;
import dev.okx4j.testing.prove.check.Happened.Asked;
import dev.okx4j.testing.prove.check.Happened.Banned;
import dev.okx4j.testing.prove.check.Happened.Decided;
import dev.okx4j.testing.prove.check.Happened.Kept;
import dev.okx4j.testing.prove.check.Happened.Killed;
import dev.okx4j.testing.prove.check.Happened.Left;
import dev.okx4j.testing.prove.check.Happened.Measured;
import dev.okx4j.testing.prove.check.Happened.Reopened;
import dev.okx4j.testing.prove.check.Happened.Started;
import dev.okx4j.testing.prove.check.Happened.Told;
import dev.okx4j.testing.prove.check.Happened.Truth;
import dev.okx4j.testing.prove.check.Happened.Viewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge, on histories made by hand. */
class CheckerTest {
    private static final String PATH = "/api/v5/trade/order";
    private static final String BODY = "{\"instId\":\"BTC-USDT-SWAP\",\"tag\":\"o1\",\"clOrdId\":\"c1\"}";
    private static final String TAKEN =
            "{\"code\":\"0\",\"data\":[{\"sCode\":\"0\",\"ordId\":\"77\",\"clOrdId\":\"c1\"}]}";
    private static final String MASS_CANCEL = "/api/v5/trade/mass-cancel";
    private static final String FAMILY = "{\"instType\":\"OPTION\",\"instFamily\":\"BTC-USD\"}";
    private static final Map<String, String> EXPIRES = Map.of("expTime", "5000");

    private final List<Happened> history = new ArrayList<>();

    @Test
    void orderTakenOnce_andToldSo_isSound() {
        asked();
        left(1, true);
        arrived(1, 100);
        told("Confirmed", "77");

        assertThat(broken()).isEmpty();
    }

    @Test
    void orderTakenTwice_isI2() {
        asked();
        left(1, true);
        arrived(1, 100);
        answered(1, 0, "SocketException", "");
        left(2, true);
        arrived(2, 200);
        told("Confirmed", "77");

        assertThat(broken()).contains("I2", "I5");
    }

    @Test
    void orderTaken_andToldAsRefused_isI3() {
        asked();
        left(1, true);
        arrived(1, 100);
        told("Rejected", "");

        assertThat(broken()).containsExactly("I3");
    }

    @Test
    void orderNeverTaken_andToldAsConfirmed_isI3() {
        asked();
        left(1, true);
        told("Confirmed", "77");

        assertThat(broken()).containsExactly("I3");
    }

    @Test
    void orderLeftUnknown_isI1_untilTheJournalDecides() {
        asked();
        history.add(new Kept(0, 1, "intent", "tag o1", "c1", 1));
        left(1, true);
        arrived(1, 100);
        history.add(new Told(1, 1, 0, "Unknown", "", "c1", "", "intent", false));

        assertThat(broken()).containsExactly("I1");

        history.add(new Decided(2, "intent", "Confirmed", "", false));

        assertThat(broken()).isEmpty();
    }

    @Test
    void wordThatTheDiskLost_bindsNobody_unlessItWasTold() {
        asked();
        history.add(new Kept(0, 1, "intent", "tag o1", "c1", 1));
        left(1, true);
        arrived(1, 100);
        history.add(new Decided(0, "intent", "NotSent", "BLOCKED", false));
        history.add(new Killed(0, 1));
        history.add(new Started(1, 2, 1));
        history.add(new Reopened(1, 2, "intent", false));
        history.add(new Decided(2, "intent", "Confirmed", "", false));

        assertThat(broken()).isEmpty();

        history.add(1, new Told(0, 1, 0, "NotSent", "BLOCKED", "c1", "", "", false));

        assertThat(broken()).contains("I1");
    }

    @Test
    void massCancelTold_asConfirmed_isSoundWhenTheExchangeTookItAndNothingIsOpen() {
        massCancel();
        history.add(new Truth(2, "protected", "{\"code\":\"0\",\"data\":[]}"));
        assertThat(broken()).containsExactly("I3");

        history.add(massCancelArrived(1));
        history.add(massCancelArrived(2));
        assertThat(broken()).as("it may be taken twice").isEmpty();

        history.add(new Truth(2, "protected", "{\"code\":\"0\",\"data\":[{\"ordId\":\"7\"}]}"));
        assertThat(broken()).containsExactly("I3");
    }

    private void massCancel() {
        history.add(new Asked(0, 1, 0, "mass-cancel", "mass-cancel BTC-USD", "", false));
        for (int number = 1; number <= 2; number++) {
            history.add(new Left(0, number, 1, "POST", MASS_CANCEL, "", Map.of(), FAMILY, 0, true));
        }
        history.add(new Told(1, 1, 0, "Confirmed", "", "", "", "", false));
    }

    private static Arrived massCancelArrived(int number) {
        return new Arrived(
                0,
                number,
                0,
                100,
                "POST",
                MASS_CANCEL,
                Map.of(),
                FAMILY,
                "{\"code\":\"0\",\"data\":[{\"result\":true}]}");
    }

    @Test
    void orderThatLeftBeforeItWasKept_isI4() {
        asked();
        left(1, false);
        arrived(1, 100);
        told("Confirmed", "77");

        assertThat(broken()).containsExactly("I4");
    }

    @Test
    void secondLeaving_isAllowedOnlyAfterAnAnswerThatProvesNothingHappened() {
        asked();
        left(1, true);
        answered(1, 200, "", "{\"code\":\"50011\",\"data\":[]}");
        left(2, true);
        arrived(2, 200);
        told("Confirmed", "77");

        assertThat(broken()).isEmpty();
    }

    @Test
    void orderTakenAfterItsTime_isI6() {
        asked();
        left(1, true);
        arrived(1, 5_001);
        told("Confirmed", "77");

        assertThat(broken()).containsExactly("I6");
    }

    @Test
    void moneyThatTheBillsDoNotExplain_isI7() {
        history.add(new Truth(0, "bills", "{\"code\":\"0\",\"data\":[{\"ccy\":\"USDT\",\"balChg\":\"10\"}]}"));
        history.add(new Truth(
                0, "balances", "{\"code\":\"0\",\"data\":[{\"details\":[{\"ccy\":\"USDT\",\"cashBal\":\"11\"}]}]}"));

        assertThat(broken()).containsExactly("I7");
    }

    @Test
    void viewThatDiffers_isI8() {
        history.add(new Viewed(
                0, "orders", "[{\"ordId\":\"1\",\"sz\":\"2.0\"}]", "{\"data\":[{\"ordId\":\"1\",\"sz\":\"2\"}]}"));

        assertThat(broken()).isEmpty();

        history.add(new Viewed(
                0, "orders", "[{\"ordId\":\"1\",\"sz\":\"3\"}]", "{\"data\":[{\"ordId\":\"1\",\"sz\":\"2\"}]}"));

        assertThat(broken()).containsExactly("I8");
    }

    @Test
    void fourthRequestInAMinuteOfABan_isI11() {
        history.add(new Banned(0, 60_000));
        for (int i = 0; i < 3; i++) {
            left(i, true);
        }

        assertThat(broken()).contains("I11");
    }

    @Test
    void measureAboveItsBound_isI15() {
        history.add(new Measured(0, "open intents", 2, 1));

        assertThat(broken()).containsExactly("I15");
    }

    private void asked() {
        history.add(new Asked(0, 1, 0, "place-limit", "tag o1", "BTC-USDT-SWAP", true));
    }

    private void left(int number, boolean onDisk) {
        history.add(new Left(0, number, 1, "POST", PATH, "", EXPIRES, BODY, 0, onDisk));
    }

    private void answered(int number, int status, String failure, String body) {
        history.add(new Answered(0, number, status, failure, body));
    }

    private void arrived(int number, long exchangeMillis) {
        history.add(new Arrived(0, number, 0, exchangeMillis, "POST", PATH, EXPIRES, BODY, TAKEN));
    }

    private void told(String fate, String serverId) {
        history.add(new Told(1, 1, 0, fate, "", "c1", serverId, "", false));
    }

    private List<String> broken() {
        return Checker.check(history, true).stream()
                .map(Violation::invariant)
                .distinct()
                .toList();
    }
}
