package dev.okx4j.client.error;

import java.util.BitSet;
import java.util.Set;

/** What OKX's codes say about a call. A code that is not listed proves nothing about a write: it may have happened. */
public final class CodeTable {
    /** Codes of which OKX documents that the request was refused, and nothing was done. */
    private static final String REFUSALS = """
            50000 50002 50006-50012 50014-50016 50018 50021 50024-50025 50027-50028 50030 50032-50033
            50035-50041 50044-50045 50047-50053 50055-50056 50058-50063 50067 50069 50072 50075-50077
            50100-50116 50118-50122 51000-51012 51014-51015 51017-51044 51046-51053 51055-51059 51063 51066
            51068-51096 51098-51113 51115-51117 51119-51140 51142-51144 51147-51148 51150 51152-51156
            51158-51159 51162-51171 51173-51182 51185-51187 51192-51197 51201-51207 51209-51214 51220-51226
            51250-51265 51267-51288 51291-51293 51295 51298-51300 51302-51313 51317 51320-51333 51403-51409
            51411 51413 51415-51416 51500-51502 51505-51508 51511-51512 51514 51521-51532 51536-51539 51543
            51600-51602 51604-51606 51608 51610-51611 51620-51621 51625 51820-51825 54000-54001 54004-54007
            54009 54011-54012 54018-54019 54024-54031 54035-54036 54039-54048 54051 54070-54075 54078-54079
            54092 54094 55000 59101-59102
            """;

    private static final Set<String> ID_TAKEN = Set.of("51016", "51065");

    private static final Set<String> ASK_STATE =
            Set.of("51400", "51401", "51402", "51410", "51503", "51509", "51510", "51603");

    private static final Set<String> TOO_MANY = Set.of("50011", "50061", "50040");
    private static final Set<String> WRONG_TIME = Set.of("50102", "50112");
    private static final BitSet REFUSED = parse(REFUSALS);

    private CodeTable() {}

    /** Returns what a code says about a write. */
    public static WriteCode ofWrite(String code) {
        if (ID_TAKEN.contains(code)) {
            return WriteCode.ID_TAKEN;
        }
        if (ASK_STATE.contains(code)) {
            return WriteCode.ASK_STATE;
        }
        if (TOO_MANY.contains(code)) {
            return WriteCode.TOO_MANY;
        }
        if (WRONG_TIME.contains(code)) {
            return WriteCode.WRONG_TIME;
        }
        return isNumber(code) && REFUSED.get(Integer.parseInt(code)) ? WriteCode.REFUSED : WriteCode.UNKNOWN;
    }

    private static boolean isNumber(String code) {
        return code.length() == 5 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static BitSet parse(String ranges) {
        BitSet codes = new BitSet();
        for (String range : ranges.strip().split("\\s+", -1)) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            codes.set(first, last + 1);
        }
        return codes;
    }
}
