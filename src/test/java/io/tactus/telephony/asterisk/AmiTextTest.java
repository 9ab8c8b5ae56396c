package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiTextTest {
    private static final String NASTY = "\r\n\0\t \"'\\,;:|&()[]{}<>@#/+-_.*?!%$~`^=\u0085\u2028\u00e9\ud83d";
    private static final String PLAIN = "abcXYZ0123456789";

    @Test
    void whateverComesNoGateLetsALineBreakThrough() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            String text = anything(random);
            String what = "seed " + seed + ", case " + i;
            harmless(what, text, value -> AmiText.field("field", value), "[\\x20-\\x7e]*");
            harmless(what, text, value -> AmiText.number("number", value), "\\+?[0-9]+");
            harmless(what, text, value -> AmiText.endpoint("endpoint", value), "[A-Za-z0-9_.-]+");
            harmless(what, text, value -> AmiText.sound("sound", value), "[A-Za-z0-9_/-]+");
            harmless(what, text, AmiText::amdArguments, "[0-9\\\\,]*");
            harmless(what, text, value -> AmiText.folder("folder", value), "/[A-Za-z0-9_./-]+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4930123456", "15550100", "112"})
    void numbersPass(String number) {
        assertThat(AmiText.number("number", number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "1", "555-0100", "5550100@evil", "12345678901234567890123", "12\r\nAction: Logoff"})
    void whatIsNoNumberIsRefused(String number) {
        assertThatThrownBy(() -> AmiText.number("number", number)).isInstanceOf(RefusedValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "tactus/../x", "a b", "a&b", "a,noanswer", "a\"", ""})
    void whatIsNoSoundIsRefused(String sound) {
        assertThatThrownBy(() -> AmiText.sound("sound", sound)).isInstanceOf(RefusedValueException.class);
    }

    @Test
    void commasOfAmdAreEscaped() {
        assertThat(AmiText.amdArguments("2500,1500,,5000")).isEqualTo("2500\\,1500\\,\\,5000");
    }

    @Test
    void aFolderCannotClimb() {
        assertThatThrownBy(() -> AmiText.folder("folder", "/var/../etc")).isInstanceOf(RefusedValueException.class);
    }

    @Test
    void anOverlongValueIsRefused() {
        assertThatThrownBy(() -> AmiText.field("field", "a".repeat(AmiText.LONGEST + 1)))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("at most 900");
    }

    private static void harmless(String what, String text, UnaryOperator<String> gate, String allowed) {
        try {
            assertThat(gate.apply(text)).as(what).matches(allowed);
        } catch (RefusedValueException e) {
            assertThat(e.getMessage()).as(what).doesNotContain("\n", "\r", "\0");
        }
    }

    private static String anything(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "/tmp");
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            String from = random.nextInt(6) == 0 ? NASTY : PLAIN;
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
