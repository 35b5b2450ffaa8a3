package dev.usher.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.usher.rest.FieldError;
import dev.usher.rest.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A line that no table can hold is refused by its field. */
class AttendanceListTest {

    @Test
    void aControlCharacterInJsonIsRefusedByItsField() {
        var body = JsonMapper.shared().readTree("[{\"email\":\"a\\u0000b@x.example\"},\"maria@x.example\"]");

        assertThat(AttendanceList.of(body))
                .extracting(AttendanceList.Line::field)
                .containsExactly("email", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["a@x.example", null]                             | [1]
            {"items":[{"email":"a@x.example"},{},null]}       | items[2]
            [7]                                               | [0]
            """)
    void whatIsNoGuestIsRefusedByItsPlace(String body, String field) {
        var list = JsonMapper.shared().readTree(body);

        assertThatThrownBy(() -> AttendanceList.of(list))
                .isInstanceOfSatisfying(
                        Problem.class,
                        no -> assertThat(no.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    @Test
    void aControlCharacterInCsvIsRefusedByItsField() {
        assertThat(AttendanceList.of("customerId,contactId\ndata\u0000flow,maria\n"))
                .extracting(AttendanceList.Line::field, AttendanceList.Line::why)
                .containsExactly(tuple("customerId", "holds a control character"));
    }

    @Test
    void aContactWithoutHerCustomerIsNobody() {
        assertThat(AttendanceList.of("customerId,contactId\n,maria\n"))
                .extracting(AttendanceList.Line::why)
                .containsExactly("is missing");
    }
}
