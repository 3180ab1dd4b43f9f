package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.AlgoView;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Venue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the account has at one moment: its open positions by id, its money by currency, its waiting algo orders by id.
 *
 * @param bills how many bills have been written
 */
record Holdings(
        Map<String, PositionView> positions,
        Map<String, BalanceView> balances,
        Map<String, AlgoView> algos,
        int bills) {
    static Holdings of(Venue venue) {
        Map<String, PositionView> positions = new LinkedHashMap<>();
        venue.positions().forEach(position -> positions.put(position.posId(), position));
        Map<String, BalanceView> balances = new LinkedHashMap<>();
        venue.balances().forEach(balance -> balances.put(balance.ccy(), balance));
        Map<String, AlgoView> algos = new LinkedHashMap<>();
        venue.liveAlgos().forEach(algo -> algos.put(algo.algoId(), algo));
        return new Holdings(positions, balances, algos, venue.bills().size());
    }
}
