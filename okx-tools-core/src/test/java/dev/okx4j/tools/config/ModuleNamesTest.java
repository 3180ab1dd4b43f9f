package dev.okx4j.tools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ModuleNamesTest {
    @Test
    void parse_allDefaultAndNothing_areTheBuiltOnes() {
        for (String list : new String[] {"", " ", "all", "default", "ALL", "market, spot ,swap,account,market"}) {
            assertThat(ModuleNames.parse(list).built())
                    .as(list)
                    .containsExactlyInAnyOrder("market", "spot", "swap", "account");
            assertThat(ModuleNames.parse(list).unbuilt()).isEmpty();
        }
    }

    @Test
    void parse_groupsOfTheKit_areUnderstood() {
        assertThat(ModuleNames.parse("earn").unbuilt())
                .hasSize(5)
                .isEqualTo(ModuleNames.parse("earn.all").unbuilt());
        assertThat(ModuleNames.parse("bot").unbuilt()).containsExactly("bot.grid");
        assertThat(ModuleNames.parse("bot.all").unbuilt()).containsExactlyInAnyOrder("bot.grid", "bot.dca");
    }

    @Test
    void parse_everyModuleOfTheKit_isKnown() {
        assertThat(ModuleNames.known())
                .containsExactlyInAnyOrder(
                        "market",
                        "spot",
                        "swap",
                        "futures",
                        "option",
                        "account",
                        "event",
                        "news",
                        "earn.savings",
                        "earn.onchain",
                        "earn.dcd",
                        "earn.autoearn",
                        "earn.flash",
                        "bot.grid",
                        "bot.dca",
                        "skills");
    }

    @Test
    void parse_unknownModule_isRefusedWithTheNearest() {
        assertThatThrownBy(() -> ModuleNames.parse("market,swop"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("There is no module swop. Did you mean swap?");
    }
}
