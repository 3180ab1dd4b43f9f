package dev.okx4j.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class CodeTableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "50011", "50061", "50040", "50102", "50112", "50036", "50037", "50038", "50111", "50105", "50113",
                        "50114",
                "50101", "50103", "50104", "50110", "50100", "50007", "50009", "51000", "51001", "51008", "51020",
                        "51121",
                "51137", "51010", "51005", "51006", "51169"
            })
    void code_thatProvesNothingHappened_isARefusal(String code) {
        assertThat(CodeTable.ofWrite(code).provesNothingHappened()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50004", "51054", "51149", "51412", "50026", "50001", "50005", "50013", "", "0", "1", "2", "7", "59999",
                "99999", "510000", "-51000", "５１０００", "51o00", "51999", "64007"
            })
    void code_thatProvesNothing_isUnknown(String code) {
        assertThat(CodeTable.ofWrite(code)).isEqualTo(WriteCode.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51400", "51401", "51402", "51410", "51503", "51509", "51510", "51603"})
    void code_aboutAnOrderThatIsGone_asksItsState(String code) {
        assertThat(CodeTable.ofWrite(code)).isEqualTo(WriteCode.ASK_STATE);
    }

    @Test
    void duplicateId_mayBeOurOwnOrder() {
        assertThat(CodeTable.ofWrite("51016")).isEqualTo(WriteCode.ID_TAKEN);
        assertThat(CodeTable.ofWrite("51065")).isEqualTo(WriteCode.ID_TAKEN);
    }

    @Test
    void onlyTheClocksOwnCodes_askToReadTheClockAgain() {
        assertThat(CodeTable.ofWrite("50102")).isEqualTo(WriteCode.WRONG_TIME);
        assertThat(CodeTable.ofWrite("50112")).isEqualTo(WriteCode.WRONG_TIME);
        assertThat(CodeTable.ofWrite("50113")).isNotEqualTo(WriteCode.WRONG_TIME);
    }
}
