package dev.okx4j.client.stream;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.publicdata.InstrumentsRequest;
import dev.okx4j.client.publicdata.PublicDataApi;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The numbers by which orders name their instruments on a connection. This class is thread-safe. */
final class InstrumentCodes {
    private static final Logger LOG = LoggerFactory.getLogger(InstrumentCodes.class);

    private final PublicDataApi publicData;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    InstrumentCodes(PublicDataApi publicData) {
        this.publicData = publicData;
    }

    /** Returns the number of an instrument, asking OKX for it the first time; null when OKX does not tell it. */
    @Nullable
    Long of(String instId) {
        Long code = known.get(instId);
        if (code == null) {
            code = ask(instId);
            if (code != null) {
                known.put(instId, code);
            }
        }
        return code;
    }

    private @Nullable Long ask(String instId) {
        try {
            Instrument listed = lookUp(instId);
            return listed == null ? null : listed.instIdCode();
        } catch (OkxException e) {
            LOG.info("The number of {} is not known yet: {}", instId, e.getMessage());
            return null;
        }
    }

    /** Returns how OKX lists an instrument now; null when it does not. */
    @Nullable
    Instrument lookUp(String instId) {
        InstType type = type(instId);
        return publicData
                .instruments(InstrumentsRequest.builder()
                        .instType(type)
                        .instFamily(type == InstType.OPTION ? family(instId) : null)
                        .instId(instId)
                        .build())
                .stream()
                .filter(listed -> instId.equals(listed.instId()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the kind that the form of an instrument's name tells: BTC-USDT, BTC-USDT-SWAP, BTC-USD-261225, BTC-USD-261225-90000-C. */
    private static InstType type(String instId) {
        String[] parts = instId.split("-", -1);
        if (parts.length < 3) {
            return InstType.SPOT;
        }
        if (parts.length > 3) {
            return InstType.OPTION;
        }
        return parts[2].equals("SWAP") ? InstType.SWAP : InstType.FUTURES;
    }

    private static String family(String instId) {
        return instId.substring(0, instId.indexOf('-', instId.indexOf('-') + 1));
    }
}
