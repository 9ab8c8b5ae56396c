package io.tactus.wallboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tactus.wallboard.events.EventFilter.NotAFilter;
import io.tactus.wallboard.events.FloorEvent.AgentChanged;
import io.tactus.wallboard.events.FloorEvent.CallMoved;
import io.tactus.wallboard.events.FloorEvent.NodeChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              | true  | true  | true",
                "campaign=3                    | true  | false | true",
                "campaign=4,3                  | true  | false | true",
                "campaign=4&campaign=3         | true  | false | true",
                "agent=7                       | false | true  | true",
                "type=call                     | true  | false | false",
                "type=call.ringing,node%2Eup   | true  | false | true",
                "type=agent.changed&agent=8    | false | false | false",
            })
    void whatPasses(String query, boolean callOfThree, boolean agentSeven, boolean nodeUp) throws NotAFilter {
        EventFilter filter = EventFilter.parse(query);
        assertThat(filter.wants(new CallMoved("call.ringing", 1, 3, 0))).isEqualTo(callOfThree);
        assertThat(filter.wants(new AgentChanged(7, "READY", "", 0, 0))).isEqualTo(agentSeven);
        assertThat(filter.wants(new NodeChanged("node.up", "n1", ""))).isEqualTo(nodeUp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign=", "agent=x", "type=ringing", "type=cal", "colour=red", "type=%zz"})
    void whatIsNoFilterIsRefused(String query) {
        assertThatThrownBy(() -> EventFilter.parse(query)).isInstanceOf(NotAFilter.class);
    }

    @Test
    void noQueryLetsEverythingThrough() throws NotAFilter {
        assertThat(EventFilter.parse(null)).isEqualTo(EventFilter.parse(""));
    }
}
