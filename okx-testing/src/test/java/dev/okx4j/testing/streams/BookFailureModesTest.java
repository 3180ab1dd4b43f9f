package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.testing.StreamFault;
import dev.okx4j.testing.StreamFaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows D10 to D14 of the failure modes: books that a reader is never shown unless the exchange had them. */
class BookFailureModesTest {
    private static final String BTC = Stage.BTC;
    private static final int MOVES = 30;

    /** What breaks a book, and each of which must be noticed. */
    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of("d10 drop", StreamFault.dropped()),
                Arguments.of("d10 reorder", StreamFault.reordered()),
                Arguments.of("d12 wrong checksum", StreamFault.wrongChecksum()),
                Arguments.of("d13 crossed", StreamFault.crossedBook()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void brokenBook_isNeverShown_andMended(String row, StreamFault fault) {
        live(
                List.of(Map.entry("books", fault)),
                book -> assertThat(book.resyncs()).isPositive());
    }

    @Test
    void d10_duplicate_isNeverShown_andMended() {
        live(List.of(Map.entry("books", StreamFault.duplicated())), book -> {});
    }

    @Test
    void d12_checksumOfZero_isNone() {
        live(List.of(), book -> assertThat(book.resyncs()).isZero());
    }

    @Test
    void d11_sequenceThatBeginsAnew_isLegal() {
        try (Stage stage = new Stage(1);
                OrderBook book = stage.stream().book(BTC)) {
            for (int i = 0; i < 5; i++) {
                stage.move();
            }
            BookView before = Stage.fresh(book);

            stage.world.reset();
            Until.holds("the number falls", () -> {
                Long seqId = book.now().seqId();
                return seqId != null && before.seqId() != null && seqId < before.seqId();
            });

            assertThat(Stage.fresh(book).seqId()).isLessThan(before.seqId());
            assertThat(book.resyncs()).isZero();
            Until.holds("the book is the exchange's", () -> stage.world.isBookOf(BTC, book.now()));
        }
    }

    @Test
    void d14_changeBeforeTheSnapshot_isNoBook() {
        try (Stage stage = new Stage(10)) {
            stage.on("books").nth(1).then(StreamFault.dropped());
            try (OrderBook book = stage.stream().book(BTC);
                    Watched watched = new Watched(stage, book)) {
                stage.moveUntil("a fresh book", () -> !book.now().stale());
                stage.moveUntil("judged", () -> watched.judged() > 2);
                assertThat(watched.wrong()).isEmpty();
            }
        }
    }

    @Test
    void d14_snapshotInMidStream_isTheBookFromThereOn() {
        try (Stage stage = new Stage(1);
                OrderBook book = stage.stream().book(BTC);
                Watched watched = new Watched(stage, book)) {
            Stage.fresh(book);
            stage.on("books").nth(3).then(StreamFault.rewritten(push -> push));
            for (int i = 0; i < 5; i++) {
                stage.move();
                stage.time.pass(Duration.ofMillis(120));
            }
            stage.on("books").nth(1).then(StreamFault.rewritten(push -> stage.world.snapshot(BTC, push)));
            for (int i = 0; i < 5; i++) {
                stage.move();
                stage.time.pass(Duration.ofMillis(120));
            }

            Stage.fresh(book);
            assertThat(watched.wrong()).isEmpty();
            assertThat(stage.world.streams().seen()).hasSize(2);
            Until.holds("the book is the exchange's", () -> stage.world.isBookOf(BTC, book.now()));
        }
    }

    /** Lets a book live through faults, each at its third push and the second after it, and judges whatever a reader sees. */
    private static void live(List<Map.Entry<String, StreamFault>> faults, Consumer<OrderBook> then) {
        try (Stage stage = new Stage(1);
                OrderBook book = stage.stream().book(BTC);
                Watched watched = new Watched(stage, book)) {
            Stage.fresh(book);
            StreamFaults streams = stage.world.streams();
            faults.forEach(fault -> {
                streams.on(fault.getKey()).nth(3).then(fault.getValue());
                streams.on(fault.getKey()).nth(9).then(fault.getValue());
            });
            for (int i = 0; i < MOVES; i++) {
                stage.move();
                stage.time.pass(Duration.ofMillis(110));
            }
            Until.holds(
                    () -> "the book is the exchange's, but it is " + book.now(),
                    () -> stage.world.isBookOf(BTC, book.now()));

            then.accept(book);
            assertThat(watched.wrong()).isEmpty();
            assertThat(watched.judged()).isGreaterThan(MOVES / 6);
            assertThat(streams.seen()).hasSize(2 * faults.size());
        }
    }

    /** Looks at every book that a reader is shown as current, and asks the truth about it. */
    private static final class Watched implements AutoCloseable {
        private final Queue<BookView> shown = new ConcurrentLinkedQueue<>();
        private final Queue<BookView> wrong = new ConcurrentLinkedQueue<>();
        private final BookTruth truth;
        private final Runnable end;
        private int judged;

        Watched(Stage stage, OrderBook book) {
            truth = new BookTruth(stage.world.paper(), List.of(BTC));
            end = book.onChange(view -> {
                if (!view.stale()) {
                    shown.add(view);
                }
            });
        }

        private synchronized void judge() {
            for (BookView view = shown.peek(); view != null; view = shown.peek()) {
                long seqId = view.seqId() == null ? -1 : view.seqId();
                BookTruth.Verdict verdict = truth.judge(BTC, seqId, BookText.of(view));
                if (verdict == BookTruth.Verdict.OPEN) {
                    return;
                }
                shown.remove();
                judged++;
                if (verdict == BookTruth.Verdict.FALSE) {
                    wrong.add(view);
                }
            }
        }

        Queue<BookView> wrong() {
            Until.holds("all is judged", () -> {
                judge();
                return shown.isEmpty();
            });
            return wrong;
        }

        synchronized int judged() {
            judge();
            return judged;
        }

        @Override
        public void close() {
            end.run();
            truth.close();
        }
    }
}
