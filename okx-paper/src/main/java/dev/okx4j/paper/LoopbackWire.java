package dev.okx4j.paper;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Carries requests to the process that hosts the account: one connection each, and never a second attempt. */
final class LoopbackWire implements Wire {
    private static final OkHttpClient CLIENT = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            // A kept connection could be one to a host that has gone: then nobody knows what became of a request.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .build();

    private final int port;

    LoopbackWire(int port) {
        this.port = port;
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        Request.Builder builder = new Request.Builder()
                .url("http://127.0.0.1:" + port + request.target())
                .headers(Headers.of(request.headers()));
        if (request.method().equals("GET")) {
            builder.get();
        } else {
            // Without a media type here the one among the signed headers stands.
            builder.method(request.method(), RequestBody.create(request.body(), (MediaType) null));
        }
        Duration timeout = request.timeout();
        OkHttpClient client = CLIENT.newBuilder()
                .callTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .build();
        try (Response response = client.newCall(builder.build()).execute()) {
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().forEach(pair -> headers.put(pair.getFirst().toLowerCase(Locale.ROOT), pair.getSecond()));
            return new WireResponse(response.code(), headers, response.body().bytes());
        } catch (ConnectException e) {
            throw new NotSentException("The process that hosts the paper account does not listen on port " + port, e);
        }
    }
}
