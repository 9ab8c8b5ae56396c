package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tactus.telephony.NodeSettings;
import io.tactus.telephony.NodeSettings.TrunkSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AsteriskProducerTest {
    private static NodeSettings node(String name, String trunk) {
        return new NodeSettings(
                name, "127.0.0.1", 5038, "events", "-", "actions", "-", List.of(new TrunkSettings(trunk, 10, 1)));
    }

    @Test
    void twoNodesMayNotHaveATrunkOfTheSameName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AsteriskProducer.requireUniqueTrunks(
                        List.of(node("berlin", "carrier"), node("paris", "carrier"))))
                .withMessageContaining("berlin")
                .withMessageContaining("paris")
                .withMessageContaining("carrier");
        assertThatCode(() -> AsteriskProducer.requireUniqueTrunks(List.of(node("berlin", "a"), node("paris", "b"))))
                .doesNotThrowAnyException();
    }
}
