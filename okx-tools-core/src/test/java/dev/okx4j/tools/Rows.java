package dev.okx4j.tools;

import org.jspecify.annotations.NullUnmarked;

/** Rows in the shapes that were recorded from OKX. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
final class Rows {
    static final String ID = "680800019749904384";

    static final String TICKER = """
            {"instType":"SWAP","instId":"BTC-USDT-SWAP","last":"60000","lastSz":"0.5","askPx":"60000.1","askSz":"11",
            "bidPx":"59999.9","bidSz":"5","open24h":"59000","high24h":"61000","low24h":"58500.5","volCcy24h":"2222",
            "vol24h":"222200","sodUtc0":"59500","sodUtc8":"","ts":"1787227200000"}
            """;

    static final String BOOK = """
            {"asks":[["60000.1","11","0","4"],["60000.5","3","0","1"]],"bids":[["59999.9","5","0","2"]],
            "ts":"1787227200000","seqId":77}
            """;

    static final String BALANCE = """
            {"adjEq":"","totalEq":"10000.5","uTime":"1787227200000","isoEq":"0","upl":"0","imr":"","mmr":"","details":[
            {"ccy":"USDT","eq":"10000.5","cashBal":"10000","availBal":"9950","availEq":"9950","frozenBal":"50",
            "ordFrozen":"0","upl":"0.5","liab":"0","eqUsd":"10000.5","uTime":"1787227200000","collateralEnabled":false}]}
            """;

    static final String POSITION = """
            {"instType":"SWAP","instId":"BTC-USDT-SWAP","mgnMode":"isolated","posId":"1752810569801498626","posSide":"net",
            "pos":"0.83","avgPx":"60000","markPx":"60010","upl":"0.083","lever":"1","liqPx":"","cTime":"1787227200000",
            "uTime":"1787227200000","closeOrderAlgo":[],"margin":"498"}
            """;

    static final String BILL = """
            {"instType":"SWAP","billId":"623950854533513219","type":"2","subType":"1","ts":"1787227200000",
            "balChg":"-0.03","bal":"9999.97","ccy":"USDT","sz":"0.83","px":"60000","pnl":"0","fee":"-0.03",
            "instId":"BTC-USDT-SWAP","ordId":"680800019749904384"}
            """;

    static final String LEVERAGE = """
            {"ccy":"","instId":"BTC-USDT-SWAP","mgnMode":"cross","posSide":"long","lever":"10"},
            {"ccy":"","instId":"BTC-USDT-SWAP","mgnMode":"cross","posSide":"short","lever":"5"}
            """;

    static final String ORDER = """
            {"instType":"SWAP","instId":"BTC-USDT-SWAP","ordId":"680800019749904384","clOrdId":"c1","tag":"MCP",
            "side":"buy","posSide":"net","tdMode":"isolated","ordType":"market","state":"filled","sz":"0.08","px":"",
            "accFillSz":"0.08","avgPx":"60000.1","fee":"-0.024","feeCcy":"USDT","pnl":"0","lever":"1",
            "reduceOnly":"false","cTime":"1787227200000","uTime":"1787227200001","attachAlgoOrds":[],
            "linkedAlgoOrd":{"algoId":""},"cancelSource":""}
            """;

    static final String FILL = """
            {"instType":"SWAP","instId":"BTC-USDT-SWAP","tradeId":"744876980","ordId":"680800019749904384",
            "billId":"680800019754098688","fillPx":"60000.1","fillSz":"0.08","side":"buy","posSide":"net","execType":"T",
            "fee":"-0.024","feeCcy":"USDT","fillPnl":"0","ts":"1787227200001","fillTime":"1787227200000"}
            """;

    static final String ALGO = """
            {"algoId":"1753184812254216192","instType":"SWAP","instId":"BTC-USDT-SWAP","ordType":"conditional",
            "side":"sell","posSide":"net","tdMode":"isolated","state":"live","sz":"0.08","slTriggerPx":"57000",
            "slOrdPx":"-1","slTriggerPxType":"last","reduceOnly":"true","cTime":"1787227200000","uTime":"1787227200000"}
            """;

    static final String CLOCK = """
            {"marketTime":"1786924800000","wireTime":"1787227200000","feed":"replay","scenario":"default",
            "start":"1785110400000","end":"1787443200000","speed":"paused","instruments":["BTC-USDT-SWAP"],
            "events":[{"type":"fill","ordId":"680800019749904384","fillPx":"60000.10",
            "evidence":{"source":"candle 5m","rule":"open-high-low-close","grade":"C"}}],"stopped":"target","more":0}
            """;

    private static final String CONTRACT = """
            {"instType":"SWAP","instId":"%s","uly":"%s","instFamily":"%s","settleCcy":"USDT","ctVal":"%s","ctMult":"1",
            "ctValCcy":"%s","ctType":"%s","state":"live","tickSz":"0.1","lotSz":"%s","minSz":"%s","lever":"100",
            "instCategory":"%s","baseCcy":"","quoteCcy":"","expTime":"","listTime":"1611916860000"}
            """;

    private static final String TOKEN = """
            {"instType":"SPOT","instId":"%s","baseCcy":"%s","quoteCcy":"USDT","state":"live","tickSz":"0.01",
            "lotSz":"0.00001","minSz":"0.01","lever":"10","instCategory":"%s","ctVal":"","ctMult":""}
            """;

    private Rows() {}

    static String contract(String base, String quote, String ctVal, String lotSz, String minSz, String category) {
        String family = base + "-" + quote;
        boolean inverse = quote.equals("USD");
        return CONTRACT.formatted(
                family + "-SWAP",
                family,
                family,
                ctVal,
                inverse ? quote : base,
                inverse ? "inverse" : "linear",
                lotSz,
                minSz,
                category);
    }

    /** Answers a question for instruments with a small list that has the recorded sizes. */
    static String instruments(ScriptedWire.Call call) {
        String[] all = call.query().get("instType").equals("SPOT")
                ? new String[] {TOKEN.formatted("BTC-USDT", "BTC", "1"), TOKEN.formatted("XNVDA-USDT", "XNVDA", "3")}
                : new String[] {
                    contract("BTC", "USDT", "0.01", "0.01", "0.01", "1"),
                    contract("ETH", "USDT", "0.1", "0.01", "0.01", "1"),
                    contract("DOGE", "USDT", "1000", "1", "1", "1"),
                    contract("NVDA", "USDT", "1", "0.01", "0.01", "3"),
                    contract("BTC", "USD", "100", "0.1", "0.1", "1")
                };
        String wanted = call.query().get("instId");
        StringBuilder rows = new StringBuilder();
        for (String row : all) {
            if (wanted == null || row.contains("\"instId\":\"" + wanted + "\"")) {
                rows.append(rows.length() == 0 ? "" : ",").append(row);
            }
        }
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}";
    }
}
