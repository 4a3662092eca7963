package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that cannot be used stop the start, all of them at once and whichever module reads them. */
class BadSettingsIT {
    @Test
    void everyBadSettingIsNamedWithItsValueAndWhatIsAllowed() {
        TestServer house = TestServer.alone("bad-settings", 900)
                .with("EXECUTION_WORKERS", "many")
                .with("APPROVAL_UNKNOWN_TOOL_RISK", "huge")
                .with("SMTP_PORT", "70000")
                .with("RATE_LIMIT_PER_SECOND", "-1")
                .with("COUNTERSIGN_PUBLISHING_REVIEW", "al");
        String said = assertThrows(IllegalStateException.class, house::up).getMessage();
        for (String problem : List.of(
                "5 settings cannot be used",
                "EXECUTION_WORKERS must be a whole number from 1 to 1000, not \"many\"",
                "APPROVAL_UNKNOWN_TOOL_RISK must be low, medium, high or critical, not \"huge\"",
                "SMTP_PORT must be a whole number from 1 to 65535, not \"70000\"",
                "RATE_LIMIT_PER_SECOND must be a whole number from 0 to 1000000, not \"-1\"",
                "COUNTERSIGN_PUBLISHING_REVIEW must be unguarded, all or off, not \"al\"")) {
            assertTrue(said.contains(problem), () -> problem + " is not in:\n" + said);
        }
    }
}
