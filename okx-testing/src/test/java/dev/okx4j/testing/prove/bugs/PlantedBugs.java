package dev.okx4j.testing.prove.bugs;

import java.util.List;

/** The bugs: first those that clients of this exchange have been seen with, then those that this one could get. */
final class PlantedBugs {
    private static final String DISPATCH = "rest/Dispatch.java";
    private static final String VERDICT = "rest/Verdict.java";
    private static final String ANSWERS = "rest/Answers.java";
    private static final String WRITE = "rest/Write.java";
    private static final String SECOND = "rest/SecondChance.java";
    private static final String IDS = "rest/ClientIds.java";
    private static final String RECONCILER = "internal/Reconciler.java";
    private static final String RECOVERER = "internal/Recoverer.java";
    private static final String JUDGE = "trade/OrderJudge.java";

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                    "re-send on timeout",
                    "PLACE_LIMIT/SILENCE/ACCEPTED",
                    new Edit(DISPATCH, "return unknown(\"the answer was lost: \" + e, intents);", """
                            try {
                                return Answers.judge(
                                        endpoint, plan, Envelope.of(exchange.send(request, permit), endpoint), intents);
                            } catch (IOException | OkxException twice) {
                                return unknown("the answer was lost: " + twice, intents);
                            }""")),
            PlantedBug.of(
                    "re-send on 50004",
                    "PLACE_MARKET/CODE_SILENT/ACCEPTED",
                    new Edit(
                            VERDICT,
                            "return says() == WriteCode.TOO_MANY ||",
                            "return code.equals(\"50004\") || says() == WriteCode.TOO_MANY ||")),
            PlantedBug.of(
                    "re-send on 503",
                    "PLACE_LIMIT/STATUS_5XX/ACCEPTED",
                    new Edit(DISPATCH, "if (response.status() >= 500 || response.status() == 408) {", """
                            if (response.status() == 503) {
                                response = exchange.send(request, permit);
                            }
                            if (response.status() >= 500 || response.status() == 408) {""")),
            PlantedBug.of(
                    "new client id on retry",
                    "PLACE_LIMIT/CODE_TOO_MANY/NONE",
                    new Edit(
                            SECOND,
                            "refused.stream().map(i -> intents.get(i).again()).toList();",
                            "refused.stream().map(i -> renamed(intents.get(i).again())).toList();"),
                    new Edit(SECOND, "    /** Returns whether a write of this kind may leave twice", """
                                private WriteIntent renamed(WriteIntent write) {
                                    java.util.Map<String, Object> request = new java.util.LinkedHashMap<>(write.request());
                                    String id = ClientIds.next(setup.entropy());
                                    request.put("clOrdId", id);
                                    return new WriteIntent(write.intentId(), write.kind(), write.path(), id, request,
                                            write.createdAt(), write.expTime(), write.attempt());
                                }

                                /** Returns whether a write of this kind may leave twice""")),
            PlantedBug.of(
                    "client id reused after restart",
                    "RESTARTED",
                    new Edit(IDS, "private static final int LENGTH = 32;", """
                            private static final int LENGTH = 32;
                                private static final java.util.Map<Entropy, java.util.concurrent.atomic.AtomicLong> RUNS =
                                        new java.util.concurrent.ConcurrentHashMap<>();"""),
                    new Edit(IDS, "return entropy.alphanumeric(LENGTH);", """
                            String count = Long.toString(
                                            RUNS.computeIfAbsent(
                                                            entropy, run -> new java.util.concurrent.atomic.AtomicLong())
                                                    .getAndIncrement(),
                                            36);
                                    return "r".repeat(LENGTH - count.length()) + count;""")),
            PlantedBug.of(
                    "fsync after the write",
                    "PLACE_LIMIT/SILENCE/ACCEPTED",
                    new Edit(
                            "log/AppendLog.java",
                            "            file.write(end, block);",
                            "            file.sync();\n            file.write(end, block);"),
                    new Edit(
                            "log/AppendLog.java",
                            "            file.sync();\n        } catch (IOException e) {\n            // What",
                            "            file.write(end, new byte[0]);\n        } catch (IOException e) {\n            // What")),
            PlantedBug.of(
                    "journal failure ignored",
                    "PLACE_LIMIT/DISK/ACCEPTED",
                    new Edit(
                            WRITE,
                            "if (unkept != null && !plan.kind().takesRiskBack()) {",
                            "if (unkept != null && unkept.isEmpty()) {")),
            PlantedBug.of(
                    "code 2 payload dropped",
                    "MIXED_BATCH",
                    new Edit(ANSWERS, "            if (!perItem && answer.data().isEmpty()) {", """
                                        if (answer.code().equals("2")) {
                                            verdicts.add(Verdict.<A>decided(new dev.okx4j.client.intent.Outcome.Rejected<A>(
                                                    "2", "All operations failed", null, intent.clOrdId())));
                                            continue;
                                        }
                                        if (!perItem && answer.data().isEmpty()) {""")),
            PlantedBug.of(
                    "code 1 taken as success",
                    "MIXED_BATCH",
                    new Edit(VERDICT, "if (!code.isEmpty() && !code.equals(\"0\")) {", "if (code.equals(\"none\")) {"),
                    new Edit(VERDICT, "if (!proves || !complete) {", "if (code.isEmpty()) {"),
                    new Edit(
                            VERDICT,
                            "return unknown(\"OKX's acknowledgement does not fit: \" + e.getMessage());",
                            "return decided(new Outcome.Confirmed<A>(null, clientId));")),
            PlantedBug.of(
                    "empty 200 taken as success",
                    "PLACE_LIMIT/EMPTY/NONE",
                    new Edit(DISPATCH, "            answer = Envelope.of(response, endpoint);", """
                                        if (response.status() == 200 && response.body().length == 0) {
                                            return intents.stream()
                                                    .map(one -> Verdict.decided(
                                                            (Outcome<A>) new Outcome.Confirmed<A>(null, one.clOrdId())))
                                                    .toList();
                                        }
                                        answer = Envelope.of(response, endpoint);""")),
            PlantedBug.of(
                    "51603 once taken as never existed",
                    "PLACE_LIMIT/LAG/ACCEPTED",
                    new Edit(RECONCILER, "        if (time == null || !time.isAfter(", """
                                    if (intent.expTime() != null) {
                                        return new Finding.Ended<>(absent(intent, true));
                                    }
                                    if (time == null || !time.isAfter(""")),
            PlantedBug.of(
                    "look-up before expTime + grace taken as proof",
                    "LAST_MOMENT",
                    new Edit(
                            RECONCILER,
                            ": Duration.between(intent.createdAt(), expTime).plus(GRACE);",
                            ": Duration.ZERO;")),
            PlantedBug.of(
                    "timestamp before the limiter wait",
                    "MANY_ORDERS",
                    new Edit(
                            DISPATCH,
                            "            request = exchange.sign(endpoint, form, intents.get(0).expTime(), timeout);\n"
                                    + "        } catch (InterruptedException e) {",
                            "        } catch (InterruptedException e) {"),
                    new Edit(DISPATCH, "            permit = exchange.permit(", """
                                        request = exchange.sign(endpoint, form, intents.get(0).expTime(), timeout);
                                        permit = exchange.permit(""")),
            PlantedBug.of(
                    "50113 taken as a clock error",
                    "PLACE_LIMIT/CODE_KEY/NONE",
                    new Edit("error/CodeTable.java", "50111 50113-50114", "50111 50114"),
                    new Edit("error/CodeTable.java", "\"50102 50112 60004", "\"50102 50112-50113 60004")),
            PlantedBug.of(
                    "cancel of a filled order reported as cancelled",
                    "CANCEL/SILENCE/FILLED CANCEL/DRIP/FILLED",
                    new Edit(
                            JUDGE,
                            "Sight<OrderAck> cancelled(Order order, WriteIntent intent) {\n"
                                    + "        if (order.state() == OrderState.filled) {",
                            "Sight<OrderAck> cancelled(Order order, WriteIntent intent) {\n"
                                    + "        if (order.state() == OrderState.UNKNOWN) {")),
            PlantedBug.of(
                    "outcome journalled before the answer",
                    "PLACE_LIMIT/KILLED_BEFORE/NONE",
                    new Edit(WRITE, "        SecondChance<A> attempts = ", """
                                    intents.forEach(one -> kept(one, new Outcome.Confirmed<A>(null, one.clOrdId())));
                                    SecondChance<A> attempts = """)),
            PlantedBug.of(
                    "one miss is enough",
                    "LAST_MOMENT",
                    new Edit(
                            "internal/OpenWrite.java",
                            "return Duration.between(firstMiss, time).compareTo(apart) >= 0;",
                            "return true;")),
            PlantedBug.of(
                    "no grace after the expiry time",
                    "LAST_MOMENT",
                    new Edit(RECONCILER, "GRACE = Duration.ofSeconds(2);", "GRACE = Duration.ZERO;")),
            PlantedBug.of(
                    "deadlines by the wall clock",
                    "ALGO_PLACE/CLOCK_STEP/NONE",
                    new Edit(
                            WRITE,
                            "long start = setup.clock().nanos();",
                            "long start = setup.clock().now().toEpochMilli() * 1_000_000L;"),
                    new Edit(
                            WRITE,
                            "Duration.ofNanos(setup.clock().nanos() - start);",
                            "Duration.ofMillis(setup.clock().now().toEpochMilli() - start / 1_000_000L);")),
            PlantedBug.of(
                    "batch items matched by place only",
                    "BATCH_PLACE/ITEMS_SHUFFLED/ACCEPTED",
                    new Edit(
                            ANSWERS,
                            "Map<?, ?> byId = only(data, plan.clientId(), intent.clOrdId());",
                            "Map<?, ?> byId = index < data.size() && data.get(index) instanceof Map<?, ?> own ? own : null;"),
                    new Edit(
                            VERDICT,
                            "&& (echoed.isEmpty() || clientId.isEmpty() || echoed.equals(clientId));",
                            "&& echoed.length() < 100;")),
            PlantedBug.of(
                    "5xx taken as a refusal",
                    "PLACE_LIMIT/STATUS_5XX/ACCEPTED",
                    new Edit(
                            DISPATCH,
                            "return unknown(\"OKX answered with HTTP \" + response.status(), intents);",
                            """
                            String status = String.valueOf(response.status());
                                            return intents.stream()
                                                    .map(one -> Verdict.decided((Outcome<A>)
                                                            new Outcome.Rejected<A>(status, "", null, one.clOrdId())))
                                                    .toList();""")),
            PlantedBug.of(
                    "restart forgets what was under way",
                    "PLACE_LIMIT/KILLED_AFTER/ACCEPTED",
                    new Edit(RECOVERER, "for (IntentJournal.Open left : journal.open()) {", """
                            for (IntentJournal.Open left : journal.open()) {
                                            if (left.doubt() == null) {
                                                continue;
                                            }""")),
            PlantedBug.of(
                    "51400 taken as cancelled",
                    "CANCEL/CODE_STATE/NONE",
                    new Edit(VERDICT, "        if (!code.isEmpty() && !code.equals(\"0\")) {", """
                                    if (code.equals("51400")) {
                                        return decided(new Outcome.Confirmed<A>(null, clientId));
                                    }
                                    if (!code.isEmpty() && !code.equals("0")) {""")),
            PlantedBug.of(
                    "amendment confirmed whatever the size is",
                    "AMEND/SILENCE/NONE",
                    new Edit(
                            JUDGE,
                            "boolean sized = asked.newSz() == null || equal(asked.newSz(), order.sz());",
                            "boolean sized = true;")),
            PlantedBug.of(
                    "fills are no trace",
                    "ONLY_FILLS_TELL",
                    new Edit(
                            "trade/OrderLookUp.java",
                            "return EndedOrders.find(rest, intent) == null && !OrderFills.exist(rest, intent);",
                            "return EndedOrders.find(rest, intent) == null;")),
            PlantedBug.of(
                    "broken connection taken as not sent",
                    "PLACE_LIMIT/RESET_AFTER/ACCEPTED",
                    new Edit(
                            DISPATCH,
                            "return unknown(\"the answer was lost: \" + e, intents);",
                            "return notSent(Cause.UNREACHABLE, \"OKX was not reached: \" + e, intents);")),
            PlantedBug.of(
                    "a batch counts as one call",
                    "MANY_BATCHES",
                    new Edit(
                            "rest/OrderLimits.java",
                            "limit.unit() == Unit.ORDERS ? part.getValue() : 1, Integer::sum",
                            "limit.unit() == Unit.ORDERS ? 1 : 1, Integer::sum")),
            PlantedBug.of(
                    "torn tail taken as damage",
                    "KILLED_OFTEN",
                    new Edit(
                            "log/LogScan.java",
                            "        if (length > bytes.length - at - Block.HEADER) {\n            return true;",
                            """
                                    if (length > bytes.length - at - Block.HEADER) {
                                        throw new DamagedLogException(path, at, "is cut short");""")),
            PlantedBug.of(
                    "transfer in doubt sent again",
                    "TRANSFER/SILENCE/NONE",
                    new Edit(
                            RECONCILER,
                            "&& (intent.kind() == Kind.CANCEL",
                            "&& (intent.kind() == Kind.TRANSFER || intent.kind() == Kind.CANCEL"),
                    new Edit(
                            WRITE,
                            "if (!plan.kind().takesRiskBack() || intent.attempt() < 2) {",
                            "if (intent.attempt() < 2) {")),
            PlantedBug.of(
                    "a doubt holds nothing up",
                    "IN_DOUBT",
                    new Edit(
                            RECOVERER,
                            "OpenWrite<?> doubtful = intent.mayAddExposure() ? writes.about(intent) : null;",
                            "OpenWrite<?> doubtful = null;")));

    private PlantedBugs() {}
}
