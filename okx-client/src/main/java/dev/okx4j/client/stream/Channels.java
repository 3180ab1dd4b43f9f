package dev.okx4j.client.stream;

import static dev.okx4j.client.stream.ChannelDraft.login;
import static dev.okx4j.client.stream.ChannelDraft.open;
import static dev.okx4j.client.stream.StreamUrl.BUSINESS;
import static dev.okx4j.client.stream.StreamUrl.PRIVATE;
import static dev.okx4j.client.stream.StreamUrl.PUBLIC;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.algo.AlgoOrder;
import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.publicdata.MarkPrice;
import dev.okx4j.client.stream.book.BookChange;
import dev.okx4j.client.stream.event.AccountGreeks;
import dev.okx4j.client.stream.event.AdlWarning;
import dev.okx4j.client.stream.event.BalanceAndPosition;
import dev.okx4j.client.stream.event.BlockTicker;
import dev.okx4j.client.stream.event.BlockTrade;
import dev.okx4j.client.stream.event.BookTop;
import dev.okx4j.client.stream.event.CallAuction;
import dev.okx4j.client.stream.event.ContractGrid;
import dev.okx4j.client.stream.event.Deposit;
import dev.okx4j.client.stream.event.EconomicEvent;
import dev.okx4j.client.stream.event.EstimatedPrice;
import dev.okx4j.client.stream.event.EventMarket;
import dev.okx4j.client.stream.event.FundingRate;
import dev.okx4j.client.stream.event.GridOrder;
import dev.okx4j.client.stream.event.GridPosition;
import dev.okx4j.client.stream.event.IndexTicker;
import dev.okx4j.client.stream.event.LeadTradeNotice;
import dev.okx4j.client.stream.event.LiquidationOrder;
import dev.okx4j.client.stream.event.LiquidationWarning;
import dev.okx4j.client.stream.event.OpenInterest;
import dev.okx4j.client.stream.event.OptionSummary;
import dev.okx4j.client.stream.event.OptionTrade;
import dev.okx4j.client.stream.event.OwnFill;
import dev.okx4j.client.stream.event.PriceCandle;
import dev.okx4j.client.stream.event.PriceLimit;
import dev.okx4j.client.stream.event.PublicBlockLeg;
import dev.okx4j.client.stream.event.PublicBlockTrade;
import dev.okx4j.client.stream.event.Quote;
import dev.okx4j.client.stream.event.RecurringBuy;
import dev.okx4j.client.stream.event.Rfq;
import dev.okx4j.client.stream.event.SpotGrid;
import dev.okx4j.client.stream.event.SpreadBook;
import dev.okx4j.client.stream.event.SpreadCandle;
import dev.okx4j.client.stream.event.SpreadOrder;
import dev.okx4j.client.stream.event.SpreadPublicTrade;
import dev.okx4j.client.stream.event.SpreadTicker;
import dev.okx4j.client.stream.event.SpreadTrade;
import dev.okx4j.client.stream.event.SystemStatus;
import dev.okx4j.client.stream.event.Trade;
import dev.okx4j.client.stream.event.Withdrawal;
import dev.okx4j.client.trade.Order;
import java.util.List;

/** Every channel that OKX documents. One that stands for several, such as candles, is a method. */
public final class Channels {
    /** The latest price, the best quotes and the figures of 24 hours of an instrument; up to ten a second. */
    public static final Channel<Ticker> TICKERS =
            open(PUBLIC, "tickers").needs("instId").state(Ticker.class);
    /** The trades of an instrument; what one taker took at one price is told as one. */
    public static final Channel<Trade> TRADES =
            open(PUBLIC, "trades").needs("instId").every(Trade.class);
    /** The trades of an instrument, each match by itself. */
    public static final Channel<Trade> ALL_TRADES =
            open(BUSINESS, "trades-all").needs("instId").every(Trade.class);
    /** The trades of options: {@code instType} and either {@code instId} or {@code instFamily}. */
    public static final Channel<OptionTrade> OPTION_TRADES =
            open(PUBLIC, "option-trades").needs("instType", "instId|instFamily").every(OptionTrade.class);
    /** The best bid and ask of an instrument, at every change; up to a hundred a second. */
    public static final Channel<BookTop> BEST_QUOTES =
            open(PUBLIC, "bbo-tbt").needs("instId").state(BookTop.class);
    /** The five best levels of each side, whole in every push; up to ten a second. */
    public static final Channel<BookTop> BOOKS5 =
            open(PUBLIC, "books5").needs("instId").state(BookTop.class);
    /** The 400 best levels of each side as a snapshot and changes; up to ten changes a second. */
    public static final Channel<BookChange> BOOKS = book("books");
    /** The same, up to a hundred changes a second; for accounts of fee tier VIP 4 and above. */
    public static final Channel<BookChange> BOOKS_FAST = fastBook("books-l2-tbt");
    /** The 50 best levels of each side, up to a hundred changes a second; for accounts of fee tier VIP 4 and above. */
    public static final Channel<BookChange> BOOKS50_FAST = fastBook("books50-l2-tbt");
    /** The 400 best levels of each side with what only retail takers can trade with. */
    public static final Channel<BookChange> BOOKS_RPI = book("books-rpi");
    /** The same under its old name; OKX advises against it. */
    public static final Channel<BookChange> BOOKS_ELP = book("books-elp");
    /** How a call auction stands. */
    public static final Channel<CallAuction> CALL_AUCTIONS =
            open(PUBLIC, "call-auction-details").needs("instId").state(CallAuction.class);

