package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.PaperExchange;
import dev.okx4j.testing.Faults;
import dev.okx4j.testing.FaultyServer;
import dev.okx4j.testing.FaultyStreams;
import dev.okx4j.testing.FaultyWire;
import dev.okx4j.testing.StreamFault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault does what it says to a bare WebSocket, whichever way the client and the exchange are reached. */
class StreamFaultsTest {
    private static final String BTC = "BTC-USDT-SWAP";
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Faults faults = new Faults();
    private final PaperExchange paper;
    private final OkHttpClient plain = new OkHttpClient();
    private @Nullable FaultyServer server;
    private OkHttpClient client = plain;
    private String url = "";

    StreamFaultsTest() throws IOException {
        paper = PaperExchange.builder().clock(new WithoutLimits()).open();
    }

    /** From the client to the proxy, and from there to the exchange. */
    enum Route {
        PIPES,
        SOCKET_TO_PIPE,
        SOCKETS
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        paper.close();
        plain.dispatcher().executorService().shutdown();
    }

    private BareStream connect(Route route, String address) throws IOException {
        if (url.isEmpty()) {
            FaultyStreams streams = route == Route.SOCKETS
                    ? FaultyStreams.before("http://127.0.0.1:" + paper.serve(0), faults)
                    : FaultyStreams.before(paper.webSockets(), faults);
            if (route == Route.PIPES) {
                client = plain.newBuilder().addInterceptor(streams).build();
                url = "http://127.0.0.1/ws/v5/";
            } else {
                server = FaultyServer.start(new FaultyWire(paper.wire(), paper.credentials(), faults), streams);
                url = server.baseUrl() + "/ws/v5/";
            }
        }
        return new BareStream(client, url + address);
    }

