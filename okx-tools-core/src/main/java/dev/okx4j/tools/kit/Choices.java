package dev.okx4j.tools.kit;

import org.jspecify.annotations.Nullable;

/** The values that the tools' arguments choose from; each constant is called what OKX calls the value. */
public final class Choices {
    private Choices() {}

    /** The direction of an order. */
    public enum Side {
        buy,
        sell
    }

    /** How a contract position is margined. */
    public enum MarginMode {
        cross,
        isolated
    }

    /** How a spot order is paid for. */
    public enum SpotMode {
        cash,
        cross,
        isolated
    }

    /** Which position an order belongs to. */
    public enum PositionSide {
        long_,
        short_,
        net;

        /** Returns OKX's word, which is a keyword of Java for two of the three. */
        @Override
        public String toString() {
            return this == net ? "net" : name().substring(0, name().length() - 1);
        }
    }

    /** When and how an order fills. */
    public enum OrderType {
        market,
        limit,
        post_only,
        fok,
        ioc
    }

    /** The unit of a contract order's size. */
    public enum SizeUnit {
        base_ccy,
        quote_ccy,
        margin
    }

    /** The unit of a spot order's size. */
    public enum SpotSizeUnit {
        base_ccy,
        quote_ccy
    }

    /** The price that sets off a trigger. */
    public enum PriceType {
        last,
        index,
        mark
    }

    /** The kind of an order that waits for a price. */
    public enum AlgoKind {
        conditional,
        oco,
        move_order_stop
    }

    /** The kind of a contract. */
    public enum ContractKind {
        SWAP,
        FUTURES
    }

    /** The kind of an instrument. */
    public enum InstrumentKind {
        SPOT,
        SWAP,
        FUTURES,
        OPTION,
        MARGIN,
        EVENTS
    }

    /** The kind of a stock token. */
    public enum StockKind {
        SPOT,
        SWAP
    }

    /** Returns the client's constant of the same name. */
    static <E extends Enum<E>> E as(Class<E> type, Enum<?> choice) {
        return Enum.valueOf(type, choice.name());
    }

    /** Returns the client's constant of the same name, or null for none. */
    static <E extends Enum<E>> @Nullable E orNull(Class<E> type, @Nullable Enum<?> choice) {
        return choice == null ? null : as(type, choice);
    }
}
