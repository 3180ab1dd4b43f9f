package dev.okx4j.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples do what they say. */
class SamplesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void placeAnOrder_buys() throws Exception {
        PlaceAnOrder.run(out);

        assertThat(printed().lines()).hasSize(2);
        assertThat(printed()).contains("last 225.53").contains("bought 0.44").contains("fee -");
    }

    @Test
    void langChain4jAgent_looksBuysAndSaysSo() throws Exception {
        LangChain4jAgent.run(out);

        assertThat(printed().lines()).hasSize(3).noneMatch(line -> line.contains("\"error\""));
        assertThat(printed()).contains("spot_place_order -> ").contains("ordId").endsWith("Done.\n");
    }

    @Test
    void lostAnswer_isOneOrder_andAJournalThatExplainsIt(@TempDir Path folder) throws Exception {
        LostAnswer.run(out, folder);

        assertThat(printed())
                .contains("the caller is told: Confirmed", "orders that left: 1\n", "orders at the exchange: 1\n");
        assertThat(printed().lines().filter(line -> line.contains("\"clOrdId\"")))
                .hasSize(2)
                .satisfiesExactly(
                        sent -> assertThat(sent).contains("\"tgtCcy\":\"quote_ccy\"", "\"exp\":\""),
                        found -> assertThat(found).contains("confirmed", "Seen by looking it up"));
    }

    @Test
    void followTheMarket_isToldOfTheFillThatItMissed_once() throws Exception {
        FollowTheMarket.run(out);

        assertThat(printed().lines())
                .satisfiesExactly(
                        book -> assertThat(book).startsWith("best bid 2"),
                        first -> assertThat(first).isEqualTo("all is known"),
                        cut -> assertThat(cut).startsWith("the cable is cut"),
                        stale -> assertThat(stale).startsWith("not to be believed: "),
                        fill -> assertThat(fill).startsWith("bought 0.44"),
                        order -> assertThat(order).isEqualTo("the order is filled"),
                        last -> assertThat(last).isEqualTo("all is known"));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
