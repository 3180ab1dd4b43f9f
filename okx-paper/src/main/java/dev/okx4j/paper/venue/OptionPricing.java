package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.OptionType;
import dev.okx4j.paper.options.Black76;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an option is worth by the volatility that the feed tells and the forward price of its expiry.
 *
 * <p>The worth is in the option's price: of a coin-margined one coins for one coin, else dollars for one coin.
 */
final class OptionPricing {

    private final InstrumentSpec spec;
    private final transient Supplier<@Nullable BigDecimal> forwardPx;
    private final transient Supplier<Instant> now;
    private @Nullable BigDecimal sigma;
    /** The price of the model that the depth was last made around, or null. */
    private @Nullable BigDecimal standing;

    private transient @Nullable Known known;

    OptionPricing(InstrumentSpec spec, Supplier<@Nullable BigDecimal> forwardPx, Supplier<Instant> now) {
        this.spec = spec;
        this.forwardPx = forwardPx;
        this.now = now;
    }

    /** Takes in a volatility that the feed tells. */
    void sigma(BigDecimal told) {
        sigma = told;
        known = null;
    }

    /** Returns the volatility, or null before the feed has told one. */
    @Nullable
    BigDecimal sigma() {
        return sigma;
    }

    /** Returns the forward price of the coin at expiry, or null when the feed has no price of the coin. */
    @Nullable
    BigDecimal forward() {
        return forwardPx.get();
    }

    /** Returns the time left in years of 365 days. */
    BigDecimal years() {
        return Black76.years(now.get(), Objects.requireNonNull(spec.expTime()));
    }

    /** Returns the option as it is now, or null when volatility or forward price are not known. */
    @Nullable
    Black76 model() {
        Known it = known();
        return it == null ? null : it.model;
    }

    /** Returns the mark price, to 16 decimals, or null when volatility or forward price are not known. */
    @Nullable
    BigDecimal mark() {
        Known it = known();
        return it == null ? null : it.mark;
    }

    /** Returns the price that the option trades at as long as nothing recorded has traded: the mark price on the tick. */
    @Nullable
    BigDecimal price() {
        BigDecimal mark = mark();
        return mark == null ? null : Rounding.nearest(mark, spec.tickSz()).max(spec.tickSz());
    }

    /** Returns whether the model's price is another than when this was last asked, and keeps it. */
    boolean hasMoved() {
        BigDecimal px = price();
        boolean moved = px != null && (standing == null || px.compareTo(standing) != 0);
        if (moved) {
            standing = px;
        }
        return moved;
    }

    /** Returns what it is worth in coins for one coin, or in dollars, when it is exercised at a settlement price. */
    BigDecimal payoff(BigDecimal settlementPx) {
        Black76 ended = model(settlementPx, BigDecimal.ZERO, BigDecimal.ZERO);
        return spec.settleCcy().equals(spec.baseCcy()) ? ended.coinPrice() : ended.price();
    }

    /** Returns what it remembers as text. */
    String digest() {
        return sigma + " " + standing;
    }

    /** Works it out once for each moment, forward price and volatility, for it is asked often. */
    private @Nullable Known known() {
        BigDecimal forward = forwardPx.get();
        BigDecimal vol = sigma;
        if (forward == null || vol == null) {
            return null;
        }
        Instant at = now.get();
        Known last = known;
        if (last == null || !last.at.equals(at) || last.forward.compareTo(forward) != 0 || !last.vol.equals(vol)) {
            Black76 model = model(forward, years(), vol);
            BigDecimal mark = spec.settleCcy().equals(spec.baseCcy()) ? model.coinPrice() : model.price();
            last = new Known(at, forward, vol, model, mark);
            known = last;
        }
        return last;
    }

    private Black76 model(BigDecimal forward, BigDecimal years, BigDecimal vol) {
        OptionType type = Objects.requireNonNull(spec.optType());
        return Black76.of(type, forward, Objects.requireNonNull(spec.stk()), years, vol);
    }

    private record Known(Instant at, BigDecimal forward, BigDecimal vol, Black76 model, BigDecimal mark) {}
}
