package dev.okx4j.paper.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of bills that this exchange writes, with their sub-types. */
final class BillTypes {
    /** A type a line, and behind it its sub-types. */
    private static final List<String[]> ALL =
            """
            1 Transfer|11 Transfer in|12 Transfer out
            2 Trade|1 Buy|2 Sell|3 Open long|4 Open short|5 Close long|6 Close short
            3 Delivery|112 Delivery long|113 Delivery short|170 Exercised|171 Counterparty exercised|172 Expired
            5 Liquidation|104 Liquidation long|105 Liquidation short|106 Liquidation buy|107 Liquidation sell\
            |100 Partial liquidation close long|101 Partial liquidation close short|102 Partial liquidation buy\
            |103 Partial liquidation sell|110 Liquidation transfer in|111 Liquidation transfer out
            6 Margin transfer|160 Manual margin increase|161 Manual margin decrease|162 Auto margin increase
            8 Funding fee|173 Funding fee expense|174 Funding fee income
            """.lines().map(line -> line.split("\\|", -1)).toList();

    private BillTypes() {}

    /** Tells the types that the parameters name, or all. */
    static Answer told(Params params) {
        List<String> wanted = params.list("type");
        return Answer.rows(ALL.stream()
                .filter(type -> wanted.isEmpty() || wanted.contains(number(type[0])))
                .map(BillTypes::row)
                .toList());
    }

    private static Map<String, Object> row(String[] type) {
        return new Row(Fields.BILL_TYPE)
                .set("type", number(type[0]))
                .set("typeDesc", name(type[0]))
                .set(
                        "subTypeDetails",
                        Arrays.stream(type).skip(1).map(BillTypes::subType).toList())
                .fields();
    }

    private static Map<String, Object> subType(String text) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subType", number(text));
        row.put("subTypeDesc", name(text));
        return row;
    }

    private static String number(String text) {
        return text.substring(0, text.indexOf(' '));
    }

    private static String name(String text) {
        return text.substring(text.indexOf(' ') + 1);
    }
}
