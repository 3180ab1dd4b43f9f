package dev.okx4j.paper.stream;

/** A connection that follows a market channel. */
final class TopicSubscription extends Subscription {
    private final AccountStream stream;
    private final Topic topic;

    TopicSubscription(Connection connection, Arg arg, AccountStream stream, Topic topic) {
        super(connection, arg, stream);
        this.stream = stream;
        this.topic = topic;
    }

    @Override
    void begin(Moment now) {
        topic.join(this, now);
    }

    @Override
    void end() {
        stream.leave(topic, this);
    }
}
