package dev.okx4j.client.stream;

/** Which of OKX's channels an order book is kept from: how deep it is, how often it comes, and who may have it. */
public enum Depth {
    /** 400 prices a side, changes every 100 ms; for everybody. */
    BOOKS("books", 400),
    /** 400 prices a side, changes every 10 ms; for accounts of VIP level 4 and above that are logged in. */
    L2_TBT("books-l2-tbt", 400),
    /** 50 prices a side, changes every 10 ms; for accounts of VIP level 4 and above that are logged in. */
    L50_TBT("books50-l2-tbt", 50),
    /** 5 prices a side, whole every 100 ms; for everybody. */
    BOOKS5("books5", 5),
    /** The best price of each side, every 10 ms; for everybody. */
    BBO("bbo-tbt", 1);

    private final String channel;
    private final int levels;

    Depth(String channel, int levels) {
        this.channel = channel;
        this.levels = levels;
    }

    /** Returns the channel's name on the wire. */
    public String channel() {
        return channel;
    }

    /** Returns how many prices a side has at most. */
    public int levels() {
        return levels;
    }
}
