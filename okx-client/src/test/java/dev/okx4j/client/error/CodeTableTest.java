package dev.okx4j.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the table with what OKX documents, and with the list of the codes that prove something about a write. */
@NullUnmarked
class CodeTableTest {
    private static final Path DOCUMENTED = Path.of("../docs/error-codes.csv");
    private static final Path PROOFS = Path.of("src/test/resources/dev/okx4j/client/error/proofs.txt");

    private static final Map<String, WriteCode> LIST = list();

    static Stream<String[]> documented() {
        return lines(DOCUMENTED).skip(1).map(line -> line.split(",", -1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documented")
    void code_isClassedAsDocumented(String code, String section, String httpStatus, String retryable) {
        ReadCode read = CodeTable.ofRead(code);
        String expected = switch (read) {
            case TOO_MANY, WRONG_TIME, BUSY -> "yes";
            case UNFINISHED -> "reconcile";
            case ANSWERED, BAD_KEY, BLOCKED, REFUSED -> "no";
            case UNDOCUMENTED -> "missing in the table";
        };
        assertThat(expected).as("%s (%s, HTTP %s)", code, section, httpStatus).isEqualTo(retryable);
        assertThat(read.mayPass()).isEqualTo(!retryable.equals("no"));
        assertThat(CodeTable.ofWrite(code))
                .isEqualTo(LIST.getOrDefault(code.replaceFirst("_.*", ""), WriteCode.UNKNOWN));
    }

    @Test
    void table_knowsNoMoreThanIsDocumented() {
        assertThat(documented()).hasSize(1_072);
        Map<String, String> known = new LinkedHashMap<>();
        documented().forEach(row -> known.put(row[0], row[3]));
        for (int number = 0; number <= 99_999; number++) {
            String code = Integer.toString(number);
            if (!known.containsKey(code)) {
                assertThat(CodeTable.ofRead(code)).as(code).isEqualTo(ReadCode.UNDOCUMENTED);
                assertThat(CodeTable.ofWrite(code)).as(code).isEqualTo(WriteCode.UNKNOWN);
            }
        }
        assertThat(LIST.keySet()).isSubsetOf(known.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-51000", "+51000", "５１０００", "51o00", "051000", "510000", "51000 ", "_51000", "00", "OK"})
    void notACode_provesNothing(String code) {
        assertThat(CodeTable.ofWrite(code)).isEqualTo(WriteCode.UNKNOWN);
        assertThat(CodeTable.ofRead(code)).isEqualTo(ReadCode.UNDOCUMENTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"50004", "51054", "51149", "51412", "50026", "50001", "50005", "50013", "0", "1", "2", "64007"})
    void code_thatLeavesItOpen_isUnknown(String code) {
        assertThat(CodeTable.ofWrite(code)).isEqualTo(WriteCode.UNKNOWN);
        assertThat(CodeTable.ofWrite(code).provesNothingHappened()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"51400", "51401", "51402", "51410", "51503", "51509", "51510", "51603"})
    void code_aboutAnOrderThatIsGone_asksItsState(String code) {
        assertThat(CodeTable.ofWrite(code)).isEqualTo(WriteCode.ASK_STATE);
        assertThat(CodeTable.ofWrite(code).provesNothingHappened()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"51016", "51065", "51068"})
    void duplicateId_mayBeOurOwnOrder(String code) {
        assertThat(CodeTable.ofWrite(code)).isEqualTo(WriteCode.ID_TAKEN);
        assertThat(CodeTable.ofWrite(code).provesNothingHappened()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"51000", "51008", "51008_1000", "50061", "50112", "50036", "50113", "50110"})
    void code_thatProvesNothingHappened_saysSo(String code) {
        assertThat(CodeTable.ofWrite(code).provesNothingHappened()).isTrue();
    }

    @Test
    void onlyTheClocksOwnCodes_areAboutTheTime() {
        assertThat(LIST.entrySet())
                .filteredOn(line -> line.getValue() == WriteCode.WRONG_TIME)
                .extracting(Map.Entry::getKey)
                .containsExactly("50102", "50112", "60004", "60006");
    }

    @ParameterizedTest
    @EnumSource(WriteCode.class)
    void nextStep_ofAWrite_neverLeadsToASecondOneInDoubt(WriteCode code) {
        assertThat(code.nextStep())
                .matches("[A-Z][^\\n]*\\.")
                .doesNotContainIgnoringCase("retry", "again", "transfer", "deposit", "funds");
        if (code.provesNothingHappened()) {
            assertThat(code.nextStep()).contains("nothing happened");
        } else {
            assertThat(code.nextStep()).containsIgnoringCase("look it up").doesNotContain("nothing happened");
        }
    }

    @ParameterizedTest
    @EnumSource(ReadCode.class)
    void nextStep_ofARead_isASentence(ReadCode code) {
        assertThat(code.nextStep()).matches("[A-Z][^\\n]*\\.").doesNotContainIgnoringCase("retry", "deposit", "funds");
    }

    private static Map<String, WriteCode> list() {
        Map<String, WriteCode> list = new LinkedHashMap<>();
        lines(PROOFS).filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                assertThat(list.put(words[i], WriteCode.valueOf(words[0])))
                        .as(words[i])
                        .isNull();
            }
        });
        return list;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
