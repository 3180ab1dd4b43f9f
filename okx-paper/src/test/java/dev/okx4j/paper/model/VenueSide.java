package dev.okx4j.paper.model;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.feed.MarketEvent;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.OrderTicket;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TargetCcy;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The venue, taking the same lines of words as the naive exchange. */
final class VenueSide {
    final Venue venue;
    /** What was liquidated or delivered, in the words of the naive exchange. */
    final List<String> forced = new ArrayList<>();

    final Map<Integer, String> ordIds = new HashMap<>();
    private final Map<String, Integer> refs = new HashMap<>();
    /** Every command that the venue was given. */
    final List<Command> commands = new ArrayList<>();
    /** Every market event, in the feed's order. */
    final List<MarketEvent> events = new ArrayList<>();

    private final TypedFeed feed = new TypedFeed();

    VenueSide(Map<String, BigDecimal> balances) {
        venue = Venue.open(feed, balances);
    }

    /** Returns which order of the test an id belongs to; −1 for one of the exchange. */
    int ref(String ordId) {
        return refs.getOrDefault(ordId, -1);
    }

    /** Carries out one line and returns an empty word, or the refusal. */
    String apply(String line) {
        String[] word = line.split(" ");
        Command command = command(word);
        commands.add(command);
        Reply reply = venue.apply(command);
        if (reply instanceof Reply.Refused refused) {
            return refused.refusal().toString();
        }
        if (reply instanceof Reply.Placed placed) {
            know(word[1], placed.ordId());
            tell(placed.events());
        } else if (reply instanceof Reply.Closed closed) {
            know(word[1], closed.ordId());
        } else if (reply instanceof Reply.Amended amended) {
            tell(amended.events());
        } else if (reply instanceof Reply.Advanced advanced) {
            tell(advanced.events());
        }
        return "";
    }

    private void happen(MarketEvent event) {
        events.add(event);
        feed.add(event);
    }

    private void know(String ref, String ordId) {
        ordIds.put(Integer.parseInt(ref), ordId);
        refs.put(ordId, Integer.parseInt(ref));
    }

    private void tell(List<VenueEvent> events) {
        for (VenueEvent event : events) {
            if (event instanceof VenueEvent.Liquidated it) {
                forced.add("liquidated " + it.instId() + " " + it.mgnMode().wire() + " "
                        + it.pos().stripTrailingZeros().toPlainString() + " at "
                        + it.markPx().stripTrailingZeros().toPlainString());
            } else if (event instanceof VenueEvent.Delivered it) {
                forced.add("delivered " + it.instId() + " " + it.mgnMode().wire() + " "
                        + it.pos().stripTrailingZeros().toPlainString());
            }
        }
    }

    private Command command(String[] word) {
        return switch (word[0]) {
            case "place" -> new Command.Place(ticket(word));
            case "cancel" -> new Command.Cancel(word[2], ordId(word[1]), null);
            case "amend" ->
                new Command.Amend(
                        word[2],
                        ordId(word[1]),
                        null,
                        number(word[3]),
                        number(word[4]),
                        null,
                        word[5].contains("c"),
                        word[5].contains("p"));
            case "close" ->
                new Command.ClosePosition(word[2], mode(word[3]), side(word[4]), null, null, word[5].equals("auto"));
            case "lever" -> new Command.SetLeverage(word[1], mode(word[2]), new BigDecimal(word[4]), side(word[3]));
            case "margin" ->
                new Command.AdjustMargin(word[1], side(word[2]), word[3].equals("add"), new BigDecimal(word[4]));
            case "transfer" -> new Command.Transfer(word[1], new BigDecimal(word[2]), word[3].equals("in"), null);
            case "deposit" -> new Command.Deposit(word[1], new BigDecimal(word[2]));
            case "hedge" -> new Command.SetPositionMode(word[1].equals("on"));
            case "fees" -> new Command.SetFeeType(word[1].equals("quote") ? "1" : "0");
            default -> pass(word);
        };
    }

    private Command pass(String[] word) {
        Instant at = Instant.ofEpochMilli(Long.parseLong(word[1]));
        switch (word[0]) {
            case "move" ->
                happen(TypedFeed.move(
                        at, word[2], new BigDecimal(word[3]), new BigDecimal(word[4]), new BigDecimal(word[5])));
            case "mark" -> happen(new MarketEvent.Mark(at, word[2], new BigDecimal(word[3])));
            case "index" -> happen(new MarketEvent.Index(at, word[2], new BigDecimal(word[3])));
            case "funding" -> happen(new MarketEvent.FundingRate(at, word[2], new BigDecimal(word[3])));
            case "wait" -> {}
            default -> throw new IllegalArgumentException(String.join(" ", word));
        }
        return new Command.Advance(at, false);
    }

    private String ordId(String ref) {
        return ordIds.getOrDefault(Integer.parseInt(ref), "1");
    }

    private static OrderTicket ticket(String[] word) {
        String flags = word[10];
        return OrderTicketBuilder.builder()
                .instId(word[2])
                .tdMode(mode(word[3]))
                .posSide(side(word[4]))
                .side(Side.valueOf(word[5].toUpperCase(Locale.ROOT)))
                .ordType(OrderType.valueOf(word[6].toUpperCase(Locale.ROOT)))
                .sz(new BigDecimal(word[7]))
                .px(number(word[8]))
                .stpMode(StpMode.valueOf(word[9].toUpperCase(Locale.ROOT)))
                .reduceOnly(flags.contains("r"))
                .banAmend(flags.contains("b"))
                .pxAmendType(flags.contains("p"))
                .tgtCcy(flags.contains("q") ? TargetCcy.QUOTE_CCY : flags.contains("s") ? TargetCcy.BASE_CCY : null)
                .attachAlgoOrds(List.of())
                .build();
    }

    private static @Nullable BigDecimal number(String word) {
        return word.equals("-") ? null : new BigDecimal(word);
    }

    private static TradeMode mode(String word) {
        return TradeMode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable PosSide side(String word) {
        return word.equals("net") ? null : PosSide.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
