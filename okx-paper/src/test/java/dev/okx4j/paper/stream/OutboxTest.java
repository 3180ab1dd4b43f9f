package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.venue.BookView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A client that reads slowly, or not at all. */
@NullUnmarked
class OutboxTest {
    private final List<String> written = new ArrayList<>();
    private final Stalling transport = new Stalling();
    private final Outbox outbox = new Outbox(transport);

    /** A transport that writes a frame when it is told to. */
    private final class Stalling implements Transport {
        private Runnable sent;

        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public void send(String text, Runnable next) {
            written.add(text);
            sent = next;
        }

        @Override
        public void close(int code, String reason) {
            written.add("closed " + code);
        }

        @Override
        public void abort() {
            written.add("aborted");
        }

        /** Lets everything be written that waits. */
        void flow() {
            while (sent != null) {
                Runnable next = sent;
                sent = null;
                next.run();
            }
        }
    }

    @Test
    void frames_areWrittenOneByOne_inTheirOrder() {
        for (int i = 0; i < 5; i++) {
            outbox.offer(Frame.of("f" + i));
        }
        assertThat(written).containsExactly("f0");
        transport.flow();
        assertThat(written).containsExactly("f0", "f1", "f2", "f3", "f4");
    }

    @Test
    void marketData_thatASlowClientHasNotRead_giveWayToNewerOnes_andNothingElseDoes() {
        outbox.offer(Frame.of("first"));
        for (int i = 0; i < Outbox.LAGGING; i++) {
            outbox.offer(Frame.of("order " + i));
        }
        for (int i = 0; i < 10_000; i++) {
            outbox.offer(Frame.latest("ticker", "ticker " + i));
        }
        outbox.offer(Frame.of("last order"));
        transport.flow();
        assertThat(written).hasSize(Outbox.LAGGING + 3).endsWith("ticker 9999", "last order");
    }

    @Test
    void changesOfABook_thatASlowClientHasNotRead_becomeOne_withoutAGap() {
        outbox.offer(Frame.of("first"));
        for (int i = 0; i < Outbox.LAGGING; i++) {
            outbox.offer(Frame.of("order " + i));
        }
        outbox.offer(change(List.of(level("10", "1"), level("9", "2")), 7, 8));
        outbox.offer(change(List.of(level("10", "0")), 8, 11));
        outbox.offer(change(List.of(level("9", "3"), level("8", "4")), 11, 12));
        transport.flow();
        assertThat(written).hasSize(Outbox.LAGGING + 2);
        assertThat(written.get(written.size() - 1))
                .contains("\"seqId\":12,\"prevSeqId\":7")
                .contains("\"bids\":[[\"10\",\"0\",\"0\",\"0\"],[\"9\",\"3\",\"0\",\"1\"],[\"8\",\"4\",\"0\",\"1\"]]");
    }

    @Test
    void changesOfABook_thatAreReadInTime_areEachWritten() {
        outbox.offer(change(List.of(level("10", "1")), 1, 2));
        outbox.offer(change(List.of(level("10", "2")), 2, 3));
        outbox.offer(change(List.of(level("10", "3")), 3, 4));
        transport.flow();
        assertThat(written).hasSize(3);
    }

    @Test
    void orders_thatAreNeverRead_fillTheRoom_afterWhichNothingIsDroppedSilently() {
        for (int i = 0; i <= Outbox.MOST; i++) {
            outbox.offer(Frame.of("order " + i));
        }
        assertThat(outbox.isFull()).isFalse();
        outbox.offer(Frame.of("one too many"));
        assertThat(outbox.isFull()).isTrue();
        outbox.close(4005, "Buffer is full, cannot write data");
        transport.flow();
        assertThat(written).containsExactly("order 0", "closed 4005");
    }

    @Test
    void end_comesBehindWhatWaits() {
        outbox.offer(Frame.of("a"));
        outbox.offer(Frame.of("b"));
        outbox.close(4004, "");
        outbox.offer(Frame.of("c"));
        transport.flow();
        assertThat(written).containsExactly("a", "b", "closed 4004");
    }

    private static BookUpdate change(List<BookView.Row> bids, long from, long to) {
        return new BookUpdate("book", "{", bids, List.of(), Instant.EPOCH, from, to);
    }

    private static BookView.Row level(String px, String sz) {
        return new BookView.Row(new BigDecimal(px), new BigDecimal(sz), sz.equals("0") ? 0 : 1);
    }
}