    /** What can be traded: all instruments of a type at first, then each one that changes. */
    public static final Channel<Instrument> INSTRUMENTS =
            open(PUBLIC, "instruments").needs("instType").newest(Instrument.class, Instrument::instId);
    /** The mark price of an instrument. */
    public static final Channel<MarkPrice> MARK_PRICES =
            open(PUBLIC, "mark-price").needs("instId").state(MarkPrice.class);
    /** The price of an index, such as BTC-USDT. */
    public static final Channel<IndexTicker> INDEX_TICKERS =
            open(PUBLIC, "index-tickers").needs("instId").state(IndexTicker.class);
    /** The funding of a perpetual contract. */
    public static final Channel<FundingRate> FUNDING_RATES =
            open(PUBLIC, "funding-rate").needs("instId").state(FundingRate.class);
    /** The open interest of a derivative. */
    public static final Channel<OpenInterest> OPEN_INTEREST =
            open(PUBLIC, "open-interest").needs("instId").state(OpenInterest.class);
    /** Between which prices orders for an instrument are taken. */
    public static final Channel<PriceLimit> PRICE_LIMITS =
            open(PUBLIC, "price-limit").needs("instId").state(PriceLimit.class);
    /** The greeks and volatilities of the options of a family. */
    public static final Channel<OptionSummary> OPTION_SUMMARIES =
            open(PUBLIC, "opt-summary").needs("instFamily").newest(OptionSummary.class, OptionSummary::instId);
    /** At which price contracts will settle, in the half hour before: {@code instType} and either {@code instId} or {@code instFamily}. */
    public static final Channel<EstimatedPrice> ESTIMATED_PRICES = open(PUBLIC, "estimated-price")
            .needs("instType", "instFamily|instId")
            .newest(EstimatedPrice.class, EstimatedPrice::instId);
    /** Liquidations of others, by instrument type. */
    public static final Channel<LiquidationOrder> LIQUIDATIONS =
            open(PUBLIC, "liquidation-orders").needs("instType").every(LiquidationOrder.class);
    /** How near auto-deleveraging is, by instrument type; silent while it is not. */
    public static final Channel<AdlWarning> ADL_WARNINGS =
            open(PUBLIC, "adl-warning").needs("instType").takes("instFamily").every(AdlWarning.class);
    /** The markets of event contracts; its argument is EVENTS. */
    public static final Channel<EventMarket> EVENT_MARKETS =
            open(PUBLIC, "event-contract-markets").needs("instType").every(EventMarket.class);
    /** Economic figures; in production only, for accounts of fee tier VIP 1 and above. */
    public static final Channel<EconomicEvent> ECONOMIC_CALENDAR =
            login(BUSINESS, "economic-calendar").every(EconomicEvent.class);
    /** Maintenance of OKX: the latest at first, then each change. */
    public static final Channel<SystemStatus> STATUS = open(PUBLIC, "status").every(SystemStatus.class);

