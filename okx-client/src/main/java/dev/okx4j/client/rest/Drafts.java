package dev.okx4j.client.rest;

import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns requests into intents, with the ids and the one expiry time that they get on this side of the wire. */
final class Drafts {
    static final Duration EXPIRES_AFTER = Duration.ofSeconds(5);

    private static final int ID_LENGTH = 22;

    private final Endpoint<?> endpoint;
    private final WritePlan<?> plan;
    private final Entropy entropy;

    Drafts(Endpoint<?> endpoint, WritePlan<?> plan, Entropy entropy) {
        this.endpoint = endpoint;
        this.plan = plan;
        this.entropy = entropy;
    }

    List<WriteIntent> of(List<?> requests, Instant now) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException(endpoint + " needs at least one request");
        }
        List<WriteIntent> intents = new ArrayList<>(requests.size());
        Set<String> ids = new HashSet<>();
        for (Object request : requests) {
            WriteIntent intent = of(request, now);
            if (plan.namesSomethingNew() && !ids.add(intent.clOrdId())) {
                throw new IllegalArgumentException("Two requests have the " + plan.clientId() + " " + intent.clOrdId()
                        + ": an id names one order");
            }
            intents.add(intent);
        }
        return intents;
    }

    private WriteIntent of(Object request, Instant now) {
        Map<String, Object> values = RequestForm.values(request);
        String clientId = "";
        if (values.get(plan.clientId()) instanceof String given) {
            clientId = ClientIds.check(plan.clientId(), given);
        } else if (plan.namesSomethingNew()) {
            clientId = ClientIds.next(entropy);
            values.put(plan.clientId(), clientId);
        }
        String second = plan.mints();
        if (second != null && !values.containsKey(second)) {
            values.put(second, ClientIds.next(entropy));
        }
        @Nullable Instant expTime = plan.expires() ? now.plus(EXPIRES_AFTER) : null;
        return new WriteIntent(
                entropy.alphanumeric(ID_LENGTH),
                plan.kind(),
                endpoint.path(),
                clientId,
                Collections.unmodifiableMap(values),
                now,
                expTime,
                1);
    }
}
