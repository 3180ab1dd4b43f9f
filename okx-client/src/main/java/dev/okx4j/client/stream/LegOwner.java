package dev.okx4j.client.stream;

/** Whose socket a {@link Leg} is: hears what becomes of it. */
interface LegOwner {
    /** It is open, and logged in where that is needed. */
    void ready(Leg leg);

    /** OKX has acknowledged a topic. */
    void live(Leg leg, Feed<?> feed);

    /** A push has come. */
    void push(Leg leg, Feed<?> feed, String frame);

    /** OKX does not serve a topic. */
    void refused(Leg leg, Feed<?> feed, String code, String msg);

    /** A topic is not what it should be and must be asked for anew. */
    void broken(Leg leg, Feed<?> feed, String reason);

    /** OKX has announced that it will close the connection. */
    void leaving(Leg leg);

    /** OKX does not accept the login. */
    void loginRefused(Leg leg, String code, String msg);

    /** An answer to an operation has come. */
    void answered(String id, String frame);

    /** The answer to the last ping has come. */
    void caughtUp(Leg leg);

    /** The connection may send no more requests for a while. */
    void spent(Leg leg);

    /** It has ended; the line is closed. */
    void over(Leg leg, String reason, int code);
}
