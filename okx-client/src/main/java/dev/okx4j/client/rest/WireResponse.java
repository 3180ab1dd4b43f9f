package dev.okx4j.client.rest;

import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param status the HTTP status
 * @param headers the headers, names in lower case
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once; copies of a body would buy nothing
public record WireResponse(int status, Map<String, String> headers, byte[] body) {
    /** Returns status and length; the body may hold account data and stays out of logs. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
