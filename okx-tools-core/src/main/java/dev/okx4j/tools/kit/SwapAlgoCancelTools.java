package dev.okx4j.tools.kit;

import dev.okx4j.client.algo.AlgoAck;
import dev.okx4j.client.algo.CancelAlgoRequest;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.Items;
import dev.okx4j.tools.schema.TextForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cancellation of stops, take-profits and trailing stops for contracts. */
final class SwapAlgoCancelTools {
    private SwapAlgoCancelTools() {}

    /**
     * One algo order to cancel.
     *
     * @param algoId OKX's id of the algo order
     * @param instId the contract it is for
     */
    public record AlgoOrderId(
            @Doc("As swap_get_algo_orders or placing it returned") @Form(TextForm.ID)
            String algoId,

            @Doc(ArgumentDocs.CONTRACT) @Form(TextForm.INSTRUMENT)
            String instId) {}

    /**
     * What to cancel.
     *
     * @param orders the algo orders, each with an outcome of its own
     */
    public record CancelArgs(
            @Doc("Algo orders to cancel, 1 to 10: {algoId, instId} each") @Items(max = 10)
            List<AlgoOrderId> orders) {}

    static final Tool<CancelArgs> CANCEL = Tool.write("swap_cancel_algo_orders", CancelArgs.class)
            .title("Cancel swap stops")
            .description("Cancels stops, take-profits and trailing stops that still wait. The answer has one row for "
                    + "each, in the order given: state \"cancel accepted\", or status rejected, not_sent or unknown "
                    + "with what to do. A position that a cancelled stop protected is unprotected.")
            .handler(SwapAlgoCancelTools::cancel);

    /** Sends one request for all, and tells what became of each. */
    private static Answer cancel(ToolSession session, CancelArgs args) {
        List<Outcome<AlgoAck>> outcomes = session.okx().algo().cancelAlgos(requests(args.orders()));
        List<Map<String, Object>> results = new ArrayList<>();
        List<ToolFailure> failures = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            AlgoOrderId order = args.orders().get(i);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("algoId", order.algoId());
            result.put("instId", order.instId());
            try {
                AlgoAck ack = Sent.confirmed(
                        outcomes.get(i),
                        "cancellation",
                        "Call swap_get_algo_orders with this instId to see whether it still waits.");
                result.putAll(Trees.pick(ack, List.of("algoClOrdId")));
                result.put("state", "cancel accepted");
            } catch (ToolFailure failure) { // the other orders' outcomes must be told, whatever became of this one
                failures.add(failure);
                result.putAll(failure.row());
            }
            results.add(result);
        }
        if (failures.size() == results.size()) {
            throw noneOf(results, failures.get(0));
        }
        Answer answer = Answer.rows(results);
        return failures.isEmpty()
                ? answer
                : answer.note(
                        "hint", failures.size() + " of " + results.size() + " did not succeed: see their status.");
    }

    private static List<CancelAlgoRequest> requests(List<AlgoOrderId> orders) {
        Set<String> named = new HashSet<>();
        List<CancelAlgoRequest> requests = new ArrayList<>();
        for (AlgoOrderId order : orders) {
            if (!named.add(order.algoId())) {
                throw ToolFailure.arguments(
                        "orders names algoId " + order.algoId() + " twice.", "Name each algo order once.");
            }
            requests.add(CancelAlgoRequest.builder()
                    .instId(order.instId())
                    .algoId(order.algoId())
                    .build());
        }
        return requests;
    }

    /** Returns the failure of a call in which nothing succeeded, so that no reader takes a stop for cancelled. */
    private static ToolFailure noneOf(List<Map<String, Object>> results, ToolFailure first) {
        if (results.size() == 1) {
            return first.with("results", results);
        }
        return first.alike(
                        "None of the " + results.size() + " cancellations succeeded; the first: " + first.getMessage())
                .with("results", results);
    }

    static List<Tool<?>> all() {
        return List.of(CANCEL);
    }
}
