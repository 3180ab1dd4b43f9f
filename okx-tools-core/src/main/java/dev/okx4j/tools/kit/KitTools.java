package dev.okx4j.tools.kit;

import dev.okx4j.tools.Tool;
import java.util.ArrayList;
import java.util.List;

/** The table of contents of the tools that OKX's Agent Trade Kit has too. */
public final class KitTools {
    private KitTools() {}

    /** Returns the tools in the order in which they are listed. */
    public static List<Tool<?>> all() {
        List<Tool<?>> tools = new ArrayList<>();
        tools.addAll(MarketTools.all());
        tools.addAll(InstrumentTools.all());
        tools.addAll(SpotTools.all());
        tools.addAll(SwapOrderTools.all());
        tools.addAll(SwapAlgoTools.all());
        tools.addAll(SwapAlgoCancelTools.all());
        tools.addAll(SwapPositionTools.all());
        tools.addAll(AccountTools.all());
        tools.addAll(SystemTools.all());
        return tools;
    }
}
