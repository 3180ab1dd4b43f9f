package dev.okx4j.paper.feed;

import java.util.List;
import java.util.Map;

/** All that a scenario is made of. */
record ScenarioParts(
        Manifest manifest,
        Map<String, InstrumentRow> instruments,
        Map<String, Recording> recordings,
        Map<String, Recording> marks,
        Map<String, Recording> indices,
        List<MarketEvent.FundingRate> funding,
        EventList events,
        String fingerprint,
        boolean live) {}
