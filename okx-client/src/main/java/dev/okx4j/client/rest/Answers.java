package dev.okx4j.client.rest;

import dev.okx4j.client.intent.WriteIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which part of OKX's answer is about which write: by its ids where they are echoed, else by its place. */
final class Answers {
    private Answers() {}

    /** Returns a verdict for each write, in their order. */
    static <A> List<Verdict<A>> judge(
            Endpoint<A> endpoint, WritePlan<A> plan, Envelope answer, List<WriteIntent> intents) {
        List<Verdict<A>> verdicts = new ArrayList<>(intents.size());
        boolean perItem =
                answer.isSuccess() || answer.code().equals("1") || answer.code().equals("2");
        boolean partly = answer.code().equals("2") && intents.size() > 1 && answer.status() < 300;
        for (int i = 0; i < intents.size(); i++) {
            WriteIntent intent = intents.get(i);
            if (!perItem && answer.data().isEmpty()) {
                verdicts.add(Verdict.ofCode(answer.code(), answer.msg(), null, intent.clOrdId()));
                continue;
            }
            Map<?, ?> item = itemFor(plan, answer.data(), intents, i);
            if (item == null) {
                verdicts.add(Verdict.unknown("OKX answered code " + answer.code() + " with "
                        + answer.data().size() + " items for " + intents.size()
                        + (answer.msg().isEmpty() ? "" : ": " + answer.msg())));
            } else {
                verdicts.add(Verdict.ofItem(endpoint, plan, item, answer.isSuccess() || partly, intent.clOrdId()));
            }
        }
        return verdicts;
    }

    private static @Nullable Map<?, ?> itemFor(
            WritePlan<?> plan, List<@Nullable Object> data, List<WriteIntent> intents, int index) {
        if (data.size() > intents.size()) {
            return null;
        }
        WriteIntent intent = intents.get(index);
        Map<?, ?> byId = only(data, plan.clientId(), intent.clOrdId());
        if (byId == null) {
            byId = only(data, plan.serverId(), Verdict.text(intent.request(), plan.serverId()));
        }
        if (byId != null || data.size() != intents.size()) {
            return byId;
        }
        return data.get(index) instanceof Map<?, ?> item && mayBe(plan, item, intents, intent) ? item : null;
    }

    /** Returns the one item that carries the id; null when there is none, or more than one. */
    private static @Nullable Map<?, ?> only(List<@Nullable Object> data, String name, String id) {
        Map<?, ?> found = null;
        for (Object each : data) {
            if (!id.isEmpty()
                    && each instanceof Map<?, ?> item
                    && Verdict.text(item, name).equals(id)) {
                if (found != null) {
                    return null;
                }
                found = item;
            }
        }
        return found;
    }

    /** Returns whether the item in the write's own place could be about it: it echoes no id, or one that tells no two apart. */
    private static boolean mayBe(WritePlan<?> plan, Map<?, ?> item, List<WriteIntent> intents, WriteIntent own) {
        String asked = Verdict.text(own.request(), plan.serverId());
        String told = Verdict.text(item, plan.serverId());
        if (!asked.isEmpty() && !told.isEmpty() && !told.equals(asked)) {
            return false; // it acknowledges something else than what was named
        }
        String echoed = Verdict.text(item, plan.clientId());
        long named = intents.stream()
                .filter(each -> !echoed.isEmpty() && each.clOrdId().equals(echoed))
                .count();
        return named == 0 || (named > 1 && own.clOrdId().equals(echoed));
    }
}
