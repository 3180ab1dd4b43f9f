package dev.okx4j.samples;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.okx4j.langchain4j.OkxToolProvider;
import dev.okx4j.paper.PaperExchange;
import dev.okx4j.tools.ToolRegistry;
import dev.okx4j.tools.config.Venue;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** An AI service with OKX's tools on the paper exchange. Put any LangChain4j model in the script's place. */
public final class LangChain4jAgent {
    private LangChain4jAgent() {}

    interface Trader {
        Result<String> chat(String message);
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }

    static void run(PrintStream out) throws Exception {
        try (PaperExchange exchange = PaperExchange.open()) {
            ToolRegistry registry = ToolRegistry.builder()
                    .venue(() -> Venue.of("paper", PlaceAnOrder.client(exchange)))
                    .build();
            Trader trader = AiServices.builder(Trader.class)
                    .chatModel(new Script())
                    .toolProvider(OkxToolProvider.builder(registry)
                            .filter(tool -> tool.readOnlyHint() || tool.name().equals("spot_place_order"))
                            .build())
                    .build();
            Result<String> answer = trader.chat("Buy a hundred dollars' worth of the Nvidia token.");
            answer.toolExecutions().forEach(call -> out.println(call.request().name() + " -> " + call.result()));
            out.println(answer.content());
        }
    }

    /** Stands where a language model would: looks at the price, buys, and says so. */
    private static final class Script implements ChatModel {
        private final Deque<AiMessage> lines = new ArrayDeque<>(List.of(
                call("market_get_ticker", "{\"instId\":\"XNVDA-USDT\"}"),
                call(
                        "spot_place_order",
                        "{\"instId\":\"XNVDA-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"market\","
                                + "\"sz\":\"100\",\"tgtCcy\":\"quote_ccy\"}"),
                AiMessage.from("Done.")));

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder().aiMessage(lines.remove()).build();
        }

        private static AiMessage call(String tool, String arguments) {
            return AiMessage.from(ToolExecutionRequest.builder()
                    .id(tool)
                    .name(tool)
                    .arguments(arguments)
                    .build());
        }
    }
}
