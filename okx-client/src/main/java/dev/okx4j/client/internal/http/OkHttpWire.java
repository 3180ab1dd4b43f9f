package dev.okx4j.client.internal.http;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The wire over HTTP, by OkHttp. */
public final class OkHttpWire implements Wire, AutoCloseable {
    private final HttpUrl base;
    private final OkHttpClients clients;

    public OkHttpWire(BaseUrl base) {
        this(base, (Proxy) null);
    }

    /** @param proxy what to connect through; null for what the JVM's settings say */
    public OkHttpWire(BaseUrl base, @Nullable Proxy proxy) {
        this(base, OkHttpClients.create(proxy));
    }

    private OkHttpWire(BaseUrl base, OkHttpClients clients) {
        this.base = HttpUrl.get(base.toString());
        this.clients = clients;
    }

    /** Returns a wire to a port of this machine that opens a connection for each request, and so needs no closing. */
    public static Wire loopback(int port) {
        return new OkHttpWire(BaseUrl.of("http://127.0.0.1:" + port), OkHttpClients.withoutKeptConnections());
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        OkHttpClients.FirstByte firstByte = new OkHttpClients.FirstByte();
        Call call = (request.write() ? clients.writes() : clients.reads()).newCall(firstByte.tag(build(request)));
        call.timeout().timeout(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return new WireResponse(response.code(), headers(response.headers()), body(response, request.maxBytes()));
        } catch (IOException e) {
            throw failed(e, firstByte);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // undeclared, as Kotlin may: a thread was interrupted while it connected
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw failed(new InterruptedIOException("interrupted"), firstByte);
        }
    }

    private static IOException failed(IOException e, OkHttpClients.FirstByte firstByte) {
        return firstByte.left() ? e : new NotSentException(String.valueOf(e.getMessage()), e);
    }

    private Request.Builder build(WireRequest request) {
        HttpUrl url = url(request.target());
        Request.Builder builder = new Request.Builder().url(url).headers(Headers.of(request.headers()));
        return builder.method(
                request.method(), request.method().equals("GET") ? null : new OneShotBody(request.body()));
    }

    /** Returns the URL of a target, whose path and query are exactly the ones that were signed. */
    private HttpUrl url(String target) {
        int mark = target.indexOf('?');
        HttpUrl url = base.newBuilder()
                .encodedPath(mark < 0 ? target : target.substring(0, mark))
                .encodedQuery(mark < 0 ? null : target.substring(mark + 1))
                .build();
        String query = url.encodedQuery();
        if (!target.equals(query == null ? url.encodedPath() : url.encodedPath() + "?" + query)) {
            throw new IllegalArgumentException("The path would not go out as it was signed: " + url.encodedPath());
        }
        return url;
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            map.putIfAbsent(headers.name(i).toLowerCase(Locale.ROOT), headers.value(i));
        }
        return map;
    }

    private static byte[] body(Response response, int maxBytes) throws IOException {
        String encoding = response.header("Content-Encoding", "identity");
        if (!"identity".equalsIgnoreCase(encoding)) {
            throw new IOException("The answer is compressed although nobody asked for that");
        }
        BufferedSource source = response.body().source();
        if (source.request(maxBytes + 1L)) {
            throw new IOException("The answer is longer than " + maxBytes + " bytes");
        }
        return source.readByteArray();
    }

    @Override
    public void close() {
        clients.close();
    }
}
