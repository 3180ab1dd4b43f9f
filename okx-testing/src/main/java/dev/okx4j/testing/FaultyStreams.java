package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.seam.Waits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;

/**
 * A proxy between WebSocket clients and an exchange, in which messages and connections go wrong by the rules of a book.
 *
 * <p>An OkHttp client that has it as an interceptor reaches the exchange through it in this process; given to
 * {@link FaultyServer#start(FaultyWire, FaultyStreams)}, any client does over a socket. What is told to take time takes it
 * through the seams. This class is threadsafe.
 */
public final class FaultyStreams implements Interceptor {
    private static final int PIPE = 1 << 16;
    private static final String PATH = "/ws/v5/";

    private final OkHttpClient exchange;
    private final String baseUrl;
    private final StreamFaults faults;
    private final Waits waits;
    private final Later later;

    private FaultyStreams(OkHttpClient exchange, String baseUrl, Faults faults, Waits waits, Later later) {
        this.exchange = exchange;
        this.baseUrl = baseUrl;
        this.faults = faults.streams();
        this.waits = waits;
        this.later = later;
    }

    /** Returns one before an exchange in this process, which is what {@code PaperExchange.webSockets()} returns, in real time. */
    public static FaultyStreams before(Interceptor exchange, Faults faults) {
        return before(exchange, faults, Waits.system(), Later.system());
    }

    /** Returns one before an exchange in this process, in the time of these seams. */
    public static FaultyStreams before(Interceptor exchange, Faults faults, Waits waits, Later later) {
        return new FaultyStreams(
                new OkHttpClient.Builder().addInterceptor(exchange).build(), "http://127.0.0.1", faults, waits, later);
    }

    /** Returns one before an exchange on a port, such as {@code http://127.0.0.1:8080}, in real time. */
    public static FaultyStreams before(String baseUrl, Faults faults) {
        OkHttpClient client =
                new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
        return new FaultyStreams(client, baseUrl, faults, Waits.system(), Later.system());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String path = request.url().encodedPath();
        if (!path.startsWith(PATH) || request.header("Sec-WebSocket-Key") == null) {
            return chain.proceed(request);
        }
        CompletableFuture<Response> answer = new CompletableFuture<>();
        StreamLink link = new StreamLink(
                this, path.substring(PATH.length()), new Inside(request, answer), () -> connect(request));
        thread("okx-testing-stream-up", () -> {
            link.open();
            link.carry();
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new IOException("Connection reset", e);
        }
    }

    /** Serves a client that has come over a socket, until its connection ends. */
    void serve(WireRequest asked, Socket socket, InputStream in) {
        Request.Builder request = new Request.Builder().url(baseUrl + asked.target());
        asked.headers().forEach((name, value) -> {
            if (!name.equals("host") && !name.equals("content-length")) {
                request.header(name, value);
            }
        });
        String path = asked.target().replaceFirst("\\?.*", "");
        StreamLink link = new StreamLink(
                this, path.substring(PATH.length()), new Outside(socket, in), () -> connect(request.build()));
        link.open();
        link.carry();
    }

    static boolean concerns(WireRequest request) {
        return request.target().startsWith(PATH) && request.headers().containsKey("sec-websocket-key");
    }

    private Response connect(Request request) throws IOException {
        Request plain = request.newBuilder()
                .url(baseUrl + request.url().encodedPath())
                .header("Connection", "Upgrade")
                // What is compressed could not be looked into.
                .removeHeader("Sec-WebSocket-Extensions")
                .build();
        return exchange.newCall(plain).execute();
    }

    StreamFaults faults() {
        return faults;
    }

    Waits waits() {
        return waits;
    }

    Later later() {
        return later;
    }

    static void thread(String name, Runnable run) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** A client in this process, which is answered with one end of a pipe. */
    private record Inside(Request request, CompletableFuture<Response> promise) implements StreamLink.Visitor {
        @Override
        public StreamEnd answer(int status, String accept) {
            okio.Socket[] ends = Okio.inMemorySocketPair(PIPE);
            Response.Builder response = new Response.Builder()
                    .request(request)
                    .protocol(Protocol.HTTP_1_1)
                    .code(status)
                    .message("")
                    .body(ResponseBody.create("", null));
            if (status == 101) {
                response.header("Connection", "Upgrade")
                        .header("Upgrade", "websocket")
                        .header("Sec-WebSocket-Accept", accept)
                        .socket(ends[0]);
            }
            promise.complete(response.build());
            return StreamEnd.of(ends[1]);
        }

        @Override
        public void refuse() {
            promise.completeExceptionally(new IOException("Connection reset"));
        }
    }

    /** A client that has come over a socket. */
    private record Outside(Socket socket, InputStream in) implements StreamLink.Visitor {
        @Override
        public StreamEnd answer(int status, String accept) throws IOException {
            String head = status == 101
                    ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: " + accept + "\r\n"
                    : "Connection: close\r\nContent-Length: 0\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(String.format(Locale.ROOT, "HTTP/1.1 %d -\r\n%s\r\n", status, head)
                    .getBytes(ISO_8859_1));
            out.flush();
            return StreamEnd.of(socket, in);
        }

        @Override
        public void refuse() {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It is closed already.
            }
        }
    }
}
