package dev.okx4j.tools.kit;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.publicdata.InstrumentsRequest;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.InstrumentKind;
import dev.okx4j.tools.kit.Choices.StockKind;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.TextForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be traded, and in which steps. */
final class InstrumentTools {
    private static final List<String> SPOT = List.of("instId", "state", "instCategory", "tickSz", "lotSz", "minSz");
    private static final List<String> CONTRACTS = List.of(
            "instId",
            "state",
            "instCategory",
            "settleCcy",
            "ctVal",
            "ctValCcy",
            "ctMult",
            "tickSz",
            "lotSz",
            "minSz",
            "lever",
            "expTime");
    private static final List<String> STOCKS = List.of(
            "instId", "instType", "instCategory", "state", "ctVal", "ctValCcy", "tickSz", "lotSz", "minSz", "lever");
    /** OKX's category of instruments that follow a stock. */
    private static final String STOCK_CATEGORY = "3";

    private InstrumentTools() {}

    /**
     * Which instruments to list.
     *
     * @param instType the kind of instrument
     * @param instId one instrument, shown with all its fields; null for a list
     * @param uly the underlying, sent as instFamily; null for all
     * @param instFamily the instrument family; null for all; counts before uly
     * @param after the instrument that the list goes on behind; null begins it
     * @param demo whether OKX's demo prices are meant; null takes those of the venue
     */
    public record InstrumentsArgs(
            InstrumentKind instType,

            @Doc("Only this instrument, with all its fields") @Form(TextForm.INSTRUMENT) @Nullable
            String instId,

            @Doc(ArgumentDocs.UNDERLYING) @Form(TextForm.FAMILY) @Nullable
            String uly,

            @Doc(ArgumentDocs.FAMILY) @Form(TextForm.FAMILY) @Nullable
            String instFamily,

            @Doc(Paging.AFTER_INSTRUMENT) @Form(TextForm.INSTRUMENT) @Nullable
            String after,

            @Doc(Environment.DOC) @Nullable Boolean demo) {}

    static final Tool<InstrumentsArgs> INSTRUMENTS = Tool.read("market_get_instruments", InstrumentsArgs.class)
            .title("Instruments")
            .description("What can be traded, as rows under one header: size step lotSz, smallest order minSz, price "
                    + "step tickSz; for contracts also what one contract is (ctVal × ctMult in ctValCcy). "
                    + "Look here before the first order. instCategory 3 follows a stock: see market_get_stock_tokens.")
            .handler(InstrumentTools::instruments);

    private static Answer instruments(ToolSession session, InstrumentsArgs args) {
        Environment.check(session, args.demo());
        String family = args.instFamily() == null ? args.uly() : args.instFamily();
        List<Instrument> found = session.okx()
                .publicData()
                .instruments(InstrumentsRequest.builder()
                        .instType(Choices.as(InstType.class, args.instType()))
                        .instFamily(family)
                        .instId(args.instId())
                        .build());
        if (args.instId() != null) {
            return Answer.rows(found);
        }
        boolean spot = args.instType() == InstrumentKind.SPOT || args.instType() == InstrumentKind.MARGIN;
        return Paging.table(spot ? SPOT : CONTRACTS, found, args.after());
    }

    /**
     * Which stock tokens to list.
     *
     * @param instType contracts or tokens; null is SWAP
     * @param instId one instrument; null for all
     * @param demo whether OKX's demo prices are meant; null takes those of the venue
     */
    public record StockTokensArgs(
            @Doc("SWAP if left out: contracts such as NVDA-USDT-SWAP; SPOT: tokens such as XNVDA-USDT") @Nullable
            StockKind instType,

            @Doc("Only this instrument") @Form(TextForm.INSTRUMENT) @Nullable
            String instId,

            @Doc(Environment.DOC) @Nullable Boolean demo) {}

    static final Tool<StockTokensArgs> STOCK_TOKENS = Tool.read("market_get_stock_tokens", StockTokensArgs.class)
            .title("Stock tokens")
            .description("Instruments that follow a stock or fund, with the name of the company where it is known. "
                    + "Ask twice, with instType SWAP and SPOT, to see both kinds. "
                    + "Then market_get_ticker for the price.")
            .handler(InstrumentTools::stockTokens);

    /** Filters by OKX's category, since OKX has no list of these alone. */
    private static Answer stockTokens(ToolSession session, StockTokensArgs args) {
        Environment.check(session, args.demo());
        StockKind kind = args.instType() == null ? StockKind.SWAP : args.instType();
        List<Object> stocks = new ArrayList<>();
        for (Instrument instrument : session.okx()
                .publicData()
                .instruments(InstrumentsRequest.builder()
                        .instType(Choices.as(InstType.class, kind))
                        .instId(args.instId())
                        .build())) {
            if (STOCK_CATEGORY.equals(instrument.instCategory())) {
                Map<String, Object> stock = new LinkedHashMap<>();
                String name = StockNames.of(instrument.instId());
                if (name != null) {
                    stock.put("name", name);
                }
                stock.putAll(Trees.pick(instrument, STOCKS));
                stocks.add(stock);
            }
        }
        return Answer.rows(stocks);
    }

    static List<Tool<?>> all() {
        return List.of(INSTRUMENTS, STOCK_TOKENS);
    }
}
