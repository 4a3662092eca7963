package io.countersign.web.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    @Test
    void aFieldThatIsGivenTwiceIsNoticed() {
        assertEquals(
                "decision", parse("token=x&decision=approve&decision=reject").twice());
        assertEquals("decision", parse("decision=approve&decisio%6e=approve").twice());
        assertNull(parse("token=x&decision=approve&comment=").twice());
    }

    private static FormFields parse(String form) {
        return FormFields.parse(form.getBytes(StandardCharsets.US_ASCII));
    }
}
