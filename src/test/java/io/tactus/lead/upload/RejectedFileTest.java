package io.tactus.lead.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd", "\t=1", "\r=1", "+", "-"})
    void whatASpreadsheetWouldRunIsNeutralised(String cell) {
        assertThat(RejectedFile.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12025550143", "+1 (202) 555-0143", "-12.50", "Ada", "", "a=b"})
    void numbersAndWordsStayAsTheyAre(String cell) {
        assertThat(RejectedFile.harmless(cell)).isEqualTo(cell);
    }
}
