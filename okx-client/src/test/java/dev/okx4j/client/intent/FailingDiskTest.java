package dev.okx4j.client.intent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.FaultyDisk;
import dev.okx4j.client.fixture.FaultyDisk.Fault;
import dev.okx4j.client.fixture.FaultyDisk.Tear;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A client places 30 orders, and cancels some, while one operation of the disk fails: each of them in turn, in every way. No
 * order leaves unless the disk holds its intent, no cancel is held up, and the next run knows every order that left.
 */
@NullUnmarked
class FailingDiskTest {
    private static final Path FOLDER = Path.of("journal");
    private static final int ORDERS = 30;
    private static final PrintStream STDERR = System.err;

    private final VirtualTime time = new VirtualTime();
    private final FaultyDisk disk = new FaultyDisk(time);
    private final Set<String> placed = new LinkedHashSet<>();
    private int cancelled;

    /** Hundreds of runs that fail would say so in hundreds of thousands of lines. */
    @BeforeEach
    void keepTheLogQuiet() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    }

    @AfterEach
    void letTheLogSpeak() {
        System.setErr(STDERR);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anyOperationFailing_losesNoOrder_andHoldsUpNoCancel(Fault fault) throws IOException {
        int n = 0;
        boolean struck = true;
        while (struck) {
            n++;
            FailingDiskTest run = new FailingDiskTest();
            run.disk.fail(n, fault);
            String what = fault + " at operation " + n;
            run.run(what);
            struck = run.disk.operations() >= n;
            run.restart(what, n % 2 == 0 ? null : Tear.values()[n / 2 % Tear.values().length]);
        }
        assertThat(n).as("operations of a run").isGreaterThan(ORDERS * 4);
    }

    private void run(String what) {
        FileJournal journal;
        try {
            journal = FileJournal.open(disk, FOLDER);
        } catch (IOException e) {
            return; // no client, no order
        }
        try (OkxClient client = client(journal)) {
            for (int i = 0; i < ORDERS; i++) {
                Outcome<OrderAck> outcome = client.trade().placeOrder(order());
                boolean left = placed.contains(outcome.clOrdId());
                if (left ? !(outcome instanceof Outcome.Confirmed) : !notJournalled(outcome)) {
                    throw new AssertionError(what + ": order " + i + (left ? " left: " : " did not leave: ") + outcome);
                }
                if (i % 5 == 0) {
                    cancel(client, what);
                }
            }
        }
        assertThat(cancelled).as(what).isEqualTo(ORDERS / 5);
    }

    private static boolean notJournalled(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotSent<?> notSent && notSent.cause() == Cause.JOURNAL;
    }

    private static void cancel(OkxClient client, String what) {
        Outcome<OrderAck> outcome = client.trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .instId("BTC-USDT")
                        .ordId("312")
                        .build());
        assertThat(outcome).as(what).isInstanceOf(Outcome.Confirmed.class);
    }

    private void restart(String what, Tear tear) throws IOException {
        if (tear == null) {
            disk.kill();
        } else {
            disk.losePower(tear);
        }
        FileJournal journal = FileJournal.open(disk, FOLDER);
        assertThat(journal.refusal()).as(what).isNull();
        Set<String> known = new HashSet<>();
        Set<String> decided = new HashSet<>();
        for (Path file : disk.list(FOLDER)) {
            AppendLog.open(disk, file, line -> note(line, known, decided)).close();
        }
        assertThat(known).as(what + ": every order that left is known").containsAll(placed);
        Set<String> open = new HashSet<>();
        journal.open().forEach(each -> open.add(each.intent().clOrdId()));
        for (String order : placed) {
            assertThat(open.contains(order)).as(what + ": open unless decided").isEqualTo(!decided.contains(order));
        }
    }

    private static void note(byte[] line, Set<String> known, Set<String> decided) {
        Map<?, ?> tree = (Map<?, ?>) Json.parse(line);
        String id = String.valueOf(tree.get("clOrdId"));
        if (tree.containsKey("intent")) {
            known.add(id);
        } else if (tree.containsKey("outcome")) {
            decided.add(id);
        }
    }

    private OkxClient client(IntentJournal journal) {
        return OkxClient.builder()
                .wire(this::exchange)
                .clock(time)
                .waits(time)
                .entropy(Entropy.seeded(7))
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                .gate(WriteGate.open())
                .journal(journal)
                .build();
    }

    private static PlaceOrderRequest order() {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT")
                .tdMode(TdMode.cash)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(BigDecimal.ONE)
                .px(BigDecimal.TEN)
                .build();
    }

    private WireResponse exchange(WireRequest request) {
        if (request.method().equals("GET")) {
            String now = String.valueOf(time.now().toEpochMilli());
            return ScriptedWire.json(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + now + "\"}]}");
        }
        Map<?, ?> body = (Map<?, ?>) Json.parse(request.body());
        String id = String.valueOf(body.get("clOrdId"));
        if (request.target().endsWith("/cancel-order")) {
            cancelled++;
        } else {
            if (!isOnDisk(id)) {
                throw new AssertionError("order " + id + " leaves, and the disk does not hold it");
            }
            placed.add(id);
        }
        return ScriptedWire.json(
                200,
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"312\",\"clOrdId\":\"" + id
                        + "\",\"tag\":\"\",\"ts\":\"1\",\"sCode\":\"0\",\"sMsg\":\"\"}],\"inTime\":\"1\",\"outTime\":\"2\"}");
    }

    private boolean isOnDisk(String id) {
        for (int file = 1; file <= 2; file++) {
            if (new String(disk.onDisk(FOLDER.resolve("orders-" + file + ".log")), UTF_8).contains(id)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void diskThatFailedForAWhile_holdsUpNoOrderAfterwards() throws IOException {
        FileJournal journal = FileJournal.open(disk, FOLDER);
        disk.fail(1, Fault.NO_SPACE);
        try (OkxClient client = client(journal)) {
            Outcome<OrderAck> refused = client.trade().placeOrder(order());
            assertThat(notJournalled(refused)).isTrue();
            assertThat(client.trade().placeOrder(order())).isInstanceOf(Outcome.Confirmed.class);
        }
    }
}
