package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.rest.CodeTable.Verdict;
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
        assertThat(CodeTable.verdict(code)).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50004", "51054", "51149", "51412", "50026", "50001", "50005", "50013", "", "0", "1", "2", "7", "59999",
                "99999", "510000", "-51000", "５１０００", "51o00", "51999", "64007"
            })
    void code_thatProvesNothing_isUnknown(String code) {
        assertThat(CodeTable.verdict(code)).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51400", "51401", "51402", "51410", "51503", "51509", "51510", "51603"})
    void code_aboutAnOrderThatIsGone_asksItsState(String code) {
        assertThat(CodeTable.verdict(code)).isEqualTo(Verdict.ASK_STATE);
    }

    @Test
    void duplicateId_mayBeOurOwnOrder() {
        assertThat(CodeTable.verdict("51016")).isEqualTo(Verdict.ID_TAKEN);
        assertThat(CodeTable.verdict("51065")).isEqualTo(Verdict.ID_TAKEN);
    }

    @Test
    void onlyTheClocksOwnCodes_askToReadTheClockAgain() {
        assertThat(CodeTable.isWrongTime("50102")).isTrue();
        assertThat(CodeTable.isWrongTime("50112")).isTrue();
        assertThat(CodeTable.isWrongTime("50113")).isFalse();
    }
}
