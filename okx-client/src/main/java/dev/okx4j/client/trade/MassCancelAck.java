package dev.okx4j.client.trade;

import dev.okx4j.client.json.JsonException;

/**
 * OKX's acknowledgement that all orders of a family under market-maker protection are cancelled.
 *
 * @param result always true: an answer that says otherwise acknowledges nothing
 */
public record MassCancelAck(boolean result) {
    public MassCancelAck {
        if (!result) {
            throw new JsonException("result is not true");
        }
    }
}
