package io.tactus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tactus.filter.InvalidFilter.Mistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterReaderTest {
    private static final Map<String, FieldType> CUSTOM = Map.of(
            "city", FieldType.TEXT, "roof m2", FieldType.NUMBER, "owner", FieldType.BOOLEAN, "since", FieldType.DATE);
    private static final FilterReader.Known KNOWN = new FilterReader.Known() {
        @Override
        public Optional<FieldType> findCustom(String name, JsonNode condition) {
            return Optional.ofNullable(CUSTOM.get(name));
        }

        @Override
        public boolean hasCode(Field.Own field, String code) {
            return List.of("BUSY", "NEVER", "mobile", "Europe/Berlin").contains(code);
        }

        @Override
        public boolean hasList(long id) {
            return id == 7;
        }
    };
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Filter read(String json) throws InvalidFilter {
        try {
            return FilterReader.read(JSON.readTree(json.replace('\'', '"')), "filter", KNOWN);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Mistake> errors(String json) {
        try {
            read(json);
        } catch (InvalidFilter e) {
            return e.mistakes();
        }
        throw new AssertionError("accepted: " + json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'all':[]}",
                "{'any':[{'field':'attempts','operator':'<','values':[3]},{'not':{'field':'lastOutcome','operator':'is','values':['NEVER']}}]}",
                "{'field':'custom.roof m2','operator':'between','values':[10.5,200]}",
                "{'field':'custom.owner','operator':'is','values':[true]}",
                "{'field':'custom.since','operator':'before','values':['2026-11-30']}",
                "{'field':'custom.city','operator':'empty','values':[]}",
                "{'field':'list','operator':'oneOf','values':[7]}",
                "{'field':'zone','operator':'isNot','values':['Europe/Berlin']}"
            })
    void whatIsReadIsWrittenAndReadAgain(String json) throws InvalidFilter {
        Filter filter = read(json);
        assertThat(FilterReader.stored(FilterWriter.write(filter))).isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|filter|is not an object",
                "{'all':3}|filter.all|is not a list",
                "{'any':[{'any':[]}]}|filter.any[0].any|is empty",
                "{'all':[],'any':[]}|filter.any|is not known here",
                "{'field':'password','operator':'is','values':['x']}|filter.field|is no field",
                "{'field':'custom.nothing','operator':'is','values':['x']}|filter.field|is no field",
                "{'field':'attempts','operator':'contains','values':['x']}|filter.operator|expected one of empty notEmpty = !=",
                "{'field':'attempts','operator':'<','values':['3']}|filter.values[0]|is not a number",
                "{'field':'attempts','operator':'<','values':[1e99]}|filter.values[0]|too many digits",
                "{'field':'attempts','operator':'between','values':[1]}|filter.values|expected 2 values, got 1",
                "{'field':'attempts','operator':'<'}|filter.values|expected 1 values, got 0",
                "{'field':'lastOutcome','operator':'is','values':['LUCKY']}|filter.values[0]|is no lastOutcome",
                "{'field':'list','operator':'is','values':[8]}|filter.values[0]|is no list of the campaign",
                "{'field':'custom.since','operator':'is','values':['tomorrow']}|filter.values[0]|is not a date",
                "{'field':'custom.owner','operator':'is','values':['yes']}|filter.values[0]|is not true or false",
                "{'field':'lastName','operator':'is','values':[' ']}|filter.values[0]|is not a text",
                "{'all':[{'field':'attempts','operator':'<','values':[3]},{'not':{'field':'x','operator':'is'}}]}|filter.all[1].not.field|is no field"
            })
    void anErrorSaysWhereAndWhat(String json, String place, String message) {
        assertThat(errors(json)).anySatisfy(error -> {
            assertThat(error.place()).isEqualTo(place);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void allErrorsAreToldAtOnce() {
        assertThat(errors("{'all':[{'field':'a'},{'field':'b'}]}")).hasSize(2);
    }

    @Test
    void depthAndSizeAreLimited() {
        String one = "{'field':'attempts','operator':'<','values':[3]}";
        assertThat(errors("{'not':".repeat(6) + one + "}".repeat(6)).getFirst().message())
                .contains("too deep");
        assertThat(errors("{'not':".repeat(900) + one + "}".repeat(900))).isNotEmpty();
        String many = String.join(",", java.util.Collections.nCopies(51, one));
        assertThat(errors("{'all':[" + many + "]}").getFirst().message()).contains("50 conditions at most");
    }

    @Test
    void whatAUserWroteIsNeverInTheText() {
        String hostile = "'; drop table lead; --";
        Filter filter = new Filter.All(List.of(
                new Filter.Condition(new Field.Custom(hostile, FieldType.TEXT), Operator.CONTAINS, List.of(hostile)),
                new Filter.Condition(Field.Own.LAST_NAME, Operator.ONE_OF, List.of(hostile, "b"))));
        FilterSql sql = FilterSql.of(filter);
        assertThat(sql.text()).doesNotContain("drop");
        assertThat(sql.text().chars().filter(c -> c == '?').count())
                .isEqualTo(sql.values().size());
    }

    @Test
    void aStoredFilterThatIsNoneIsADefect() {
        assertThatThrownBy(() -> FilterReader.stored(JSON.createObjectNode().put("field", "nothing")))
                .isInstanceOf(IllegalStateException.class);
    }
}
