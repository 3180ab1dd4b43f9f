package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.AdvanceType;
import dev.okx4j.paper.venue.Aggressiveness;
import dev.okx4j.paper.venue.AlgoTicket;
import dev.okx4j.paper.venue.AlgoTicketBuilder;
import dev.okx4j.paper.venue.AlgoType;
import dev.okx4j.paper.venue.AttachedAlgo;
import dev.okx4j.paper.venue.AttachedAlgoBuilder;
import dev.okx4j.paper.venue.AttachedChangeBuilder;
import dev.okx4j.paper.venue.ChaseType;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.CommandAmendAlgoBuilder;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.PriceType;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TargetCcy;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class PaperAccountTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Scenario scenario;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        scenario = Scenario.named(Scenario.DEFAULT);
    }

    @Test
    void commandText_ofEveryCommand_readsBackEqual() {
        for (Command command : commands()) {
            assertThat(CommandText.read(CommandText.write(command))).isEqualTo(command);
        }
        Command reset = new Command.Reset(Instant.parse("2026-08-18T00:00:00Z"), Map.of("USDT", BigDecimal.ONE));
        assertThat(CommandText.read(CommandText.write(reset))).isEqualTo(reset);
        Command behind = new Command.Reset(null, Map.of("USDT", BigDecimal.ONE))
                .after(new Command.Past(new BigDecimal("1537284096000000001"), BigDecimal.TEN));
        assertThat(CommandText.read(CommandText.write(behind))).isEqualTo(behind);
        for (Command command : List.of(
                new Command.MassCancel("BTC-USD", Duration.ofMillis(1500)),
                new Command.SetProtection("BTC-USD", Duration.ofMillis(1), Duration.ZERO, BigDecimal.ONE),
                new Command.ResetProtection("BTC-USD"))) {
            assertThat(CommandText.read(CommandText.write(command))).isEqualTo(command);
        }
        Command plain = new Command.Reset(null, Map.of());
        assertThat(CommandText.read(CommandText.write(plain))).isEqualTo(plain);
    }

    @Test
    void open_again_hasTheSameState_toTheByte() throws IOException {
        List<String> digests = new ArrayList<>();
        for (Command command : commands()) {
            try (PaperAccount account = PaperAccount.open(scenario, folder)) {
                if (!digests.isEmpty()) {
                    assertThat(account.read(Venue::digest)).isEqualTo(digests.get(digests.size() - 1));
                }
                assertThat(account.apply(command)).as(command.toString()).isNotInstanceOf(Reply.Refused.class);
                digests.add(account.read(Venue::digest));
            }
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void open_journalCutAtEveryByteOfTheLastRecord_hasTheStateBefore() throws IOException {
        String before;
        String after;
        long sizeBefore;
        Path journal = folder.resolve("journal.log");
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(commands().get(0));
            before = account.read(Venue::digest);
            sizeBefore = Files.size(journal);
            account.apply(commands().get(1));
            after = account.read(Venue::digest);
        }
        byte[] whole = Files.readAllBytes(journal);
        for (int cut = (int) sizeBefore; cut <= whole.length; cut++) {
            Files.write(journal, Arrays.copyOf(whole, cut));
            try (PaperAccount account = PaperAccount.open(scenario, folder)) {
                assertThat(account.read(Venue::digest))
                        .as("cut at byte %d of %d", cut, whole.length)
                        .isEqualTo(cut == whole.length ? after : before);
            }
        }
    }

    @Test
    void open_damageInTheMiddle_refusesAndSaysWhere() throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            commands().forEach(account::apply);
        }
        Path journal = folder.resolve("journal.log");
        byte[] damaged = Files.readAllBytes(journal);
        damaged[damaged.length / 2] ^= 1;
        Files.write(journal, damaged);
        assertThatThrownBy(() -> PaperAccount.open(scenario, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("journal.log is damaged");
    }

    @Test
    void refusedCommand_isNotJournalled_andChangesNothing() throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            String before = account.read(Venue::digest);
            long size = Files.size(folder.resolve("journal.log"));
            assertThat(account.apply(new Command.Cancel("BTC-USDT-SWAP", "1", null)))
                    .isInstanceOf(Reply.Refused.class);
            assertThat(account.read(Venue::digest)).isEqualTo(before);
            assertThat(Files.size(folder.resolve("journal.log"))).isEqualTo(size);
            assertThat(account.revision()).isZero();
        }
    }

    @Test
    void reset_compactsTheJournal_toTheSameState() throws IOException {
        String digest;
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            commands().forEach(account::apply);
            long size = Files.size(folder.resolve("journal.log"));
            account.apply(new Command.Reset(null, Map.of("USDT", new BigDecimal("770"))));
            assertThat(Files.size(folder.resolve("journal.log"))).isLessThan(size / 2);
            account.apply(commands().get(1));
            digest = account.read(Venue::digest);
        }
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            assertThat(account.read(Venue::digest)).isEqualTo(digest);
            assertThat(account.revision()).isEqualTo(2);
        }
    }

    @Test
    void reset_andOpenedAgain_givesNoIdThatWasGivenBefore() throws IOException {
        String before;
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            before = ((Reply.Placed) account.apply(commands().get(1))).ordId();
            account.apply(new Command.Reset(null, Map.of("USDT", new BigDecimal("770"))));
            account.apply(new Command.Reset(null, Map.of("USDT", new BigDecimal("770"))));
        }
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            String after = ((Reply.Placed) account.apply(commands().get(1))).ordId();
            assertThat(Long.parseLong(after)).isGreaterThan(Long.parseLong(before));
            assertThat(account.read(Venue::fills).get(0).tradeId()).isEqualTo("2");
        }
    }

    @Test
    void expire_isJournalledAsACommand_soThatReplayGivesTheSameState() throws IOException {
        String digest;
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(commands().get(3));
            account.apply(new Command.CancelAllAfter(null, NOON));
            account.expire(NOON.minusMillis(1));
            assertThat(account.read(Venue::openOrders)).hasSize(1);
            account.expire(NOON.plusSeconds(5));
            assertThat(account.read(Venue::openOrders)).isEmpty();
            assertThat(account.revision()).isEqualTo(3);
            account.expire(NOON.plusSeconds(6));
            assertThat(account.revision()).isEqualTo(3);
            digest = account.read(Venue::digest);
        }
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            assertThat(account.read(Venue::digest)).isEqualTo(digest);
        }
    }

    @Test
    void reset_refused_keepsTheAccount() throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(commands().get(1));
            String before = account.read(Venue::digest);
            assertThat(account.apply(new Command.Reset(Instant.EPOCH, Map.of())))
                    .isInstanceOf(Reply.Refused.class);
            assertThat(account.read(Venue::digest)).isEqualTo(before);
        }
    }

    @Test
    void open_onOtherData_isRefused(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("instruments.json"), "[]");
        Files.writeString(other.resolve("manifest.json"), """
                {"schema":1,"id":"other","title":"t","start":"2026-08-01T00:00:00Z","begin":"2026-08-01T00:00:00Z",
                 "end":"2026-08-02T00:00:00Z","instruments":"instruments.json","candles":[],"funding":[]}""");
        PaperAccount.open(scenario, folder).close();
        Scenario another = Scenario.named(other.toString());
        assertThatThrownBy(() -> PaperAccount.open(another, folder)).hasMessageContaining("scenario august-2026");
    }

    @Test
    void close_thenUse_isRefused() throws IOException {
        PaperAccount account = PaperAccount.open(scenario, folder);
        account.close();
        assertThatThrownBy(() -> account.read(Venue::now)).isInstanceOf(IllegalStateException.class);
    }

    static List<Command> commands() {
        return List.of(
                new Command.SetLeverage("BTC-USDT-SWAP", TradeMode.CROSS, new BigDecimal("3")),
                new Command.Place(OrderTicketBuilder.builder()
                        .instId("NVDA-USDT-SWAP")
                        .tdMode(TradeMode.ISOLATED)
                        .side(Side.BUY)
                        .ordType(OrderType.MARKET)
                        .sz(new BigDecimal("0.5"))
                        .clOrdId("first")
                        .tag("t")
                        .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                                .slTriggerPx(new BigDecimal("214.3"))
                                .slTriggerPxType(PriceType.LAST)
                                .slOrdPx(new BigDecimal("-1"))
                                .build()))
                        .build()),
                new Command.Place(OrderTicketBuilder.builder()
                        .instId("XNVDA-USDT")
                        .tdMode(TradeMode.CASH)
                        .side(Side.BUY)
                        .ordType(OrderType.MARKET)
                        .sz(new BigDecimal("50"))
                        .tgtCcy(TargetCcy.QUOTE_CCY)
                        .attachAlgoOrds(List.of())
                        .build()),
                new Command.Place(OrderTicketBuilder.builder()
                        .instId("BTC-USDT-SWAP")
                        .tdMode(TradeMode.CROSS)
                        .side(Side.BUY)
                        .ordType(OrderType.LIMIT)
                        .px(new BigDecimal("60000"))
                        .sz(new BigDecimal("0.1"))
                        .clOrdId("resting")
                        .attachAlgoOrds(List.of())
                        .build()),
                new Command.PlaceAlgo(AlgoTicketBuilder.builder()
                        .instId("NVDA-USDT-SWAP")
                        .tdMode(TradeMode.ISOLATED)
                        .side(Side.SELL)
                        .ordType(AlgoType.OCO)
                        .sz(new BigDecimal("0.1"))
                        .algoClOrdId("algo")
                        .reduceOnly(true)
                        .tpTriggerPx(new BigDecimal("300"))
                        .tpOrdPx(new BigDecimal("-1"))
                        .slTriggerPx(new BigDecimal("150"))
                        .slOrdPx(new BigDecimal("-1"))
                        .build()),
                new Command.Advance(Instant.parse("2026-08-18T11:11:11Z"), false),
                CommandAmendAlgoBuilder.builder()
                        .instId("NVDA-USDT-SWAP")
                        .algoClOrdId("algo")
                        .reqId("r1")
                        .newSz(new BigDecimal("0.2"))
                        .newTpTriggerPx(new BigDecimal("310"))
                        .newTpTriggerPxType(PriceType.MARK)
                        .build(),
                new Command.CancelAlgo("NVDA-USDT-SWAP", null, "algo"),
                new Command.Amend(
                        "BTC-USDT-SWAP",
                        null,
                        "resting",
                        new BigDecimal("0.2"),
                        new BigDecimal("60001"),
                        "r2",
                        true,
                        false),
                new Command.Place(OrderTicketBuilder.builder()
                        .instId("BTC-USDT-SWAP")
                        .tdMode(TradeMode.CROSS)
                        .side(Side.BUY)
                        .ordType(OrderType.LIMIT)
                        .px(new BigDecimal("60000"))
                        .sz(new BigDecimal("0.2"))
                        .clOrdId("split")
                        .attachAlgoOrds(List.of(
                                profit("tp1", "63000"),
                                profit("tp2", "64000"),
                                AttachedAlgoBuilder.builder()
                                        .attachAlgoClOrdId("sl")
                                        .slTriggerRatio(new BigDecimal("-0.05"))
                                        .slOrdPx(new BigDecimal("-1"))
                                        .amendPxOnTriggerType(true)
                                        .build()))
                        .build()),
                new Command.Amend(
                        "BTC-USDT-SWAP",
                        null,
                        "split",
                        null,
                        null,
                        null,
                        false,
                        false,
                        List.of(AttachedChangeBuilder.builder()
                                .attachAlgoClOrdId("tp2")
                                .newTpTriggerPx(new BigDecimal("64500"))
                                .build())),
                new Command.PlaceAlgo(algo(AlgoType.TRIGGER)
                        .triggerPx(new BigDecimal("60000"))
                        .triggerPxType(PriceType.INDEX)
                        .advanceOrdType(AdvanceType.CHASE)
                        .chasing(new AlgoTicket.Chasing(
                                ChaseType.RATIO, new BigDecimal("0.001"), ChaseType.DISTANCE, BigDecimal.TEN))
                        .attachAlgoOrds(List.of())
                        .build()),
                new Command.PlaceAlgo(algo(AlgoType.TWAP)
                        .slicing(new AlgoTicket.Slicing(
                                new BigDecimal("0.05"),
                                new BigDecimal("99999"),
                                new BigDecimal("0.01"),
                                null,
                                new BigDecimal("600"),
                                null,
                                null))
                        .build()),
                new Command.PlaceAlgo(algo(AlgoType.SMART_ICEBERG)
                        .slicing(new AlgoTicket.Slicing(
                                new BigDecimal("0.05"),
                                new BigDecimal("99999"),
                                null,
                                null,
                                null,
                                BigDecimal.ONE,
                                Aggressiveness.MID))
                        .build()),
                new Command.Advance(Instant.parse("2026-08-18T16:00:00Z"), false),
                new Command.Transfer("USDT", new BigDecimal("100"), false, "moved"),
                new Command.Transfer("USDT", new BigDecimal("40.5"), true, null),
                new Command.ClosePosition("NVDA-USDT-SWAP", TradeMode.ISOLATED, "closing", "t", true),
                new Command.CancelAllAfter("bot", NOON),
                new Command.CancelAllAfter(null, NOON.plusSeconds(10)),
                new Command.CancelAllAfter("bot", null),
                new Command.Cancel("BTC-USDT-SWAP", null, "resting"),
                new Command.Deposit("USDT", new BigDecimal("12.34")),
                new Command.CancelAll("", NOON.plusSeconds(10)),
                new Command.Advance(Instant.parse("2026-08-22T13:40:00Z"), true));
    }

    private static AttachedAlgo profit(String id, String px) {
        return AttachedAlgoBuilder.builder()
                .attachAlgoClOrdId(id)
                .tpTriggerPx(new BigDecimal(px))
                .tpOrdPx(new BigDecimal("-1"))
                .sz(new BigDecimal("0.1"))
                .build();
    }

    private static AlgoTicketBuilder algo(AlgoType type) {
        return AlgoTicketBuilder.builder()
                .instId("BTC-USDT-SWAP")
                .tdMode(TradeMode.CROSS)
                .side(Side.BUY)
                .ordType(type)
                .sz(new BigDecimal("0.2"));
    }
}
