package io.countersign.notify.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ann@example.org",
        "ann@b\u00FCcher.example, ann@xn--bcher-kva.example",
        "ann@B\u00DCCHER.Example, ann@xn--bcher-kva.example",
        "ann@bu\u0308cher.example, ann@xn--bcher-kva.example",
        "ann@fa\u00DF.example, ann@xn--fa-hia.example",
        "ann@m\u00FCnchen.b\u00F6rse.example, ann@xn--mnchen-3ya.xn--brse-5qa.example",
        "ann@\u4F8B\u3048.\u30C6\u30B9\u30C8, ann@xn--r8jz45g.xn--zckzah",
        "ann@\u05E2\u05D1\u05E8\u05D9\u05EA.example, ann@xn--5dbqzzl.example",
        "ann@\uD83D\uDE00.example, ann@xn--e28h.example",
    })
    void aDomainGoesOverTheWireInAscii(String written, String sent) {
        assertEquals(sent, MailAddress.of(written).toString());
    }

    @Test
    void onlyAForeignLocalPartNeedsTheServersHelp() {
        assertFalse(MailAddress.of("ann@b\u00FCcher.example").needsUtf8());
        assertTrue(MailAddress.of("j\u00F6rg@example.org").needsUtf8());
    }
}