    /** The orders of this account at every change, by instrument type. Nothing is pushed at first. */
    public static final Channel<Order> ORDERS = login(PRIVATE, "orders")
            .needs("instType")
            .takes("instFamily", "instId")
            .every(Order.class);
    /** The fills of this account; for accounts of fee tier VIP 4 and above. */
    public static final Channel<OwnFill> FILLS =
            login(PRIVATE, "fills").takes("instId").every(OwnFill.class);
    /** The positions of this account: all at first and regularly, then each that changes. A closed one comes with size 0. */
    public static final Channel<Position> POSITIONS = login(PRIVATE, "positions")
            .needs("instType")
            .takes("instFamily", "instId", "extraParams")
            .every(new Rows<>(Position.class, Whole.BY_EVENT_TYPE));
    /** The balance of this account: all of it at first and regularly, then the currencies that change. */
    public static final Channel<AccountBalance> ACCOUNT = login(PRIVATE, "account")
            .takes("ccy", "extraParams")
            .every(new Rows<>(AccountBalance.class, Whole.BY_EVENT_TYPE));
    /** Cash and positions together, all at first and then what each event changed. */
    public static final Channel<BalanceAndPosition> BALANCE_AND_POSITION =
            login(PRIVATE, "balance_and_position").every(new Rows<>(BalanceAndPosition.class, Whole.BY_FIRST_ROW));
    /** The greeks of this account, by currency. */
    public static final Channel<AccountGreeks> ACCOUNT_GREEKS =
            login(PRIVATE, "account-greeks").takes("ccy").newest(AccountGreeks.class, AccountGreeks::ccy);
    /** Positions near their liquidation, by instrument type; no more than a warning. */
    public static final Channel<LiquidationWarning> LIQUIDATION_WARNINGS = login(PRIVATE, "liquidation-warning")
            .needs("instType")
            .takes("instFamily", "instId")
            .every(LiquidationWarning.class);
    /** Stops, triggers and chases of this account, by instrument type. Nothing is pushed at first. */
    public static final Channel<AlgoOrder> ALGO_ORDERS = login(BUSINESS, "orders-algo")
            .needs("instType")
            .takes("instFamily", "instId")
            .every(AlgoOrder.class);
    /** Icebergs, TWAPs and trailing stops of this account, by instrument type: those that are pending at first, then each change. */
    public static final Channel<AlgoOrder> ADVANCED_ALGO_ORDERS = login(BUSINESS, "algo-advance")
            .needs("instType")
            .takes("instId", "algoId")
            .every(AlgoOrder.class);
    /** Deposits, from their beginning on; a master account hears of its sub-accounts too. */
    public static final Channel<Deposit> DEPOSITS =
            login(BUSINESS, "deposit-info").takes("ccy").every(Deposit.class);
    /** Withdrawals, from their beginning on; a master account hears of its sub-accounts too. */
    public static final Channel<Withdrawal> WITHDRAWALS =
            login(BUSINESS, "withdrawal-info").takes("ccy").every(Withdrawal.class);

    /** Grid bots on the spot market: SPOT or ANY. */
    public static final Channel<SpotGrid> SPOT_GRIDS = login(BUSINESS, "grid-orders-spot")
            .needs("instType")
            .takes("instId", "algoId")
            .every(SpotGrid.class);
    /** Grid bots on contracts: SWAP, FUTURES or ANY. */
    public static final Channel<ContractGrid> CONTRACT_GRIDS = login(BUSINESS, "grid-orders-contract")
            .needs("instType")
            .takes("instId", "algoId")
            .every(ContractGrid.class);
    /** The positions of a grid bot, by its {@code algoId}. A push without rows says nothing. */
    public static final Channel<GridPosition> GRID_POSITIONS =
            login(BUSINESS, "grid-positions").needs("algoId").every(GridPosition.class);
    /** The orders of a grid bot, by its {@code algoId}. A push without rows says nothing. */
    public static final Channel<GridOrder> GRID_ORDERS =
            login(BUSINESS, "grid-sub-orders").needs("algoId").every(GridOrder.class);
    /** Bots that buy at regular times: SPOT or ANY. */
    public static final Channel<RecurringBuy> RECURRING_BUYS = login(BUSINESS, "algo-recurring-buy")
            .needs("instType")
            .takes("algoId")
            .every(RecurringBuy.class);
    /** Lead trades that were not taken; its argument is SWAP. */
    public static final Channel<LeadTradeNotice> LEAD_TRADE_NOTICES = login(BUSINESS, "copytrading-lead-notification")
            .needs("instType")
            .takes("instId")
            .every(LeadTradeNotice.class);

