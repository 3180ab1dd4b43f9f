package dev.okx4j.tools.kit;

import dev.okx4j.client.account.LeverageRequest;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.account.SetLeverageRequest;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.FillsRequest;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.ContractKind;
import dev.okx4j.tools.kit.Choices.MarginMode;
import dev.okx4j.tools.kit.Choices.PositionSide;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.Range;
import dev.okx4j.tools.schema.TextForm;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions in contracts, what traded, and the leverage they are held with. */
final class SwapPositionTools {
    private SwapPositionTools() {}

    /**
     * Which positions to list; each filter that is null does not filter.
     *
     * @param instType the kind of contract; null is SWAP
     * @param instId one contract
     * @param posId one position
     */
    public record PositionsArgs(
            @Doc(ArgumentDocs.SWAP_BY_DEFAULT) @Nullable ContractKind instType,
            @Form(TextForm.INSTRUMENT) @Nullable String instId,
            @Form(TextForm.ID) @Nullable String posId) {}

    static final Tool<PositionsArgs> POSITIONS = Tool.read("swap_get_positions", PositionsArgs.class)
            .title("Positions")
            .description("Open positions in contracts: pos in contracts (negative is short in one-way mode), avgPx, "
                    + "markPx, unrealised profit upl, realizedPnl, margin and liquidation price liqPx. "
                    + "None open is an empty list.")
            .handler((session, args) -> Answer.rows(session.okx()
                    .account()
                    .positions(PositionsRequest.builder()
                            .instType(kind(args.instType()))
                            .instId(args.instId() == null ? null : List.of(args.instId()))
                            .posId(args.posId() == null ? null : List.of(args.posId()))
                            .build())));

    /**
     * Which fills to list; each filter that is null does not filter.
     *
     * @param archive true for up to 3 months, else the last 3 days
     * @param instType the kind of contract; null is SWAP
     * @param instId one contract
     * @param ordId one order
     * @param after the billId that the list goes on behind, toward older ones
     * @param before the billId that the list ends before, from newer ones
     * @param begin milliseconds since 1970, included
     * @param end milliseconds since 1970, included
     * @param limit rows; 100, or 20 from the archive, if null
     */
    public record FillsArgs(
            @Doc("false: the last 3 days (default); true: up to 3 months") @Nullable
            Boolean archive,

            @Doc(ArgumentDocs.SWAP_BY_DEFAULT) @Nullable ContractKind instType,
            @Form(TextForm.INSTRUMENT) @Nullable String instId,
            @Form(TextForm.ID) @Nullable String ordId,

            @Doc(ArgumentDocs.OLDER_BILL) @Form(TextForm.ID) @Nullable
            String after,

            @Doc(ArgumentDocs.NEWER_BILL) @Form(TextForm.ID) @Nullable
            String before,

            @Doc(ArgumentDocs.BEGIN) @Form(TextForm.TIME) @Nullable
            String begin,

            @Doc(ArgumentDocs.END) @Form(TextForm.TIME) @Nullable
            String end,

            @Doc("Rows; 100, or 20 from the archive, if left out") @Range(min = 1, max = 100) @Nullable
            Integer limit) {}

    static final Tool<FillsArgs> FILLS = Tool.read("swap_get_fills", FillsArgs.class)
            .title("Swap fills")
            .description("Single fills of contract orders: price, contracts, fee (negative is paid) and realised "
                    + "profit fillPnl. For the order as a whole use swap_get_order.")
            .handler(SwapPositionTools::fills);

    private static Answer fills(ToolSession session, FillsArgs args) {
        boolean archive = args.archive() != null && args.archive();
        Integer limit = args.limit() == null && archive ? Integer.valueOf(20) : args.limit();
        FillsRequest request = FillsRequest.builder()
                .instType(kind(args.instType()))
                .instId(args.instId())
                .ordId(args.ordId())
                .after(args.after())
                .before(args.before())
                .begin(Times.instant(args.begin()))
                .end(Times.instant(args.end()))
                .limit(limit)
                .build();
        List<Fill> fills = archive
                ? session.okx().rest().list(Archive.FILLS, request)
                : session.okx().trade().fills(request);
        return Paging.rows(fills, limit == null ? 100 : limit, Fill::billId);
    }

    /** The endpoint that the client does not model yet; apart, so that listing tools loads no endpoint. */
    private static final class Archive {
        static final Endpoint<Fill> FILLS =
                Endpoint.get("/api/v5/trade/fills-history", Fill.class).needs(Access.READ);
    }

    /**
     * Whose leverage to tell.
     *
     * @param instId the contract
     * @param mgnMode the margin mode, each with a leverage of its own
     */
    public record LeverageArgs(
            @Doc(ArgumentDocs.CONTRACT) @Form(TextForm.INSTRUMENT)
            String instId,

            MarginMode mgnMode) {}

    static final Tool<LeverageArgs> LEVERAGE = Tool.read("swap_get_leverage", LeverageArgs.class)
            .title("Leverage")
            .description("Leverage that the next order of a contract is placed with, for one margin mode.")
            .handler((session, args) -> Answer.rows(session.okx()
                    .account()
                    .leverage(LeverageRequest.builder()
                            .instId(List.of(args.instId()))
                            .mgnMode(Choices.as(MgnMode.class, args.mgnMode()))
                            .build())));

    /**
     * The leverage to set.
     *
     * @param instId the contract
     * @param lever how many times the margin a position may be worth
     * @param mgnMode the margin mode, each with a leverage of its own
     * @param posSide the side, needed for isolated margin in hedge mode; else null
     */
    public record SetLeverageArgs(
            @Doc(ArgumentDocs.CONTRACT) @Form(TextForm.INSTRUMENT)
            String instId,

            @Doc("Times the margin, e.g. 3; 1 borrows nothing")
            BigDecimal lever,

            MarginMode mgnMode,

            @Doc("Needed for isolated margin in hedge mode") @Nullable
            PositionSide posSide) {}

    static final Tool<SetLeverageArgs> SET_LEVERAGE = Tool.write("swap_set_leverage", SetLeverageArgs.class)
            .title("Set leverage")
            .description("Sets the leverage of a contract for one margin mode, open positions included: "
                    + "more leverage brings liquidation nearer.")
            .handler((session, args) -> Answer.of(session.okx()
                    .account()
                    .setLeverage(SetLeverageRequest.builder()
                            .instId(args.instId())
                            .lever(args.lever())
                            .mgnMode(Choices.as(MgnMode.class, args.mgnMode()))
                            .posSide(Choices.orNull(PosSide.class, args.posSide()))
                            .build())));

    private static InstType kind(@Nullable ContractKind kind) {
        return kind == null ? InstType.SWAP : Choices.as(InstType.class, kind);
    }

    static List<Tool<?>> all() {
        return List.of(POSITIONS, FILLS, LEVERAGE, SET_LEVERAGE);
    }
}
