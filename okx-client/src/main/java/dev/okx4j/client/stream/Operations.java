package dev.okx4j.client.stream;

import java.util.function.Consumer;

/** Sends operations on orders over a connection that is logged in. */
interface Operations {
    /**
     * Sends one operation.
     *
     * @param id what OKX repeats in its answer; never used before on this connection
     * @param frame the whole request, which carries that id
     * @param replies hears exactly once what became of it
     * @return false when there is no connection that is logged in: then no byte has left, and nothing is heard
     */
    boolean operate(String id, String frame, Consumer<Reply> replies);

    /**
     * What became of an operation.
     *
     * @param frame OKX's answer, whole; empty when the connection ended before one came
     */
    record Reply(String frame) {
        static final Reply LOST = new Reply("");

        boolean isLost() {
            return frame.isEmpty();
        }
    }
}