    @ParameterizedTest
    @EnumSource
    void streams_withoutRules_areTheExchanges(Route route) throws IOException {
        try (BareStream stream = connect(route, "private")) {
            assertThat(stream.next()).isEqualTo("open");
            assertThat(stream.say("ping").next()).isEqualTo("pong");
            assertThat(stream.login(paper.credentials(), Instant.now()).next()).contains("\"login\"", "\"code\":\"0\"");
            stream.say("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"account\"}]}");
            assertThat(stream.next("\"data\"")).contains("\"channel\":\"account\"", "totalEq");
        }
        assertThat(faults.streams().attempts()).isOne();
        assertThat(faults.streams().seen()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void messages_areDroppedDoubledDelayedAndChanged(Route route) throws IOException {
        faults.stream("pong").nth(1).then(StreamFault.dropped());
        faults.stream("pong").nth(3).then(StreamFault.duplicated());
        faults.stream("event subscribe tickers").then(StreamFault.delayed(MOMENT));
        faults.stream("books " + BTC).nth(1).then(StreamFault.wrongChecksum());
        faults.stream("books5").nth(1).then(StreamFault.crossedBook());
        faults.stream("bbo-tbt").nth(1).then(StreamFault.unknownField());
        try (BareStream stream = connect(route, "public")) {
            stream.say("ping").say("ping");
            assertThat(stream.next("pong")).isEqualTo("pong");
            stream.say("ping");
            assertThat(stream.next()).isEqualTo("pong");
            assertThat(stream.next()).isEqualTo("pong");
            stream.subscribe("tickers", BTC);
            assertThat(stream.next()).contains("\"data\"");
            assertThat(stream.next()).contains("\"event\":\"subscribe\"");
            stream.subscribe("books", BTC);
            assertThat(stream.next("\"data\"")).contains("\"checksum\":-1234567890");
            stream.subscribe("books5", BTC);
            assertThat(stream.next("\"data\"")).contains("\"bids\":[[\"99999999\"");
            stream.subscribe("bbo-tbt", BTC);
            assertThat(stream.next("\"data\"")).contains("\"newest\"");
        }
        assertThat(faults.streams().seen())
                .extracting(struck -> struck.message() + " " + struck.fault())
                .containsExactly(
                        "pong dropped()",
                        "pong duplicated()",
                        "event subscribe delayed(PT0.05S)",
                        "books wrongChecksum()",
                        "books5 crossedBook()",
                        "bbo-tbt unknownField()");
    }

    @ParameterizedTest
    @EnumSource
    void messages_areReorderedReplayedAndMuted(Route route) throws IOException {
        faults.stream("tickers").nth(1).then(StreamFault.reordered());
        faults.stream("trades").nth(1).then(StreamFault.replayed(5));
        faults.stream("books5 " + BTC).nth(1).then(StreamFault.muted());
        try (BareStream stream = connect(route, "public")) {
            stream.subscribe("tickers", BTC).subscribe("tickers", "ETH-USDT-SWAP");
            assertThat(stream.next("\"data\"")).contains("ETH-USDT-SWAP");
            assertThat(stream.next("\"data\"")).contains(BTC);
            stream.subscribe("books5", BTC);
            stream.next("\"subscribe\"");
            assertThat(stream.say("ping").next()).isEqualTo("pong");
            stream.subscribe("books5", BTC);
            assertThat(stream.next("\"data\"")).contains("books5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void frames_arriveAsTheFaultCutsThem(Route route) throws IOException {
        faults.stream("pong").nth(1).then(StreamFault.fragmented(1));
        faults.stream("pong").nth(2).then(StreamFault.binary());
        faults.stream("pong").nth(3).then(StreamFault.huge(3_000_000));
        faults.stream("pong").nth(4).then(StreamFault.unknownEvent());
        try (BareStream stream = connect(route, "public")) {
            stream.next();
            assertThat(stream.say("ping").next()).isEqualTo("pong");
            assertThat(stream.say("ping").next()).isEqualTo("binary pong");
            assertThat(stream.say("ping").next()).hasSizeGreaterThan(3_000_000);
            assertThat(stream.next()).isEqualTo("pong");
            assertThat(stream.say("ping").next()).isEqualTo("pong");
            assertThat(stream.next()).contains("weather-report");
        }
    }

    @ParameterizedTest
    @EnumSource
    void connections_endAsTheFaultSays(Route route) throws IOException {
        faults.stream("pong").nth(1).then(StreamFault.reset());
        faults.stream("pong").nth(2).then(StreamFault.ended());
        faults.stream("pong").nth(3).then(StreamFault.closed(4008, "too busy"));
        faults.stream("pong").nth(4).then(StreamFault.noticed(MOMENT));
        String[] ends = {"failed", "failed EOFException", "closed 4008", "pong"};
        for (String end : ends) {
            try (BareStream stream = connect(route, "public")) {
                stream.next();
                assertThat(stream.say("ping").next()).startsWith(end);
                if (end.equals("pong")) {
                    assertThat(stream.next()).contains("64008");
                    assertThat(stream.next()).isEqualTo("closed 1001");
                }
            }
            faults.streams().now("*", StreamFault.reset());
        }
    }

    @ParameterizedTest
    @EnumSource
    void connections_areRefused_untilTheExchangeIsUp(Route route) throws IOException {
        faults.stream("connect public").nth(1).then(StreamFault.status(503));
        faults.stream("connect public").nth(2).then(StreamFault.reset());
        faults.stream("connect public").nth(3).then(StreamFault.delayed(MOMENT));
        for (String end : new String[] {"failed 503", "failed", "open"}) {
            try (BareStream stream = connect(route, "public")) {
                assertThat(stream.next()).startsWith(end);
            }
        }
        faults.streams().down();
        try (BareStream stream = connect(route, "public")) {
            assertThat(stream.next()).startsWith("failed");
        }
        faults.streams().up();
        assertThat(faults.streams().attempts()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void halfOpenConnection_saysNothing_andStaysOpen(Route route) throws IOException {
        faults.stream("pong").nth(1).then(StreamFault.blackhole(StreamFault.Way.TO_CLIENT));
        try (BareStream stream = connect(route, "public")) {
            stream.next();
            stream.say("ping").subscribe("tickers", BTC);
            faults.streams().now("public", StreamFault.reset());
            assertThat(stream.next()).startsWith("failed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneArgument_isRefused_andTheOthersArrive(Route route) throws IOException {
        faults.stream("op subscribe").nth(1).then(StreamFault.refusedArgument(0, "60018"));
        faults.stream("pong").then(StreamFault.tooManyConnections("tickers"));
        try (BareStream stream = connect(route, "public")) {
            stream.next();
            stream.say("{\"id\":\"7\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"tickers\",\"instId\":\"" + BTC
                    + "\"},{\"channel\":\"books\",\"instId\":\"" + BTC + "\"}]}");
            // The exchange may be quicker with the one than the refusal of the other.
            List<String> told = new ArrayList<>();
            while (told.stream().noneMatch(text -> text.contains("60018"))
                    || told.stream().noneMatch(text -> text.contains("\"data\""))) {
                told.add(stream.next());
            }
            assertThat(told)
                    .anySatisfy(text -> assertThat(text)
                            .contains("60018", "\"event\":\"error\"", "\"id\":\"7\"", "channel:tickers"))
                    .anySatisfy(text -> assertThat(text).contains("\"data\"", "\"books\""));
            stream.say("ping");
            assertThat(stream.next("channel-conn-count-error")).contains("tickers");
        }
    }
}
