package dev.okx4j.testing.network;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.testing.SignedCalls;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A client as people write it: OkHttp as it comes, and up to three tries when an answer says, or seems to say, that the first
 * one failed for now.
 */
final class NaiveClient implements Closeable {
    private static final int TRIES = 3;
    private static final Set<String> TRY_AGAIN = Set.of("50001", "50004", "50011", "50013", "50026");

    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(SocketFaults.PATIENCE).build();
    private final String baseUrl;
    private final SignedCalls signs;

    NaiveClient(String baseUrl, SignedCalls signs) {
        this.baseUrl = baseUrl;
        this.signs = signs;
    }

    /** Returns whether the write is done, as far as this client knows. */
    boolean write(String path, Object body) {
        for (int i = 0; i < TRIES; i++) {
            WireRequest signed = signs.post(path, body);
            Request request = new Request.Builder()
                    .url(baseUrl + path)
                    .headers(Headers.of(signed.headers()))
                    .post(RequestBody.create(signed.body(), MediaType.get("application/json")))
                    .build();
            try (Response response = http.newCall(request).execute()) {
                // As lenient as most: what follows the document does not matter.
                Object tree = JsonReader.of(response.body().source()).readJsonValue();
                if (response.code() < 500 && tree instanceof Map<?, ?> answer) {
                    if (!TRY_AGAIN.contains(String.valueOf(answer.get("code")))) {
                        return isDone(answer);
                    }
                }
            } catch (IOException | JsonDataException failed) {
                // Try again.
            }
        }
        return false;
    }

    private static boolean isDone(Map<?, ?> answer) {
        return "0".equals(answer.get("code"))
                && answer.get("data") instanceof List<?> items
                && !items.isEmpty()
                && items.stream().allMatch(item -> item instanceof Map<?, ?> map && "0".equals(map.get("sCode")));
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
