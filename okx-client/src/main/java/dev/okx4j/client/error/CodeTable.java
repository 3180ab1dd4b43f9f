package dev.okx4j.client.error;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What OKX's codes say about a call: one table for all that OKX documents.
 *
 * <p>About a write, only the codes that are listed here prove anything; with any other, documented or not, it may have
 * happened. About a read, the table says whether asking once more can help.
 */
public final class CodeTable {
    private static final String BAD_KEY = "50101 50103-50107 50111 50113-50114 50119";
    private static final String BLOCKED = """
            50007 50009 50027 50030 50033 50035 50041 50051-50052 50067 50100 50110 50120-50121 51155
            58004 58011-58012 58015-58016 58100-58101 58104-58107 58110 58131-58132
            """;

    private static final Map<WriteCode, Codes> WRITES = writes();
    private static final Map<ReadCode, Codes> READS = reads();

    private CodeTable() {}

    /** Returns what a code says about a write; an unlisted one proves nothing. */
    public static WriteCode ofWrite(String code) {
        for (Map.Entry<WriteCode, Codes> line : WRITES.entrySet()) {
            if (line.getValue().has(code)) {
                return line.getKey();
            }
        }
        return WriteCode.UNKNOWN;
    }

    /** Returns what a code says about a read or a setting. */
    public static ReadCode ofRead(String code) {
        for (Map.Entry<ReadCode, Codes> line : READS.entrySet()) {
            if (line.getValue().has(code)) {
                return line.getKey();
            }
        }
        return ReadCode.UNDOCUMENTED;
    }

    private static Map<WriteCode, Codes> writes() {
        Map<WriteCode, Codes> table = new EnumMap<>(WriteCode.class);
        // Validation, balance, limits and states that OKX checks before it does anything.
        table.put(WriteCode.REFUSED, Codes.of("""
                50000 50002 50006 50008 50010 50012 50014-50016 50018 50021 50024-50025 50028 50032 50038-50039
                50044-50045 50047-50050 50053 50055-50056 50058-50060 50062-50063 50069 50072 50075-50077
                50108-50109 50115-50116 50118 50122 51000-51012 51014-51015 51017-51044 51046-51053 51055-51059 51066
                51069-51096 51098-51113 51115-51117 51119-51140 51142-51144 51147-51148 51150 51152-51154 51156
                51158-51159 51162-51171 51173-51182 51185-51187 51192-51197 51201-51207 51209-51214 51220-51226
                51250-51265 51267-51288 51291-51293 51295 51298-51300 51302-51313 51317 51320-51333 51403-51404
                51406-51409 51411 51413 51415 51500-51502 51505-51508 51511-51512 51514 51521-51532 51536-51539
                51543 51600-51602 51604-51606 51608 51610-51611 51620-51621 51625 51820-51825 54000-54001 54004-54009
                54011-54012 54018-54019 54024-54031 54035-54036 54039-54048 54051 54070-54075 54078-54079
                54092 54094 55000 58005 58008 58113-58117 58119 58121 58123 58125-58129 58350 59101-59102
                60011-60013 60026-60028 60033
                """));
        table.put(WriteCode.TOO_MANY, Codes.of("50011 50040 50061"));
        table.put(WriteCode.WRONG_TIME, Codes.of("50102 50112 60004 60006"));
        table.put(WriteCode.TOO_LATE, Codes.of("50036-50037"));
        table.put(WriteCode.BAD_KEY, Codes.of(BAD_KEY));
        table.put(WriteCode.BLOCKED, Codes.of(BLOCKED));
        table.put(WriteCode.ID_TAKEN, Codes.of("50071 51016 51065 51068 58404"));
        table.put(WriteCode.ASK_STATE, Codes.of("51063 51400-51402 51405 51410 51416 51503 51509-51510 51603"));
        return Collections.unmodifiableMap(table);
    }

