package dev.okx4j.tools;

import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.ReadCode;
import java.util.Map;

/** What to do about a code of OKX's, in our own words; never "retry" for anything that could be done twice. */
final class Suggestions {
    private static final String KEY = "The user has to check the API key that the server was started with.";
    private static final String FUNDS =
            "Look at account_get_balance: what is free does not pay for it. Place a smaller order, or tell the user.";
    private static final String LATER =
            "The exchange is busy: read again in a few seconds. Look an order up before " + "placing it again.";
    private static final String STEP =
            "Look at lotSz, minSz and tickSz in market_get_instruments and correct the size or price.";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("50011", "Too many calls: wait a second before the next one."),
            Map.entry("50061", "Too many orders: wait a few seconds before the next one."),
            Map.entry("50001", LATER),
            Map.entry("50004", LATER),
            Map.entry("50013", LATER),
            Map.entry("50026", LATER),
            Map.entry("50014", "A parameter is missing: compare the call with the tool's description."),
            Map.entry("50038", "The exchange does not offer this: tell the user."),
            Map.entry("50100", "The key is frozen or lacks the permission. " + KEY),
            Map.entry("50101", "The key belongs to the other environment (demo or live). " + KEY),
            Map.entry("50102", "The clock of this machine is off: the user has to set it."),
            Map.entry("50105", "The passphrase is wrong. " + KEY),
            Map.entry("50110", "The address of this machine is not on the key's list. " + KEY),
            Map.entry("50111", KEY),
            Map.entry("50112", "The clock of this machine is off: the user has to set it."),
            Map.entry("50113", "The signature is wrong: the secret key does not belong to the key. " + KEY),
            Map.entry("50119", "The key belongs to another OKX site: the user has to set --site. " + KEY),
            Map.entry("51000", "Compare the values with the tool's description and with market_get_instruments."),
            Map.entry("51001", "There is no such instrument here: market_get_instruments lists what there is."),
            Map.entry("51008", FUNDS),
            Map.entry("51010", "The account's mode does not allow this: the user has to change it at OKX."),
            Map.entry("51020", STEP),
            Map.entry("51021", "There is no such instrument here: market_get_instruments lists what there is."),
            Map.entry("51022", "The instrument is not open for trading: look at its state."),
            Map.entry("51027", "The contract has expired: choose another one."),
            Map.entry("51119", FUNDS),
            Map.entry("51121", STEP),
            Map.entry("51127", FUNDS),
            Map.entry("51131", FUNDS),
            Map.entry("51155", "OKX does not offer this in the account's country: tell the user; do not try again."),
            Map.entry("51400", "The order is filled, cancelled or unknown: look it up."),
            Map.entry("51401", "The order is already cancelled: nothing is left to do."),
            Map.entry("51402", "The order is already filled: look at the position."),
            Map.entry("51603", "There is no such order here: check instId and the id."),
            Map.entry("51734", "OKX does not offer this in the account's country: tell the user; do not try again."));

    private Suggestions() {}

    /** Returns what to do about a code that a read or a setting was answered with. */
    static String ofRead(String code) {
        ReadCode read = CodeTable.ofRead(code);
        String next = read == ReadCode.UNDOCUMENTED ? read.nextStep() + " Tell the user." : read.nextStep();
        return BY_CODE.getOrDefault(code, next);
    }

    /** Returns what to do about a code that an order was answered with. */
    static String ofWrite(String code) {
        return BY_CODE.getOrDefault(code, CodeTable.ofWrite(code).nextStep());
    }
}
