package io.countersign.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hxxps://evil[.]example/a|https://evil.example/a|hxxps://evil[.]example/a",
                "hXXp://evil.example|http://evil.example|hxxp://evil[.]example",
                "hxxp[:]//evil(.)example|http://evil.example|hxxp://evil[.]example",
                "http[://]evil{.}example|http://evil.example|hxxp://evil[.]example",
                "203[.]0[.]113[.]9|203.0.113.9|203[.]0[.]113[.]9",
                "203 [.] 0 . 113[dot]9|203.0 . 113.9|203[.]0 [.] 113[.]9",
                "ceo[@]evil[DOT]example|ceo@evil.example|ceo[@]evil[.]example",
                "ceo (at) evil (dot) example|ceo@evil.example|ceo[@]evil[.]example",
                "2001[:]db8[:][:]1|2001:db8::1|2001[:]db8[:][:]1",
                "evil\\.example|evil.example|evil[.]example",
                "plain|plain|plain"
            })
    void forthAndBack(String written, String meant, String defanged) {
        assertEquals(meant, Indicators.refang(written));
        assertEquals(defanged, Indicators.defang(written));
        assertEquals(defanged, Indicators.defang(meant));
    }

    @Test
    void base32OfTheStandard() {
        String[] expected = {"", "MY======", "MZXQ====", "MZXW6===", "MZXW6YQ=", "MZXW6YTB", "MZXW6YTBOI======"};
        for (int i = 0; i < expected.length; i++) {
            byte[] bytes = "foobar".substring(0, i).getBytes(StandardCharsets.US_ASCII);
            assertEquals(expected[i], Base32.encode(bytes));
            assertArrayEquals(bytes, Base32.decode(expected[i]));
            assertArrayEquals(bytes, Base32.decode(expected[i].replace("=", "").toLowerCase()));
        }
        assertArrayEquals(Base32.decode("MZXW6YTB"), Base32.decode("mzxw 6y-tb\n"));
        var e = assertThrows(IllegalArgumentException.class, () -> Base32.decode("MZ1W"));
        assertEquals("character 3 is not base32", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Base32.decode("MZX"));
        assertThrows(IllegalArgumentException.class, () -> Base32.decode("MY=A"));
    }
}
