package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.market.BookLevel;
import dev.okx4j.client.stream.book.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class OrderBookTest {
    private static final long TS = 1_597_026_383_085L;

    private final FakeSource source = new FakeSource();
    private final VirtualTime time = new VirtualTime();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean preOpen;
    private OrderBook book = open(Depth.BOOKS);

    private OrderBook open(Depth depth) {
        return new OrderBook(source, "BTC-USDT", depth, time, tasks::add, () -> preOpen);
    }

    private static String row(String asks, String bids, long prevSeqId, long seqId, String more) {
        return "\"data\":[{\"asks\":[" + asks + "],\"bids\":[" + bids + "],\"ts\":\"" + (TS + Math.abs(seqId))
                + "\",\"prevSeqId\":" + prevSeqId + ",\"seqId\":" + seqId + more + "}]}";
    }

    private static String level(String px, String sz) {
        return "[\"" + px + "\",\"" + sz + "\",\"0\",\"1\"]";
    }

    private static String snapshot(long seqId) {
        return "{\"action\":\"snapshot\"," + row(level("101", "1"), level("99", "2"), -1, seqId, ",\"checksum\":0");
    }

    private static String change(long prevSeqId, long seqId) {
        return change("", level("99", Long.toString(Math.abs(seqId))), prevSeqId, seqId, "");
    }

    private static String change(String asks, String bids, long prevSeqId, long seqId, String more) {
        return "{\"action\":\"update\"," + row(asks, bids, prevSeqId, seqId, more);
    }

    private static String keepAlive(long seqId) {
        return change("", "", seqId, seqId, "");
    }

    private void follow(long seqId) {
        source.live();
        source.push(snapshot(seqId));
        assertFresh(seqId);
    }

    private void assertFresh(long seqId) {
        BookView view = book.now();
        assertThat(view.stale()).as(view.reason()).isFalse();
        assertThat(view.reason()).isEmpty();
        assertThat(view.seqId()).isEqualTo(seqId);
        assertThat(view.ts()).isEqualTo(Instant.ofEpochMilli(TS + seqId));
    }

    private void assertStale(String reason) {
        assertThat(book.now().stale()).isTrue();
        assertThat(book.now().reason()).isEqualTo(reason);
    }

    @Test
    void now_beforeAnything_isStaleAndEmpty() {
        BookView view = book.now();
        assertThat(view.stale()).isTrue();
        assertThat(view.reason()).isEqualTo("Connecting");
        assertThat(view.bids()).isEmpty();
        assertThat(view.bestBid()).isNull();
        assertThat(view.bestAsk()).isNull();
        assertThat(view.mid()).isNull();
        assertThat(view.seqId()).isNull();
        assertThat(view.ts()).isNull();
        source.live();
        assertStale("Waiting for the snapshot");
    }

    @Test
    void now_afterSnapshot_isTheBookWithItsExactMiddle() {
        source.live();
        source.push("{\"action\":\"snapshot\","
                + row(
                        level("100.05", "1") + "," + level("101", "3"),
                        level("100", "2") + "," + level("99", "1"),
                        -1,
                        4,
                        ""));
        BookView view = book.now();
        assertThat(view.bestBid()).isEqualTo(new BookLevel(new BigDecimal("100"), new BigDecimal("2"), "0", 1));
        assertThat(view.bestAsk()).isEqualTo(new BookLevel(new BigDecimal("100.05"), new BigDecimal("1"), "0", 1));
        assertThat(view.mid()).isEqualByComparingTo("100.025");
        assertThat(view.bids()).hasSize(2);
        assertThat(view.depth(1).bids()).containsExactly(view.bestBid());
        assertThat(view.depth(1).asks()).containsExactly(view.bestAsk());
        assertThat(view.depth(9).asks()).hasSize(2);
        assertThat(view.age()).isZero();
    }

    @Test
    void d10_missingPush_isStaleAtOnceAndAskedForOnce_andShowsTheLastGoodBook() {
        follow(10);
        source.push(change(10, 11));
        source.push(change(12, 13));
        assertStale("A push is missing");
        assertThat(book.now().seqId()).isEqualTo(11L);
        assertThat(book.now().bestBid().sz()).isEqualByComparingTo("11");
        source.push(change(13, 14));
        source.push(change(15, 16));
        assertThat(source.renewed).containsExactly("A push is missing");
        assertThat(book.resyncs()).isEqualTo(1);

        source.stale("Asking anew");
        assertStale("Asking anew");
        source.live();
        assertStale("Waiting for the snapshot");
        source.push(snapshot(20));
        assertFresh(20);
        source.push(change(20, 21));
        assertFresh(21);
        assertThat(source.renewed).hasSize(1);
    }

    @Test
    void d10_brokenAgainAfterEachSnapshot_isAskedForOncePerBreak() {
        for (int i = 1; i <= 5; i++) {
            follow(10);
            source.push(change(99, 100));
            source.push(change(100, 101));
            assertThat(source.renewed).hasSize(i);
        }
        assertThat(book.resyncs()).isEqualTo(5);
    }

    @Test
    void d10_brokenAgainAfterASnapshotThatCameByItself_isAskedForAgain() {
        follow(10);
        source.push(change(20, 21));
        source.push(snapshot(30));
        assertFresh(30);
        source.push(change(40, 41));
        assertThat(source.renewed).hasSize(2);
    }

    @Test
    void d10_askedForAndAcknowledgedButNoSnapshot_isAskedForAgain() {
        follow(10);
        source.push(change(20, 21));
        source.live();
        time.advance(Duration.ofSeconds(11));
        assertThat(book.now().stale()).isTrue();
        assertThat(source.renewed).containsExactly("A push is missing", "No snapshot came");
    }

    @Test
    void d10_samePushTwice_isNoGap() {
        follow(10);
        source.push(change(10, 11));
        source.push(change(10, 11));
        source.push(change(11, 12));
        assertFresh(12);
        assertThat(source.renewed).isEmpty();
    }

    @Test
    void d10_pushesSwapped_areAGap() {
        follow(10);
        source.push(change(11, 12));
        source.push(change(10, 11));
        assertStale("A push is missing");
        assertThat(book.now().seqId()).isEqualTo(10L);
    }

    @Test
    void d10_pushWithNeitherNumberNorChecksum_isNotBelieved() {
        source.live();
        source.push("{\"action\":\"snapshot\",\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\"}]}");
        source.push("{\"action\":\"update\",\"data\":[{\"asks\":[" + level("5", "1") + "],\"bids\":[],\"ts\":\"2\"}]}");
        assertStale("A push is missing");
    }

    /** The five messages by which OKX's documentation explains the numbers. */
    @Test
    void d11_documentedExample_isFollowedWithoutAsking() {
        source.live();
        source.push(snapshot(10));
        assertFresh(10);
        source.push(change(10, 15));
        assertFresh(15);
        source.push(keepAlive(15));
        assertFresh(15);
        source.push(change(15, 3));
        assertFresh(3);
        source.push(change(3, 5));
        assertFresh(5);
        assertThat(book.now().bestBid().sz()).isEqualByComparingTo("5");
        assertThat(source.renewed).isEmpty();
    }

    @Test
    void d11_numbersBeginAnewWithoutLink_areAGap() {
        follow(10);
        source.push(change(2, 3));
        assertStale("A push is missing");
    }

    @Test
    void d11_keepAlive_makesTheBookYoung() {
        follow(10);
        time.advance(Duration.ofSeconds(60));
        assertThat(book.now().age()).isEqualTo(Duration.ofSeconds(60));
        source.push(keepAlive(10));
        assertThat(book.now().age()).isZero();
        time.advance(Duration.ofSeconds(60));
        assertFresh(10);
    }

    @Test
    void d11_keepAliveOfAnotherNumber_isAGap() {
        follow(10);
        source.push(keepAlive(12));
        assertStale("A push is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"checksum\":0", ",\"checksum\":\"\"", ",\"checksum\":null", ",\"checksum\":-1471518219"})
    void d12_checksumAbsentOrZeroOrRight_isFine(String checksum) {
        source.live();
        source.push("{\"action\":\"snapshot\","
                + row(level("3366.8", "9") + "," + level("3368", "8"), level("3366.1", "7"), -1, 10, checksum));
        assertFresh(10);
    }

    @Test
    void d12_checksumWrong_isStaleAndShowsTheBookBeforeIt() {
        follow(10);
        source.push(change("", level("99", "7"), 10, 11, ",\"checksum\":12345"));
        assertStale("The checksum is wrong");
        assertThat(book.now().seqId()).isEqualTo(10L);
        assertThat(book.now().bestBid().sz()).isEqualByComparingTo("2");
        assertThat(source.renewed).containsExactly("The checksum is wrong");
        source.push(change(11, 12));
        assertThat(book.now().seqId()).isEqualTo(10L);
    }

    @ParameterizedTest
    @CsvSource({"101", "101.0", "150"})
    void d13_bidAtOrAboveAsk_isStale(String bid) {
        follow(10);
        source.push(change("", level(bid, "1"), 10, 11, ""));
        assertStale("Bids and asks overlap");
        assertThat(book.now().bestBid().px()).isEqualByComparingTo("99");
        assertThat(source.renewed).containsExactly("Bids and asks overlap");
    }

    @Test
    void d13_crossedBeforeTheOpening_isLegalUntilItOpens() {
        preOpen = true;
        follow(10);
        source.push(change("", level("101", "1"), 10, 11, ""));
        assertFresh(11);
        assertThat(book.now().bestBid().px()).isEqualByComparingTo("101");
        preOpen = false;
        source.push(change("", level("98", "1"), 11, 12, ""));
        assertStale("Bids and asks overlap");
    }

    @Test
    void d13_snapshotCrossed_isNotShown() {
        source.live();
        source.push("{\"action\":\"snapshot\"," + row(level("99", "1"), level("99", "2"), -1, 10, ""));
        assertStale("Bids and asks overlap");
        assertThat(book.now().bids()).isEmpty();
    }

    @Test
    void d14_snapshotInMidStream_replacesAll() {
        follow(10);
        source.push(change(level("102", "4"), level("98", "4"), 10, 11, ""));
        assertThat(book.now().bids()).hasSize(2);
        source.push(snapshot(50));
        assertFresh(50);
        assertThat(book.now().bids()).hasSize(1);
        source.push(change(50, 51));
        assertFresh(51);
        assertThat(source.renewed).isEmpty();
    }

    @Test
    void d14_changesBeforeTheSnapshot_areKeptAndAppliedWhereTheyFollow() {
        source.live();
        source.push(change(8, 9));
        source.push(change(9, 10));
        source.push(change(10, 11));
        source.push(change(11, 12));
        assertStale("Waiting for the snapshot");
        source.push(snapshot(10));
        assertFresh(12);
        assertThat(book.now().bestBid().sz()).isEqualByComparingTo("12");
    }

    @Test
    void d14_changesBeforeTheSnapshotThatDoNotFollow_areAGap() {
        source.live();
        source.push(change(12, 13));
        source.push(snapshot(10));
        assertStale("A push is missing");
    }

    @Test
    void d14_moreThanAThousandChangesWithoutSnapshot_areLetGoAndTheBookAskedFor() {
        source.live();
        for (int i = 0; i < 1_000; i++) {
            source.push(change(i, i + 1));
        }
        assertThat(source.renewed).isEmpty();
        source.push(change(1_000, 1_001));
        assertStale("No snapshot came");
        assertThat(source.renewed).containsExactly("No snapshot came");
        source.push(snapshot(10));
        assertFresh(10);
    }

    @Test
    void silence_of75Seconds_isStaleInTheVeryReadAndAskedForOnce() {
        follow(10);
        time.advance(Duration.ofSeconds(75));
        assertFresh(10);
        time.advance(Duration.ofNanos(1));
        assertStale("Nothing has come for 75 seconds");
        assertThat(book.now().age()).isEqualTo(Duration.ofSeconds(75).plusNanos(1));
        assertThat(source.renewed).hasSize(1);
        source.push(keepAlive(10));
        assertFresh(10);
    }

    @Test
    void live_withoutSnapshotFor10Seconds_isAskedForAnewOnce() {
        source.live();
        time.advance(Duration.ofSeconds(10));
        book.now();
        assertThat(source.renewed).isEmpty();
        time.advance(Duration.ofNanos(1));
        book.now();
        book.now();
        assertThat(source.renewed).containsExactly("No snapshot came");
    }

    @Test
    void live_withChangesAloneForTwoSeconds_isAskedForAnewWithoutAnyRead() {
        source.live();
        source.push(change(3, 4));
        time.advance(Duration.ofSeconds(2));
        source.push(change(4, 5));
        assertThat(source.renewed).isEmpty();
        time.advance(Duration.ofNanos(1));
        source.push(change(5, 6));
        assertThat(source.renewed).containsExactly("No snapshot came");
    }

    @Test
    void open_whenTheTopicIsLiveAlready_asksForASnapshot() {
        source.first = Standing.State.LIVE;
        book = open(Depth.BOOKS);
        assertThat(source.renewed).containsExactly("A snapshot is needed");
        source.stale("Asking anew");
        follow(10);
        assertThat(source.renewed).hasSize(1);
    }

    @Test
    void pushThatIsNoBook_isStaleUntilTheNextWholeOne() {
        book = open(Depth.BOOKS5);
        follow(10);
        source.push("{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"\",\"seqId\":11}]}");
        assertStale("A push cannot be read");
        assertThat(source.renewed).containsExactly("A push cannot be read");
        source.push(snapshot(12));
        assertFresh(12);
    }

    @Test
    void staleStanding_isSeenAtOnce_andAFollowingPushProvesThatNothingWasMissed() {
        follow(10);
        source.stale("The connection is silent");
        assertStale("The connection is silent");
        assertThat(book.now().seqId()).isEqualTo(10L);
        source.live();
        assertThat(book.now().stale()).isTrue();
        source.push(change(10, 11));
        assertFresh(11);
        assertThat(source.renewed).isEmpty();
    }

    @Test
    void staleStanding_thenPushesThatDoNotFollow_waitForTheSnapshot() {
        follow(10);
        source.stale("Reconnecting");
        source.live();
        source.push(change(14, 15));
        source.push(change(10, 11));
        assertStale("Waiting for the snapshot");
        assertThat(source.renewed).isEmpty();
        source.push(snapshot(15));
        assertFresh(15);
    }

    @Test
    void staleStanding_pushesDuringIt_areNotShownAsCurrent() {
        follow(10);
        source.stale("Being mended");
        source.push(change(10, 11));
        assertStale("Being mended");
        source.live();
        source.push(keepAlive(11));
        assertFresh(11);
    }

    @Test
    void ended_isStaleForGood() {
        follow(10);
        source.stand(Standing.State.ENDED, "OKX refused the channel", null);
        source.live();
        source.push(snapshot(11));
        assertStale("OKX refused the channel");
        assertThat(book.now().seqId()).isEqualTo(10L);
    }

    @Test
    void close_unsubscribesAndIsStale() {
        follow(10);
        book.close();
        assertThat(source.closed).isTrue();
        assertStale("Closed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Depth.class,
            names = {"BOOKS5", "BBO"})
    void channelsOfWholeBooks_replaceEverything_alsoWhenNumbersBeginAnew(Depth depth) {
        book = open(depth);
        source.live();
        source.push("{" + row(level("101", "1"), level("99", "2"), -1, 10, ""));
        assertFresh(10);
        source.push("{" + row(level("102", "1"), level("98", "3"), -1, 12, ""));
        assertFresh(12);
        assertThat(book.now().bids()).containsExactly(new BookLevel(new BigDecimal("98"), new BigDecimal("3"), "0", 1));
        source.push("{" + row(level("102", "1"), level("98", "3"), -1, 12, ""));
        source.push("{" + row(level("103", "1"), level("97", "3"), -1, 2, ""));
        assertFresh(2);
        assertThat(book.now().mid()).isEqualByComparingTo("100");
        source.push("{" + row(level("97", "1"), level("97", "3"), -1, 3, ""));
        assertStale("Bids and asks overlap");
        assertThat(source.renewed).hasSize(1);
    }

    @Test
    void await_returnsAtOnceWhenThereIsNews_andWhenTimeIsOver() throws InterruptedException {
        follow(10);
        BookView view = book.await(0, Duration.ofDays(1));
        assertThat(view.seqId()).isEqualTo(10L);
        assertThat(book.await(view.version(), Duration.ZERO)).isEqualTo(view);
        source.push(change(10, 11));
        assertThat(book.await(view.version(), Duration.ofDays(1)).seqId()).isEqualTo(11L);
    }

    @Test
    void await_inAnotherThread_wakesWithThePush() throws InterruptedException {
        follow(10);
        long seen = book.now().version();
        List<BookView> got = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                got.add(book.await(seen, Duration.ofDays(1)));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        reader.start();
        source.push(change(10, 11));
        reader.join();
        assertThat(got).singleElement().extracting(BookView::seqId).isEqualTo(11L);
    }

    @Test
    void onChange_slowListener_hearsOnlyTheNewest() {
        follow(10);
        List<Long> heard = new ArrayList<>();
        Runnable end = book.onChange(view -> heard.add(view.seqId()));
        runTasks();
        source.push(change(10, 11));
        source.push(change(11, 12));
        source.push(change(12, 13));
        assertThat(tasks).hasSize(1);
        runTasks();
        assertThat(heard).containsExactly(10L, 13L);
        end.run();
        source.push(change(13, 14));
        assertThat(tasks).isEmpty();
        assertThat(heard).hasSize(2);
    }

    @Test
    void onChange_listenerThatThrows_isToldOfTheNextAndAfterAHundredNoMore() {
        follow(10);
        int[] calls = new int[1];
        book.onChange(view -> {
            calls[0]++;
            throw new IllegalStateException("listener");
        });
        for (int i = 10; i < 250; i++) {
            runTasks();
            source.push(change(i, i + 1));
        }
        runTasks();
        assertThat(calls[0]).isEqualTo(100);
        assertFresh(250);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void renewals_underRandomLoss_alwaysComeBackToTheExchangesBook(long seed) {
        Random random = new Random(seed);
        World world = new World(random, 400);
        source.live();
        source.push(world.snapshot());
        int lost = 0;
        for (int i = 0; i < 3_000; i++) {
            String push = world.change();
            if (random.nextInt(50) == 0) {
                lost++;
                continue;
            }
            int before = source.renewed.size();
            source.push(push);
            if (source.renewed.size() > before) {
                source.stale("Asking anew");
                source.live();
                source.push(world.snapshot());
            }
            assertThat(book.now().stale()).as("seed %d, push %d", seed, i).isFalse();
            assertThat(book.now().bids()).as("seed %d, push %d", seed, i).isEqualTo(world.bids());
            assertThat(book.now().asks()).as("seed %d, push %d", seed, i).isEqualTo(world.asks());
        }
        assertThat(lost).as("seed %d", seed).isGreaterThan(20);
        assertThat(book.resyncs()).as("seed %d", seed).isBetween(20L, (long) lost);
    }
}
