package dev.okx4j.tools.kit;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.Leverage;
import dev.okx4j.client.account.LeverageRequest;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.TgtCcy;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.kit.Choices.MarginMode;
import dev.okx4j.tools.kit.Choices.PositionSide;
import dev.okx4j.tools.kit.Choices.SizeUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The size of a contract order in contracts, and how it was found if money was given.
 *
 * @param sz the contracts to order
 * @param tgtCcy what goes to the exchange as the unit, if anything
 * @param contracts the contract, known if money was converted
 * @param conversion what was converted into what, for the answer; empty if nothing was
 */
record ContractSize(
        BigDecimal sz, @Nullable TgtCcy tgtCcy, @Nullable Contracts contracts, Map<String, Object> conversion) {

    /**
     * What an order asks for, before its size is known in contracts.
     *
     * @param instId the contract
     * @param tdMode the margin mode, which has a leverage of its own
     * @param posSide the side of the position; null is net
     * @param sz contracts, or money if the unit says so
     * @param unit the unit of sz; null is contracts
     */
    record Asked(
            String instId,
            MarginMode tdMode,
            @Nullable PositionSide posSide,
            BigDecimal sz,
            @Nullable SizeUnit unit) {}

    /**
     * Returns the size of an order; money is turned into contracts at the last price, rounded down to whole lots.
     *
     * <p>A size in contracts costs no request. Money costs the contract and its last price, margin also the leverage.
     *
     * @throws ToolFailure if the money is too little for the smallest order, or there is nothing to convert it with
     */
    static ContractSize of(OkxClient okx, Asked asked) {
        if (asked.unit() == null || asked.unit() == SizeUnit.base_ccy) {
            return new ContractSize(asked.sz(), asked.unit() == null ? null : TgtCcy.base_ccy, null, Map.of());
        }
        Contracts contracts = Contracts.read(okx, asked.instId());
        BigDecimal price = okx.market().ticker(asked.instId()).last();
        if (!contracts.inverse() && (price == null || price.signum() <= 0)) {
            throw ToolFailure.arguments(
                    asked.instId() + " has no last price, so money cannot be turned into contracts.",
                    "Give sz in contracts, without tgtCcy.");
        }
        BigDecimal lever = BigDecimal.ONE;
        if (asked.unit() == SizeUnit.margin) {
            if (contracts.inverse()) {
                throw ToolFailure.arguments(
                        "The margin of " + asked.instId() + " is in coin, so tgtCcy margin has no meaning for it.",
                        "Use tgtCcy quote_ccy, or give sz in contracts.");
            }
            lever = lever(okx, asked);
        }
        return converted(asked, contracts, price == null ? BigDecimal.ONE : price, lever);
    }

    /**
     * Returns the size that money makes, from what is known of contract, price and leverage.
     *
     * @throws ToolFailure if it is less than the smallest order, with how much would do
     */
    static ContractSize converted(Asked asked, Contracts contracts, BigDecimal price, BigDecimal lever) {
        BigDecimal sz = contracts.affordable(asked.sz().multiply(lever), price);
        if (sz.compareTo(contracts.minSz()) < 0) {
            BigDecimal least = contracts.notional(contracts.minSz(), price).divide(lever, 2, RoundingMode.UP);
            throw ToolFailure.arguments(
                    asked.sz().toPlainString() + " " + contracts.quoteCcy() + " is too little: the smallest order of "
                            + asked.instId() + " is " + contracts.minSz().toPlainString() + " contracts, about "
                            + least.toPlainString() + " " + contracts.quoteCcy() + " at " + price.toPlainString() + ".",
                    "Ask the user for at least " + least.toPlainString() + " " + contracts.quoteCcy() + ".");
        }
        boolean margin = asked.unit() == SizeUnit.margin;
        Map<String, Object> conversion = new LinkedHashMap<>();
        conversion.put(
                "asked",
                asked.sz().toPlainString() + " " + contracts.quoteCcy() + (margin ? " of margin" : " of notional"));
        if (margin) {
            conversion.put("lever", lever.toPlainString());
        }
        if (!contracts.inverse()) {
            conversion.put("price", price.toPlainString());
        }
        conversion.put("contracts", sz.toPlainString());
        conversion.put(
                "notional",
                contracts.notional(sz, price).stripTrailingZeros().toPlainString() + " " + contracts.quoteCcy());
        return new ContractSize(sz, null, contracts, conversion);
    }

    /** Returns the answer with the conversion beside its data, if there was one. */
    Answer explain(Answer answer) {
        return conversion.isEmpty() ? answer : answer.note("conversion", conversion);
    }

    private static BigDecimal lever(OkxClient okx, Asked asked) {
        List<Leverage> found = okx.account()
                .leverage(LeverageRequest.builder()
                        .instId(List.of(asked.instId()))
                        .mgnMode(Choices.as(MgnMode.class, asked.tdMode()))
                        .build());
        // In hedge mode the two sides can differ; the side that is ordered counts.
        for (Leverage leverage : found) {
            if (asked.posSide() != null
                    && leverage.posSide() != null
                    && leverage.posSide().name().equals(asked.posSide().name())) {
                return checked(asked.instId(), leverage.lever());
            }
        }
        return checked(asked.instId(), found.isEmpty() ? null : found.get(0).lever());
    }

    private static BigDecimal checked(String instId, @Nullable BigDecimal lever) {
        if (lever == null || lever.signum() <= 0) {
            throw ToolFailure.arguments(
                    "The leverage of " + instId + " is not known, so margin cannot be turned into contracts.",
                    "Set it with swap_set_leverage, or use tgtCcy quote_ccy.");
        }
        return lever;
    }
}
