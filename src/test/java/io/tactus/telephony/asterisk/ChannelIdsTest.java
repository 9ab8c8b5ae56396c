package io.tactus.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tactus.telephony.asterisk.ChannelIds.Customer;
import io.tactus.telephony.asterisk.ChannelIds.Leg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelIdsTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(ChannelIds.find(new Customer(Long.MAX_VALUE).toString())).contains(new Customer(Long.MAX_VALUE));
        assertThat(ChannelIds.find(new Leg(7, 12).toString())).contains(new Leg(7, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1700000000.12",
                "tct-c-",
                "tct-c-0.",
                "tct-c-01.",
                "tct-c--1",
                "tct-c-1. ",
                "tct-c-1.;2",
                "tct-c-9999999999999999999.",
                "tct-a-1",
                "tct-a-1-99999999999.",
                "tct-a-1-9999999999.",
                "xtct-c-1"
            })
    void anythingElseIsNotOurs(String id) {
        assertThat(ChannelIds.find(id)).isEmpty();
    }

    @Test
    void noIdIsTheBeginningOfAnother() {
        for (long call = 1; call <= 200; call++) {
            for (long other = 1; other <= 200; other++) {
                if (call != other) {
                    assertThat(new Customer(other).toString()).doesNotStartWith(new Customer(call).toString());
                    assertThat(new Leg(other, 1).toString()).doesNotStartWith(new Leg(call, 1).toString());
                    assertThat(new Leg(1, (int) other).toString()).doesNotStartWith(new Leg(1, (int) call).toString());
                }
            }
        }
    }
}
