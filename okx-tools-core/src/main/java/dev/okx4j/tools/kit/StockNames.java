package dev.okx4j.tools.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The companies and funds behind stock tokens, which OKX's own data calls by ticker only. */
final class StockNames {
    private static final Properties NAMES = load();

    private StockNames() {}

    /** Returns the name behind an instrument such as {@code NVDA-USDT-SWAP} or {@code XNVDA-USDT}. */
    static @Nullable String of(String instId) {
        int dash = instId.indexOf('-');
        String base = dash < 0 ? instId : instId.substring(0, dash);
        String name = NAMES.getProperty(base);
        boolean token = name == null && base.startsWith("X") && !instId.endsWith("-SWAP");
        return token ? NAMES.getProperty(base.substring(1)) : name;
    }

    private static Properties load() {
        Properties names = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(StockNames.class.getResourceAsStream("/dev/okx4j/tools/stock-names.properties")),
                StandardCharsets.UTF_8)) {
            names.load(in);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
