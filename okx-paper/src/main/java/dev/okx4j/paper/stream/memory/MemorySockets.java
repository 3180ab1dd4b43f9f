package dev.okx4j.paper.stream.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.okx4j.paper.stream.Door;
import dev.okx4j.paper.stream.Hub;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import okio.Socket;

/**
 * Answers the WebSocket calls of an OkHttp client with connections inside this process, whatever host they name. Other calls,
 * and those of other paths, pass.
 */
public final class MemorySockets implements Interceptor {
    private static final long BUFFER = 1 << 16;
    /** What RFC 6455 has the server add to the client's key. */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Hub hub;

    /** Makes an interceptor whose connections end at a hub. */
    public MemorySockets(Hub hub) {
        this.hub = hub;
    }

    @Override
    public Response intercept(Chain chain) throws java.io.IOException {
        Request request = chain.request();
        Door door = Door.at(request.url().encodedPath());
        String key = request.header("Sec-WebSocket-Key");
        if (door == null || key == null || !"websocket".equalsIgnoreCase(request.header("Upgrade"))) {
            return chain.proceed(request);
        }
        Socket[] ends = Okio.inMemorySocketPair(BUFFER);
        MemoryTransport.start(hub, door, ends[1]);
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(101)
                .message("Switching Protocols")
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Accept", accept(key))
                .body(ResponseBody.create("", null))
                .socket(ends[0])
                .build();
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
