package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ToolTest {
    public record NoArgs() {}

    private static Tool<NoArgs> tool(Tool.Builder<NoArgs> builder) {
        return builder.title("T").description("D.").handler((session, args) -> Answer.of("done"));
    }

    @Test
    void read_hintsThatNothingChanges() {
        Tool<NoArgs> tool = tool(Tool.read("market_look", NoArgs.class));
        assertThat(tool.access()).isEqualTo(ToolAccess.READ);
        assertThat(tool.readOnlyHint() && tool.idempotentHint() && tool.openWorldHint())
                .isTrue();
        assertThat(tool.destructiveHint()).isFalse();
    }

    @Test
    void write_hintsTheOpposite() {
        Tool<NoArgs> tool = tool(Tool.write("spot_do", NoArgs.class));
        assertThat(tool.access()).isEqualTo(ToolAccess.WRITE);
        assertThat(tool.readOnlyHint() || tool.idempotentHint()).isFalse();
        assertThat(tool.destructiveHint() && tool.openWorldHint()).isTrue();
    }

    @Test
    void module_isTheFirstWordOfTheName() {
        assertThat(tool(Tool.read("market_get_ticker_twice", NoArgs.class)).module())
                .isEqualTo("market");
        assertThatThrownBy(() -> Tool.read("nomodule", NoArgs.class)).hasMessageContaining("begins with its module");
        assertThatThrownBy(() -> Tool.read("_x", NoArgs.class)).hasMessageContaining("begins with its module");
    }

    @Test
    void handler_withoutTitleOrDescription_isRefused() {
        assertThatThrownBy(() -> Tool.read("market_x", NoArgs.class).handler((s, a) -> Answer.of("")))
                .hasMessageContaining("needs a title and a description");
        assertThatThrownBy(() -> Tool.read("market_x", NoArgs.class).title("T").handler((s, a) -> Answer.of("")))
                .hasMessageContaining("needs a title and a description");
    }

    @Test
    void needsKey_everythingButPublicDataAndTheServerItself() {
        assertThat(ToolRegistry.allTools())
                .filteredOn(tool -> !tool.needsKey())
                .extracting(Tool::module)
                .containsOnly("market", "system");
    }

    @Test
    void inputSchema_ofAToolOutsideTheCatalogue_saysHowToWriteIt() {
        Tool<NoArgs> tool = tool(Tool.read("market_new", NoArgs.class));
        assertThatThrownBy(tool::inputSchema).hasMessageContaining("market_new").hasMessageContaining("golden.update");
        assertThat(tool).hasToString("market_new");
    }
}
