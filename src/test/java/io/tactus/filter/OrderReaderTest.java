package io.tactus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.filter.Order.Key;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders as they come from outside. */
class OrderReaderTest {
    private static final FilterReader.Known KNOWN = new FilterReader.Known() {
        @Override
        public Optional<FieldType> findCustom(String name, JsonNode condition) {
            return name.equals("score") ? Optional.of(FieldType.NUMBER) : Optional.empty();
        }

        @Override
        public boolean hasCode(Field.Own field, String code) {
            return false;
        }

        @Override
        public boolean hasList(long id) {
            return false;
        }
    };

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Test
    void whatIsWrittenIsRead() throws InvalidFilter {
        Order order = new Order(List.of(
                new Key(new Field.Custom("score", FieldType.NUMBER), true), new Key(Field.Own.LAST_NAME, false)));
        assertThat(OrderReader.read(
                        json("[{'field':'custom.score','descending':true},{'field':'lastName'}]"), "order", KNOWN))
                .isEqualTo(order);
        assertThat(OrderReader.stored(OrderReader.write(order))).isEqualTo(order);
        assertThat(OrderReader.read(json("[]"), "order", KNOWN)).isEqualTo(Order.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                | order                 | is not a list
                    [7]                                               | order[0].field        | is no field
                    [{'field':'custom.rank'}]                         | order[0].field        | is no field
                    [{'field':'notes'}]                               | order[0].field        | has no order
                    [{'field':'priority'}]                            | order[0].field        | has no order
                    [{'field':'list'},{'field':'list'}]               | order[1].field        | stands above
                    [{'field':'list','descending':'yes'}]             | order[0].descending   | is not true or false
                    [{'field':'list','sql':'; drop table lead'}]      | order[0].sql          | is not known here
                    [{},{},{},{},{}]                                  | order                 | has more than 4
                    """)
    void whatIsNoOrderSaysWhere(String text, String place, String words) {
        assertThatThrownBy(() -> OrderReader.read(json(text), "order", KNOWN))
                .isInstanceOfSatisfying(
                        InvalidFilter.class,
                        refused -> assertThat(refused.mistakes())
                                .singleElement()
                                .satisfies(mistake -> {
                                    assertThat(mistake.place()).isEqualTo(place);
                                    assertThat(mistake.message()).startsWith(words);
                                }));
    }
}