    private static Map<ReadCode, Codes> reads() {
        Map<ReadCode, Codes> table = new EnumMap<>(ReadCode.class);
        table.put(ReadCode.ANSWERED, Codes.of("0"));
        table.put(ReadCode.TOO_MANY, Codes.of("50011 50040 50061 51113 58102 60014 60023"));
        table.put(ReadCode.WRONG_TIME, Codes.of("50102 60006"));
        table.put(ReadCode.BUSY, Codes.of("""
                4004-4006 50001 50013 50017 50019-50020 50022-50023 50029 50046 50057 50064 51022 51028-51030 51142
                51289-51290 51294 51342 51380 51513 51607 51739 51759 51784 52910-52911 52915 52923-52924 54008 54012
                54031 54049 58007 58103 58111 58120 58122 58124 58217 58310 59119-59120 59278 59415 59417 63999 64008
                70208 70511
                """));
        table.put(ReadCode.UNFINISHED, Codes.of("""
                50004 50026 50042 51016 51054 51065 51149 51400 51410 51412 51503 52912 64007
                """));
        table.put(ReadCode.BAD_KEY, Codes.of(BAD_KEY + " 60005 60007 60009 60024 60032"));
        table.put(ReadCode.BLOCKED, Codes.of(BLOCKED));
        table.put(ReadCode.REFUSED, Codes.of("""
                1-2 1009 4001-4003 4007-4009 50000 50002 50005-50006 50008 50010 50012 50014-50016 50018 50021
                50024-50025 50028 50032 50036-50039 50044-50045 50047-50050 50053 50055-50056 50058-50060 50062-50063
                50069 50071-50072 50075-50077 50108-50109 50112 50115-50116 50118 50122 51000-51012 51014-51015
                51017-51021 51023-51027 51031-51044 51046-51053 51055-51059 51063 51066 51068-51096 51098-51112
                51115-51117 51119-51140 51143-51144 51147-51148 51150 51152-51154 51156 51158-51159 51162-51171
                51173-51182 51185-51187 51192-51197 51201-51207 51209-51214 51220-51226 51250-51265 51267-51288
                51291-51293 51295 51298-51300 51302-51313 51317 51320-51333 51340-51341 51343-51359 51370 51381-51399
                51401-51409 51411 51413 51415-51416 51500-51502 51505-51512 51514 51521-51532 51536-51539 51543
                51600-51606 51608 51610-51611 51620-51621 51625 51720-51738 51750-51758 51760-51774 51785 51820-51825
                52000 52900-52905 52907-52909 52913-52914 52916-52922 52925-52929 54000-54001 54004-54007 54009 54011
                54018-54019 54024-54030 54035-54036 54039-54048 54051 54070-54075 54078-54079 54092 54094 55000
                55100-55106 55111-55113 55116 56000-56008 58002-58003 58005-58006 58008-58010 58013-58014 58112-58117
                58119 58121 58123 58125-58129 58200-58210 58212-58216 58218-58244 58248-58249 58252 58254 58256-58258
                58300-58309 58350-58356 58358 58373 58381-58384 58400-58407 59000-59002 59004-59006 59100-59114
                59117-59118 59121-59125 59128-59130 59132-59142 59200-59202 59206 59216 59218 59245 59247 59256
                59258-59260 59262-59264 59267-59270 59273-59277 59279-59280 59282-59288 59292 59300-59317 59319
                59401-59402 59410-59414 59500-59510 59512 59515-59529 59550 59601 59603-59604 59606 59608-59619
                59622-59623 59641-59643 59648-59652 59658-59662 59664-59666 59668-59676 59678-59679 59683-59684 59686
                59689 59691-59693 60004 60008 60011-60013 60018-60019 60026-60028 60031 60033 64000-64004 70000-70016
                70060-70062 70064-70067 70100-70103 70105-70109 70200 70203 70207 70301 70303-70310 70400 70408-70409
                70501-70510 70514-70518 75001-75003
                """));
        return Collections.unmodifiableMap(table);
    }
}
