package io.countersign.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static Optional<String> arguments(String json) {
        return JsonText.member(json, "params", "arguments");
    }

    @Test
    void aValueIsFoundAsItWasWritten() {
        String odd = "{ \"b\" : 1.50,\n \"a\":[{\"x\":\"}]\\\"\\u007d\"}, -0 ] }";
        assertEquals(
                Optional.of(odd),
                arguments("{\"method\":\"tools/call\", \"params\" : {\"name\":\"a\\\"{\",\"arguments\": " + odd
                        + " ,\"_meta\":{\"arguments\":1}},\"id\":1}"));
        assertEquals(Optional.of("\"\\u00e4\""), arguments("{\"params\":{\"arguments\":\"\\u00e4\"}}"));
        assertEquals(Optional.of("12e+3"), arguments("{\"params\":{\"arguments\":12e+3}}"));
    }

    @Test
    void aNameIsFoundHoweverItIsWritten() {
        assertEquals(
                Optional.of("{}"), arguments("{\"par\\u0061ms\":{\"x\":{\"arguments\":2},\"\\u0061rguments\":{}}}"));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertEquals(Optional.empty(), arguments("{}"));
        assertEquals(Optional.empty(), arguments("{\"params\":{}}"));
        assertEquals(Optional.empty(), arguments("{\"params\":[\"arguments\"]}"));
        assertEquals(Optional.empty(), arguments("{\"arguments\":1,\"params\":{\"x\":\"arguments\"}}"));
    }
}
