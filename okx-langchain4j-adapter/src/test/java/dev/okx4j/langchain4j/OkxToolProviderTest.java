package dev.okx4j.langchain4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.tool.ToolExecution;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.okx4j.client.json.Json;
import dev.okx4j.testing.PaperOkx;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolRegistry;
import dev.okx4j.tools.ToolResult;
import dev.okx4j.tools.config.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A LangChain4j service trades on the paper exchange, with a script for a model. */
class OkxToolProviderTest {

    interface Trader {
        Result<String> chat(String message);
    }

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    private final ToolRegistry registry =
            ToolRegistry.builder().venue(() -> Venue.of("paper", OKX.client())).build();

    @Test
    void specifications_areTheRegistrysTools_inItsOrder() {
        assertThat(offered(OkxToolProvider.of(registry)))
                .extracting(ToolSpecification::name)
                .containsExactlyElementsOf(
                        registry.tools().stream().map(Tool::name).toList());
        assertThat(offered(OkxToolProvider.of(registry))).allSatisfy(specification -> {
            Tool<?> tool = requireNonNull(registry.find(specification.name()));
            Map<String, Object> schema = object(Json.parse(tool.inputSchema()));
            assertThat(specification.description()).isNotBlank();
            assertThat(specification.parameters().properties().keySet())
                    .isEqualTo(object(schema.get("properties")).keySet());
            assertThat(specification.parameters().additionalProperties()).isFalse();
        });
    }

    @Test
    void filter_offersOnlyWhatPasses() {
        OkxToolProvider reading = OkxToolProvider.builder(registry)
                .filter(Tool::readOnlyHint)
                .filter(tool -> tool.module().equals("swap"))
                .build();

        assertThat(offered(reading))
                .extracting(ToolSpecification::name)
                .contains("swap_get_positions")
                .allMatch(name -> name.startsWith("swap_get_"));
    }

    @Test
    void scriptedModel_buysAndReadsItsPosition() {
        ScriptedModel model = new ScriptedModel()
                .calls("market_get_stock_tokens", "{\"instType\":\"SWAP\"}")
                .calls(
                        "swap_place_order",
                        tokens -> "{\"instId\":\"" + firstRow(tokens).get("instId")
                                + "\",\"tdMode\":\"isolated\",\"side\":\"buy\",\"ordType\":\"market\","
                                + "\"sz\":50,\"tgtCcy\":\"quote_ccy\"}")
                .calls("swap_get_positions", "")
                .says("done");

        Result<String> result = trader(model).chat("Buy $50 of Nvidia.");

        assertThat(result.content()).isEqualTo("done");
        assertThat(result.toolExecutions()).hasSize(3).noneMatch(ToolExecution::hasFailed);
        ToolExecution last = result.toolExecutions().get(2);
        assertThat(last.resultObject()).isInstanceOf(ToolResult.class);
        assertThat(firstRow(last.result()))
                .containsEntry("instId", "NVDA-USDT-SWAP")
                .containsEntry("pos", "0.22");
        assertThat(OKX.client().account().balance("USDT").details().get(0).cashBal())
                .isLessThan(new BigDecimal("10000"));
    }

    @Test
    void argumentOutOfItsBounds_isReadByTheModelAsAnError() {
        ToolExecution execution = only("swap_place_order", "{\"instId\":\"NVDA-USDT-SWAP\",\"side\":\"up\"}");

        assertThat(execution.hasFailed()).isTrue();
        assertThat(error(execution)).containsEntry("error", true).containsKeys("tool", "message", "suggestion");
        assertThat(execution.result()).contains("side");
    }

    @Test
    void inventedArgument_isNamedInTheError() {
        ToolExecution execution = only("market_get_ticker", "{\"instId\":\"NVDA-USDT-SWAP\",\"currency\":\"USD\"}");

        assertThat(execution.hasFailed()).isTrue();
        assertThat(String.valueOf(error(execution).get("message"))).contains("currency");
    }

    @Test
    void brokenJson_isReadByTheModelAsAnError() {
        ToolExecution broken = only("market_get_ticker", "{\"instId\":");
        ToolExecution list = only("market_get_ticker", "[\"NVDA-USDT-SWAP\"]");

        assertThat(List.of(broken, list)).allSatisfy(execution -> {
            assertThat(execution.hasFailed()).isTrue();
            assertThat(error(execution)).containsEntry("tool", "market_get_ticker");
            assertThat(String.valueOf(error(execution).get("message"))).contains("not a JSON object");
        });
    }

    @Test
    void refusalOfTheExchange_carriesOkxsCode() {
        ToolExecution execution = only(
                "swap_place_order",
                "{\"instId\":\"NVDA-USDT-SWAP\",\"tdMode\":\"isolated\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"0.015\"}");

        assertThat(execution.hasFailed()).isTrue();
        assertThat(error(execution)).containsEntry("code", "51121");
    }

    private ToolExecution only(String tool, String arguments) {
        Result<String> result = trader(
                        new ScriptedModel().calls(tool, arguments).says("I see."))
                .chat("Go on.");
        assertThat(result.toolExecutions()).hasSize(1);
        return result.toolExecutions().get(0);
    }

    private Trader trader(ScriptedModel model) {
        return AiServices.builder(Trader.class)
                .chatModel(model)
                .toolProvider(OkxToolProvider.of(registry))
                .build();
    }

    private static List<ToolSpecification> offered(OkxToolProvider provider) {
        return provider
                .provideTools(new ToolProviderRequest("memory", UserMessage.from("Go on.")))
                .aiServiceTools()
                .stream()
                .map(tool -> tool.toolSpecification())
                .toList();
    }

    private static Map<String, Object> error(ToolExecution execution) {
        return object(Json.parse(execution.result()));
    }

    private static Map<String, Object> firstRow(String result) {
        List<?> rows = (List<?>) requireNonNull(object(Json.parse(result)).get("data"));
        return object(rows.get(0));
    }

    @SuppressWarnings("unchecked") // Json.parse gives every object String keys
    private static Map<String, Object> object(@Nullable Object tree) {
        return (Map<String, Object>) requireNonNull(tree);
    }
}
