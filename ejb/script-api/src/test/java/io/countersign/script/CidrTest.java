package io.countersign.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8, 10.255.255.255",
        "192.0.2.1, 192.0.2.1/32, 192.0.2.1",
        "0.0.0.0/0, 0.0.0.0/0, 255.255.255.255",
        "2001:db8:ffff::1/33, 2001:db8:8000::/33, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "::1, ::1/128, ::1",
        "::ffff:10.0.0.0/104, 10.0.0.0/8, 10.255.255.255"
    })
    void theNormalForm(String text, String normal, String last) {
        assertEquals(normal, Cidr.parse(text).toString());
        assertEquals(Cidr.parse(normal), Cidr.parse(text));
        assertEquals(Ip.parse(last), Cidr.parse(text).last());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/8/8",
                "::/129",
                "/8",
                "10/8",
                "::ffff:10.0.0.0/8",
                "10.0.0.0/ 8",
                "10.0.0.0/8 ",
                "10.0.0.0/٨"
            })
    void otherTextsAreNone(String text) {
        assertTrue(Cidr.tryParse(text).isEmpty(), text);
        assertThrows(IllegalArgumentException.class, () -> Cidr.parse(text));
    }

    @Test
    void whatItContains() {
        Cidr net = Cidr.parse("192.168.16.0/20");
        assertTrue(net.contains("192.168.31.255") && net.contains("::ffff:192.168.16.0"));
        assertFalse(net.contains("192.168.32.0") || net.contains("192.168.15.255") || net.contains("::1"));
        assertTrue(net.contains(Cidr.parse("192.168.20.0/24")));
        assertFalse(net.contains(Cidr.parse("192.168.0.0/16")));
        assertTrue(net.overlaps(Cidr.parse("192.168.0.0/16")));
        assertFalse(Cidr.parse("::/0").contains("10.0.0.1"));
    }
}