    /** Requests for quotes that this account sent or received. */
    public static final Channel<Rfq> RFQS = login(BUSINESS, "rfqs").every(Rfq.class);
    /** Quotes that this account sent or received. */
    public static final Channel<Quote> QUOTES = login(BUSINESS, "quotes").every(Quote.class);
    /** The block trades of this account. */
    public static final Channel<BlockTrade> BLOCK_TRADES =
            login(BUSINESS, "struc-block-trades").every(BlockTrade.class);
    /** The block trades of others, a quarter of an hour later, with all their legs. */
    public static final Channel<PublicBlockTrade> PUBLIC_BLOCK_TRADES =
            open(BUSINESS, "public-struc-block-trades").every(PublicBlockTrade.class);
    /** The same, leg by leg, of one instrument. */
    public static final Channel<PublicBlockLeg> PUBLIC_BLOCK_LEGS =
            open(BUSINESS, "public-block-trades").needs("instId").every(PublicBlockLeg.class);
    /** The volume that an instrument traded in blocks. */
    public static final Channel<BlockTicker> BLOCK_TICKERS =
            open(BUSINESS, "block-tickers").needs("instId").state(BlockTicker.class);

    /** The latest price, the best quotes and the figures of 24 hours of a spread. */
    public static final Channel<SpreadTicker> SPREAD_TICKERS =
            open(BUSINESS, "sprd-tickers").needs("sprdId").state(SpreadTicker.class);
    /** The trades of a spread. */
    public static final Channel<SpreadPublicTrade> SPREAD_PUBLIC_TRADES =
            open(BUSINESS, "sprd-public-trades").needs("sprdId").every(SpreadPublicTrade.class);
    /** The best bid and ask of a spread, at every change. */
    public static final Channel<SpreadBook> SPREAD_BEST_QUOTES =
            open(BUSINESS, "sprd-bbo-tbt").needs("sprdId").state(SpreadBook.class);
    /** The five best levels of each side of a spread, whole in every push. */
    public static final Channel<SpreadBook> SPREAD_BOOKS5 =
            open(BUSINESS, "sprd-books5").needs("sprdId").state(SpreadBook.class);
    /** The 400 best levels of each side of a spread as a snapshot and changes; up to a hundred changes a second. */
    public static final Channel<BookChange> SPREAD_BOOKS =
            open(BUSINESS, "sprd-books-l2-tbt").needs("sprdId").every(Channels::change);
    /** The orders of this account for spreads. Nothing is pushed at first. */
    public static final Channel<SpreadOrder> SPREAD_ORDERS =
            login(BUSINESS, "sprd-orders").takes("sprdId").every(SpreadOrder.class);
    /** The trades of this account in spreads. */
    public static final Channel<SpreadTrade> SPREAD_TRADES =
            login(BUSINESS, "sprd-trades").takes("sprdId").every(SpreadTrade.class);

    private Channels() {}

    /** Returns the candles of an instrument: each push is the candle as it stands, until it is confirmed; 1s to 3Mutc. */
    public static Channel<Candle> candles(Bar bar) {
        return bars("candle", bar, bar != Bar.Y1_UTC).needs("instId").newest(Candle.class, Candle::ts);
    }

    /** Returns the candles of mark prices; 1m to 1Yutc. */
    public static Channel<PriceCandle> markPriceCandles(Bar bar) {
        return bars("mark-price-candle", bar, bar != Bar.S1).needs("instId").newest(PriceCandle.class, PriceCandle::ts);
    }

    /** Returns the candles of an index, such as BTC-USD; 1m to 3Mutc. */
    public static Channel<PriceCandle> indexCandles(Bar bar) {
        return bars("index-candle", bar, bar != Bar.S1 && bar != Bar.Y1_UTC)
                .needs("instId")
                .newest(PriceCandle.class, PriceCandle::ts);
    }

    /** Returns the candles of a spread; 1m to 3Mutc. */
    public static Channel<SpreadCandle> spreadCandles(Bar bar) {
        return bars("sprd-candle", bar, bar != Bar.S1 && bar != Bar.Y1_UTC)
                .needs("sprdId")
                .newest(SpreadCandle.class, SpreadCandle::ts);
    }

    private static ChannelDraft bars(String name, Bar bar, boolean exists) {
        if (!exists) {
            throw new IllegalArgumentException("OKX has no channel " + name + bar.text());
        }
        return open(BUSINESS, name + bar.text());
    }

    private static Channel<BookChange> book(String name) {
        return open(PUBLIC, name).needs("instId").every(Channels::change);
    }

    private static Channel<BookChange> fastBook(String name) {
        return login(PUBLIC, name).needs("instId").every(Channels::change);
    }

    private static Update<BookChange> change(Topic<BookChange> topic, String frame) {
        BookChange change = BookChange.parse(frame);
        return new Update<>(topic, List.of(change), change.snapshot(), false);
    }
}
