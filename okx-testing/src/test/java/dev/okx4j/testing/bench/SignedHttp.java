package dev.okx4j.testing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls of an exchange over HTTP, signed as OKX asks for, with nothing of ours in between. */
final class SignedHttp {
    static final String KEY = "bench-key";
    static final String SECRET = "bench-secret";
    static final String PASSPHRASE = "bench-passphrase";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;

    SignedHttp(int port) {
        this.baseUrl = "http://127.0.0.1:" + port;
    }

    /** Posts a body and returns the answer, which must have code 0. */
    String post(String path, String body) throws IOException, InterruptedException {
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .header("OK-ACCESS-KEY", KEY)
                .header("OK-ACCESS-PASSPHRASE", PASSPHRASE)
                .header("OK-ACCESS-TIMESTAMP", stamped(time))
                .header("OK-ACCESS-SIGN", sign(stamped(time) + "POST" + path + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        if (!answer.startsWith("{\"code\":\"0\"")) {
            throw new IOException(path + " was answered with " + answer);
        }
        return answer;
    }

    /** Returns a time with its milliseconds, which Java leaves out when they are zero. */
    private static String stamped(String time) {
        return time.length() == 20 ? time.replace("Z", ".000Z") : time;
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
