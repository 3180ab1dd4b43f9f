package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.config.Launch;
import dev.okx4j.tools.config.PaperDoor;
import dev.okx4j.tools.config.Venue;
import dev.okx4j.tools.config.Venues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ToolRegistryTest {
    private static final PaperDoor CLOSED = (home, account, feed) -> {
        throw new IllegalStateException("nobody should go in");
    };

    private static Venue venue(String... args) {
        return Venues.open(
                Launch.parse(args),
                Map.of("OKX_HOME", "/nonexistent", "OKX_API_KEY", "k", "OKX_SECRET_KEY", "s", "OKX_PASSPHRASE", "p"),
                CLOSED);
    }

    private static ToolRegistry registry(Venue venue, String... modules) {
        return ToolRegistry.builder()
                .venue(() -> venue)
                .modules(Set.of(modules))
                .build();
    }

    private static List<String> names(ToolRegistry registry) {
        return registry.tools().stream().map(Tool::name).toList();
    }

    private static Map<?, ?> error(ToolRegistry registry, String tool) {
        ToolResult result = registry.call(tool, Map.of());
        assertThat(result.isError()).isTrue();
        return (Map<?, ?>) Json.parse(result.text());
    }

    @Test
    void tools_defaultModulesOnPaper_fitIntoTheSmallestClient() {
        Venue paper = venue("--paper");
        ToolRegistry registry = ToolRegistry.builder().venue(() -> paper).build();
        assertThat(registry.tools()).hasSizeLessThanOrEqualTo(40);
        assertThat(names(registry))
                .containsExactly(
                        "market_get_ticker",
                        "market_get_tickers",
                        "market_get_orderbook",
                        "market_get_candles",
                        "market_get_instruments",
                        "market_get_stock_tokens",
                        "spot_place_order",
                        "spot_cancel_order",
                        "spot_get_order",
                        "swap_place_order",
                        "swap_cancel_order",
                        "swap_get_order",
                        "swap_place_algo_order",
                        "swap_get_algo_orders",
                        "swap_cancel_algo_orders",
                        "swap_get_positions",
                        "swap_get_fills",
                        "swap_get_leverage",
                        "swap_set_leverage",
                        "account_get_balance",
                        "account_get_bills",
                        "system_get_capabilities",
                        "paper_clock",
                        "paper_reset");
    }

    @Test
    void tools_ofOneModule_areItsOwnAndTheSystems() {
        assertThat(names(registry(venue("--demo"), "account")))
                .containsExactly("account_get_balance", "account_get_bills", "system_get_capabilities");
    }

    @Test
    void tools_onDemo_haveNoPaperTools() {
        assertThat(names(registry(venue("--demo"), "market"))).noneMatch(name -> name.startsWith("paper_"));
    }

    @Test
    void tools_readOnly_onlyRead() {
        Venue paper = venue("--paper", "--read-only");
        ToolRegistry registry =
                ToolRegistry.builder().venue(() -> paper).readOnly(true).build();
        assertThat(registry.tools()).isNotEmpty().allMatch(tool -> tool.access() == ToolAccess.READ);
        assertThat(error(registry, "swap_place_order").get("message"))
                .asString()
                .contains("swap_place_order is switched off", "--read-only");
        assertThat(error(registry, "paper_reset").get("code")).isEqualTo("TOOL_NOT_AVAILABLE");
    }

    @Test
    void tools_sayWhatTheyDo() {
        Set<String> titles = new HashSet<>();
        for (Tool<?> tool : ToolRegistry.allTools()) {
            assertThat(tool.description())
                    .as(tool.name())
                    .isNotBlank()
                    .hasSizeLessThan(480)
                    .endsWith(".");
            assertThat(titles.add(tool.title())).as("title of %s", tool.name()).isTrue();
            assertThat(tool.readOnlyHint()).isEqualTo(tool.access() == ToolAccess.READ);
            assertThat(tool.destructiveHint()).isEqualTo(tool.access() == ToolAccess.WRITE);
            assertThat(tool.idempotentHint()).isEqualTo(tool.access() == ToolAccess.READ);
            assertThat(tool.openWorldHint()).isEqualTo(!tool.name().equals("system_get_capabilities"));
        }
    }

    @Test
    void call_misspeltTool_isAnErrorWithTheNearest() {
        Map<?, ?> error = error(registry(venue("--demo"), "market"), "market_get_tikcer");
        assertThat(error.get("tool")).isEqualTo("market_get_tikcer");
        assertThat(error.get("error")).isEqualTo(true);
        assertThat(error.get("code")).isEqualTo("TOOL_NOT_AVAILABLE");
        assertThat(error.get("message")).asString().contains("Did you mean market_get_ticker?");
        assertThat(error.get("serverVersion")).isEqualTo("dev");
        assertThat(error.get("timestamp")).asString().endsWith("Z");
    }

    @Test
    void call_toolOfAnotherModuleOrVenue_saysHowToGetIt() {
        ToolRegistry registry = registry(venue("--demo"), "market");
        assertThat(error(registry, "spot_get_order").get("message")).asString().contains("--modules spot");
        assertThat(error(registry, "paper_clock").get("message")).asString().contains("runs on demo");
    }

    @Test
    void call_writeOnAVenueThatRefusesThem_sendsNothingAndSaysHowToEnable() {
        Venue live = venue("--live");
        Map<?, ?> error = error(registry(live, "spot"), "spot_place_order");
        assertThat(error.get("type")).isEqualTo("ConfigError");
        assertThat(error.get("code")).isEqualTo("WRITES_DISABLED");
        assertThat(error.get("venue")).isEqualTo("live");
        assertThat(error.get("message"))
                .asString()
                .startsWith("Nothing was sent: ")
                .contains("--paper");
    }

    @Test
    void call_venueThatCannotBeMade_isAnErrorEachTime() {
        AtomicInteger asked = new AtomicInteger();
        ToolRegistry registry = ToolRegistry.builder()
                .venue(() -> {
                    asked.incrementAndGet();
                    return venue("--profile", "none");
                })
                .build();
        assertThat(error(registry, "market_get_ticker").get("type")).isEqualTo("ConfigError");
        assertThat(error(registry, "market_get_ticker").get("message"))
                .asString()
                .contains("There is no profile none");
        assertThat(asked).hasValue(2);
    }

    @Test
    void call_connectionThatFails_isAnInternalErrorWithoutItsText() {
        Map<?, ?> error = error(registry(venue("--paper"), "account"), "account_get_balance");
        assertThat(error.get("type")).isEqualTo("InternalError");
        assertThat(error.toString()).contains("IllegalStateException").doesNotContain("nobody should go in");
    }

    @Test
    void venue_isAskedOnceAndConnectedAtTheFirstCall() {
        AtomicInteger asked = new AtomicInteger();
        Exchange exchange = new Exchange();
        ToolRegistry registry = ToolRegistry.builder()
                .venue(() -> {
                    asked.incrementAndGet();
                    return Venue.of("demo", exchange.client());
                })
                .build();
        registry.tools();
        assertThat(exchange.wire().calls()).isEmpty();
        registry.call("market_get_ticker", Map.of("instId", "BTC-USDT-SWAP"));
        registry.call("market_get_ticker", Map.of("instId", "BTC-USDT-SWAP"));
        assertThat(asked).hasValue(1);
        assertThat(exchange.wire().calls()).hasSize(2);
    }
}
