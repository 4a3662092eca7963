package io.countersign.execution.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.workflows.SecretBinding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTermsTest {

    @Test
    void aSecretIsShownWithWhereItMayGo() {
        assertEquals("TOKEN", AgreementTerms.described("TOKEN", null));
        assertEquals("TOKEN", AgreementTerms.described("TOKEN", binding(List.of(), false)));
        assertEquals(
                "TOKEN: only to a.test, *.b.test; the code sees a token in its place",
                AgreementTerms.described("TOKEN", binding(List.of("a.test", "*.b.test"), true)));
    }

    private static SecretBinding binding(List<String> hosts, boolean handle) {
        return new SecretBinding("TOKEN", List.of(), List.of(), hosts, handle, Instant.EPOCH, Instant.EPOCH, 1);
    }
}
