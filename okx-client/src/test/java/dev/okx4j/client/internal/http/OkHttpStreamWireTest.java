package dev.okx4j.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.stream.StreamWire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OkHttpStreamWireTest {
    private final MockWebServer server = new MockWebServer();
    private final OkHttpStreamWire wire = new OkHttpStreamWire(null, null);
    private final BlockingQueue<WebSocket> far = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final StreamWire.Ear ear = new StreamWire.Ear() {
        @Override
        public void opened() {
            heard.add("opened");
        }

        @Override
        public void text(String frame) {
            heard.add(frame.length() > 100 ? "text of " + frame.length() : frame);
        }

        @Override
        public void closed(int code, String reason) {
            heard.add("closed " + code);
        }

        @Override
        public void failed(Throwable cause) {
            heard.add("failed");
        }
    };

    @BeforeEach
    void start() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket socket, Response response) {
                        far.add(socket);
                    }

                    @Override
                    public void onMessage(WebSocket socket, String text) {
                        arrived.add(text);
                    }

                    @Override
                    public void onClosing(WebSocket socket, int code, String reason) {
                        arrived.add("closing " + code);
                        socket.close(code, null);
                    }
                })
                .build());
        server.start();
    }

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    private StreamWire.Line open() throws InterruptedException {
        StreamWire.Line line = wire.open("ws://localhost:" + server.getPort() + "/ws/v5/public", ear);
        assertThat(next()).isEqualTo("opened");
        return line;
    }

    private String next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }

    private WebSocket farSide() throws InterruptedException {
        return far.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void text_goesBothWays_andCompressionIsNotAskedFor() throws Exception {
        StreamWire.Line line = open();
        assertThat(line.send("ping")).isTrue();
        assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo("ping");
        farSide().send("pöng");
        assertThat(next()).isEqualTo("pöng");
        assertThat(server.takeRequest().getHeaders().get("Sec-WebSocket-Extensions"))
                .isNull();
    }

    @Test
    void close_isRegular_andSendsNoMoreAfterIt() throws Exception {
        StreamWire.Line line = open();
        line.close(1000, "");
        assertThat(line.send("late")).isFalse();
        assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo("closing 1000");
    }

    @Test
    void theOtherSideCloses_itsCodeIsHeard() throws Exception {
        open();
        farSide().close(4008, "x");
        assertThat(next()).isEqualTo("closed 4008");
    }

    @Test
    void d19_aBinaryFrame_endsTheConnection() throws Exception {
        open();
        farSide().send(ByteString.encodeUtf8("what is this"));
        assertThat(next()).isEqualTo("failed");
    }

    @Test
    void d19_aLongFrame_isWhole_oneAfterAnother() throws Exception {
        open();
        WebSocket server = farSide();
        for (int i = 0; i < 5; i++) {
            assertThat(server.send("x".repeat(3 << 20))).isTrue();
            assertThat(next()).isEqualTo("text of " + (3 << 20));
        }
    }

    @Test
    void d19_aHugeFrame_endsTheConnectionBeforeItIsWhole() throws Exception {
        open();
        assertThat(farSide().send("x".repeat((int) MessageLimit.MOST + (1 << 20))))
                .isTrue();
        assertThat(next()).isEqualTo("failed");
    }

    @Test
    void nobodyIsThere_isAFailure() throws Exception {
        server.close();
        wire.open("ws://localhost:" + server.getPort() + "/ws/v5/public", ear);
        assertThat(next()).isEqualTo("failed");
    }

    @Test
    void d20_sixteenThreadsSendAtOnce_everyFrameArrivesWholeAndInTheOrderOfItsThread() throws Exception {
        StreamWire.Line line = open();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 16; t++) {
            String name = "t" + t + "-";
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int i = 0; i < 500; i++) {
                    line.send(name + i);
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join(30_000);
        }
        List<String> all = new ArrayList<>();
        while (all.size() < 8_000) {
            String one = arrived.poll(30, TimeUnit.SECONDS);
            assertThat(one).as("after %d frames", all.size()).isNotNull();
            all.add(one);
        }
        for (int t = 0; t < 16; t++) {
            String name = "t" + t + "-";
            assertThat(all.stream().filter(frame -> frame.startsWith(name)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 500).mapToObj(i -> name + i).toList());
        }
    }
}
