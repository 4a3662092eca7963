package io.countersign.sandbox.json;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** A text is refused, or what was read of it is written and read again as the same. */
class JsonTextFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void whatIsReadIsWrittenTheSame(FuzzedDataProvider data) {
        Object value;
        try {
            value = SandboxJson.read(data.consumeRemainingAsString());
        } catch (IllegalArgumentException refused) {
            return;
        }
        String written = SandboxJson.write(value);
        if (!written.equals(SandboxJson.write(SandboxJson.read(written)))) {
            throw new AssertionError(written);
        }
    }
}
