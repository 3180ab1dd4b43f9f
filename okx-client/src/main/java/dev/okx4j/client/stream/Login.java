package dev.okx4j.client.stream;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the request to log in.
 *
 * @param credentials the key
 * @param time OKX's time as far as it is known
 */
record Login(Credentials credentials, Supplier<Instant> time) {
    /** Returns a request signed now; OKX takes it for thirty seconds. */
    String frame() {
        String seconds = Long.toString(time.get().getEpochSecond());
        return Json.write(Map.of(
                "op",
                "login",
                "args",
                List.of(Map.of(
                        "apiKey", credentials.apiKey(),
                        "passphrase", credentials.passphrase().reveal(),
                        "timestamp", seconds,
                        "sign", credentials.signer().sign(seconds + "GET/users/self/verify")))));
    }
}
