package io.countersign.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "::, ::",
        "::1, ::1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:0:0:0:0:0:0:0, 1::",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:201, 192.0.2.1"
    })
    void theNormalForm(String text, String normal) {
        assertEquals(normal, Ip.parse(text).toString());
        assertEquals(Ip.parse(text), Ip.parse(normal));
        assertEquals(Ip.parse(text), Ip.of(Ip.parse(text).bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1.2.3.04",
                "0x7f.0.0.1",
                "0x7f.1",
                "127.1",
                "2130706433",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.+4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4\n",
                "1.2.3.",
                "１.2.3.4",
                "1.2.3.4/32",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::",
                "::1%eth0",
                "fe80::1%1",
                "[::1]",
                "::1.2.3",
                "::1.2.3.04",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:6:7:8::",
                "::1:",
                ":1::",
                "1::-2"
            })
    void otherTextsAreNone(String text) {
        assertTrue(Ip.tryParse(text).isEmpty(), text);
        assertThrows(IllegalArgumentException.class, () -> Ip.parse(text));
    }

    @Test
    void aRefusalNamesTheText() {
        var e = assertThrows(IllegalArgumentException.class, () -> Ip.parse("0x7f.1"));
        assertEquals("'0x7f.1' is not an IPv4 or IPv6 address", e.getMessage());
        assertTrue(Ip.tryParse(null).isEmpty());
    }

    @Test
    void whatAnAddressIsFor() {
        assertTrue(Ip.parse("172.16.0.1").isPrivate() && Ip.parse("192.168.1.1").isPrivate());
        assertFalse(Ip.parse("172.15.0.1").isPrivate() || Ip.parse("fe80::1").isPrivate());
        assertTrue(
                Ip.parse("fdff::1").isPrivate() && Ip.parse("::ffff:10.0.0.1").isPrivate());
        assertTrue(Ip.parse("127.8.8.8").isLoopback() && Ip.parse("::1").isLoopback());
        assertFalse(Ip.parse("::2").isLoopback());
        assertTrue(
                Ip.parse("169.254.169.254").isLinkLocal() && Ip.parse("febf::").isLinkLocal());
        assertTrue(Ip.parse("239.1.1.1").isMulticast() && Ip.parse("ff02::1").isMulticast());
        assertTrue(Ip.parse("0.0.0.0").isUnspecified() && Ip.parse("::").isUnspecified());
        assertTrue(Ip.parse("203.0.113.9").isDocumentation()
                && Ip.parse("2001:db8::").isDocumentation());
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "1.1.1.1, true",
        "2606:4700::1111, true",
        "2a00::1, true",
        "10.0.0.1, false",
        "100.64.0.1, false",
        "0.1.2.3, false",
        "192.0.0.8, false",
        "198.19.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "fd00::1, false",
        "::1, false",
        "2001:0:1::, false",
        "4000::1, false",
        "64:ff9b::1, false",
        "ff02::1, false"
    })
    void whatTheInternetRoutes(String text, boolean global) {
        assertEquals(global, Ip.parse(text).isGlobal());
    }

    @Test
    void theOrderIsByNumber() {
        assertTrue(Ip.parse("9.0.0.0").compareTo(Ip.parse("10.0.0.0")) < 0);
        assertTrue(Ip.parse("200.0.0.0").compareTo(Ip.parse("::")) < 0);
        assertTrue(Ip.parse("8000::").compareTo(Ip.parse("7fff::")) > 0);
    }
}
