package dev.okx4j.paper.stream;

import dev.okx4j.paper.state.AccountWatch;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import dev.okx4j.paper.wire.Grant;
import dev.okx4j.paper.wire.StreamDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is pushed from one account: its market as topics, its orders and money as private subscriptions.
 *
 * <p>What a command does is written while it runs and pushed once it is in force, in the order in which it happened. The
 * account's lock is taken before this object's monitor, never after it; no push waits for a client.
 */
final class AccountStream implements AccountWatch {
    private final StreamDesk desk;
    private final Grant grant;
    private final Catalogue catalogue;
    /** Market channels that somebody follows, by the JSON of what was subscribed to. */
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    private final Map<Topic, String> keys = new HashMap<>();
    private final Set<PrivateSubscription> privates = new LinkedHashSet<>();
    private final List<Runnable> pending = new ArrayList<>();
    private final Set<String> dirty = new HashSet<>();
    private boolean watching;
    private @Nullable Holdings known;
    private @Nullable Holdings knownForGood;

    AccountStream(StreamDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.catalogue = new Catalogue(desk, grant);
    }

    /** Begins a subscription: acknowledges it, unless that is empty, and pushes what it begins with. */
    Subscription subscribe(Connection connection, Arg arg, String acknowledgement) {
        PaperAccount account = grant.account();
        return account.read(venue -> {
            Moment now = new Moment(venue, account.revision(), desk.clock().nanos());
            synchronized (this) {
                if (!watching) {
                    account.watch(this);
                    watching = true;
                }
                Subscription subscription = opened(connection, arg, now);
                if (!acknowledgement.isEmpty()) {
                    connection.push(Frame.of(acknowledgement));
                }
                subscription.begin(now);
                return subscription;
            }
        });
    }

    private Subscription opened(Connection connection, Arg arg, Moment now) {
        Channel channel = Channel.of(arg);
        if (channel.isPrivate()) {
            PrivateSubscription opened = catalogue.privately(channel, connection, arg, this, now.venue());
            privates.add(opened);
            if (known == null) {
                known = Holdings.of(now.venue());
                knownForGood = known;
            }
            return opened;
        }
        Arg canonical = catalogue.canonical(channel, arg);
        String key = canonical.json();
        Topic topic = topics.get(key);
        if (topic == null) {
            topic = catalogue.publicly(channel, canonical, now);
            topics.put(key, topic);
            keys.put(topic, key);
        }
        return new TopicSubscription(connection, arg, this, topic);
    }

    /** Ends a subscription. */
    synchronized void end(Subscription subscription) {
        subscription.end();
    }

    /** Forgets a private subscription. */
    void leave(PrivateSubscription subscription) {
        privates.remove(subscription);
        if (privates.isEmpty()) {
            known = null;
            knownForGood = null;
        }
    }

    /** Takes a follower off a market channel, which ends with its last one. */
    void leave(Topic topic, TopicSubscription follower) {
        topic.members.remove(follower);
        if (topic.members.isEmpty()) {
            String key = keys.remove(topic);
            topics.remove(key);
        }
    }

    /** Does something once the command that runs is in force. */
    void later(Runnable push) {
        pending.add(push);
    }

    @Override
    public synchronized void stepped(Venue venue, List<VenueEvent> events) {
        boolean news = false;
        for (VenueEvent event : events) {
            dirty.add(event.instId());
            news |= !(event instanceof VenueEvent.Priced);
            for (Topic topic : topics.values()) {
                if (topic.concerns(event.instId())) {
                    topic.happened(venue, event, this);
                }
            }
            privates.forEach(subscription -> subscription.happened(venue, event));
        }
        Holdings told = known;
        if (news || (told != null && told.bills() != venue.bills().size())) {
            compare(venue);
        }
    }

    /** Tells the private subscriptions what has become of positions, money and algo orders. */
    private void compare(Venue venue) {
        Holdings before = known;
        if (before != null) {
            Holdings after = Holdings.of(venue);
            known = after;
            HoldingsChange change = new HoldingsChange(before, after, venue);
            privates.forEach(subscription -> subscription.changed(venue, change));
        }
    }

    @Override
    public synchronized void committed(Venue venue, long revision) {
        compare(venue);
        knownForGood = known;
        pending.forEach(Runnable::run);
        pending.clear();
        Moment now = new Moment(venue, revision, desk.clock().nanos());
        for (Topic topic : topics.values()) {
            if (dirty.stream().anyMatch(topic::concerns)) {
                topic.touched(now);
            }
        }
        dirty.clear();
    }

    @Override
    public synchronized void dropped() {
        pending.clear();
        dirty.clear();
        known = knownForGood;
        topics.values().forEach(Topic::dropped);
    }

    /** Does and pushes what is due by the wire clock; the timers of cancel-all-after go off for whoever looks on. */
    void tick(long nanos) {
        grant.account().expire(desk.clock().now());
        synchronized (this) {
            if (topics.values().stream().noneMatch(topic -> topic.isDue(nanos))
                    && privates.stream().noneMatch(subscription -> subscription.isDue(nanos))) {
                return;
            }
        }
        PaperAccount account = grant.account();
        account.read(venue -> {
            synchronized (this) {
                Moment now = new Moment(venue, account.revision(), nanos);
                topics.values().forEach(topic -> topic.tick(now));
                privates.forEach(subscription -> subscription.tick(now));
                return true;
            }
        });
    }
}
