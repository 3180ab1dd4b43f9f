package dev.okx4j.samples;

import static dev.okx4j.samples.Words.date;
import static dev.okx4j.samples.Words.plain;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.paper.PaperExchange;
import dev.okx4j.paper.PaperHost;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What decided the fills of a paper account, read from its journal by this process once the server has ended. */
final class Evidence {
    private static final Endpoint<Fill> FIDELITY =
            Endpoint.get("/paper/v1/fidelity", Fill.class).needs(Access.READ);

    private Evidence() {}

    /** A fill and its grounds, as the paper exchange tells them. */
    public record Fill(
            Instant ts, String instId, String side, BigDecimal fillPx, BigDecimal fillSz, Grounds evidence) {}

    /**
     * The grounds of a fill.
     *
     * @param source the recorded price
     * @param rule the assumptions that turned it into a fill
     * @param grade how near that is to the real market: A is best
     */
    public record Grounds(String source, String rule, String grade) {}

    /** Writes the fills of the account below a home, and where its journal lies. */
    static void print(Path home, Transcript transcript) throws IOException {
        try (PaperHost account = PaperExchange.host(home, "default", "replay");
                OkxClient okx = OkxClient.builder()
                        .wire(account.wire())
                        .credentials(account.credentials())
                        .build()) {
            List<Fill> fills = okx.rest().list(FIDELITY, Params.none());
            transcript.heading("How the fills were decided, from the journal of the paper account in");
            transcript.path(home.resolve("paper").resolve("default"));
            for (int i = fills.size() - 1; i >= 0; i--) {
                Fill fill = fills.get(i);
                transcript.note("* " + date(fill.ts()) + ", " + fill.side() + " " + plain(fill.fillSz()) + " at "
                        + plain(fill.fillPx()) + ", grade " + fill.evidence().grade() + ": "
                        + fill.evidence().source() + "; " + fill.evidence().rule() + ".");
            }
        }
    }
}
