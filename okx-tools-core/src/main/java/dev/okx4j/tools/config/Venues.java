package dev.okx4j.tools.config;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.Site;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.WriteGate;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The one place that turns flags, environment and profiles into a venue, for every program. */
public final class Venues {
    private static final String PAPER_ACCOUNT = "default";

    private Venues() {}

    /**
     * Returns the venue that a launch means; nothing is connected before its client is first asked for.
     *
     * @param launch the flags
     * @param env the environment
     * @param door the way into the paper exchange
     * @throws LaunchException if flags, environment and profiles do not make a venue
     */
    public static Venue open(Launch launch, Map<String, String> env, PaperDoor door) {
        VenuePlan plan = VenuePlan.of(launch, env);
        boolean paper = plan.name().equals("paper");
        return new Venue(
                plan.name(),
                plan.site(),
                paper || plan.keys() != null,
                plan.refusal(),
                plan.warnings(),
                () -> paper ? paper(plan, door) : exchange(plan));
    }

    private static Connection paper(VenuePlan plan, PaperDoor door) {
        PaperConnection paper = door.open(plan.home(), PAPER_ACCOUNT, plan.feed());
        VenueJournal journal = new VenueJournal(plan.home(), plan.name(), PAPER_ACCOUNT);
        OkxClient client = recovering(
                OkxClient.builder()
                        .wire(paper.wire())
                        .streamWire(paper.streams())
                        .credentials(paper.credentials())
                        .gate(WriteGate.open())
                        .journal(journal)
                        .build(),
                journal);
        return new Connection(client, !paper.feedLabel().startsWith("live"), () -> {
            client.close();
            journal.close();
            paper.closing().close();
        });
    }

    private static Connection exchange(VenuePlan plan) {
        OkxClientBuilder builder = OkxClient.builder()
                .site(Site.valueOf(plan.site().toUpperCase(Locale.ROOT)))
                .demo(plan.name().equals("demo"))
                .timeout(Duration.ofMillis(plan.timeoutMs()));
        if (plan.baseUrl() != null) {
            builder.baseUrl(plan.baseUrl());
        }
        ApiKeys keys = plan.keys();
        if (keys != null) {
            builder.credentials(Credentials.of(keys.apiKey(), keys.secretKey(), keys.passphrase()));
        }
        if (keys == null || plan.refusal() != null) {
            OkxClient client = builder.build();
            return new Connection(client, false, client);
        }
        VenueJournal journal =
                new VenueJournal(plan.home(), plan.name(), plan.site() + " " + plan.baseUrl() + " " + keys.apiKey());
        OkxClient client =
                recovering(builder.gate(WriteGate.open()).journal(journal).build(), journal);
        return new Connection(client, false, () -> {
            client.close();
            journal.close();
        });
    }

    /** Returns the client, which begins to look up what an earlier run has left open. */
    private static OkxClient recovering(OkxClient client, VenueJournal journal) {
        if (journal.exists()) {
            client.recovery().recovering();
        }
        return client;
    }
}
