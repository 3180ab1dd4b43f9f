package dev.okx4j.paper.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The position tiers that were recorded from OKX, by kind of instrument and family. */
final class RecordedTiers {
    private static final Map<String, List<PositionTier>> ALL = read();

    private RecordedTiers() {}

    /** Returns the recorded tiers of a family when they begin at the instrument's highest leverage, else none. */
    static List<PositionTier> of(InstrumentType type, String family, BigDecimal lever) {
        List<PositionTier> tiers = ALL.getOrDefault(type + " " + family, List.of());
        return !tiers.isEmpty() && tiers.get(0).maxLever().compareTo(lever) == 0 ? tiers : List.of();
    }

    private static Map<String, List<PositionTier>> read() {
        Map<String, List<PositionTier>> all = new LinkedHashMap<>();
        try (InputStream in = RecordedTiers.class.getResourceAsStream("position-tiers.csv")) {
            if (in == null) {
                throw new IllegalStateException("the recorded position tiers are missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cell = line.split(",", -1);
                    all.computeIfAbsent(cell[0] + " " + cell[1], key -> new ArrayList<>())
                            .add(new PositionTier(
                                    Integer.parseInt(cell[2]),
                                    new BigDecimal(cell[3]),
                                    new BigDecimal(cell[4]),
                                    new BigDecimal(cell[5]),
                                    new BigDecimal(cell[6]),
                                    new BigDecimal(cell[7])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
