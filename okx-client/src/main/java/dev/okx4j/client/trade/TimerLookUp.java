package dev.okx4j.client.trade;

import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;

/** The timer that cancels all orders cannot be looked up: it is only known once it has been set anew. */
final class TimerLookUp implements LookUp<CancelAllAfterAck> {
    @Override
    public Sight<CancelAllAfterAck> look(Rest rest, WriteIntent intent) {
        return new Sight.Pending<>();
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return false;
    }
}
