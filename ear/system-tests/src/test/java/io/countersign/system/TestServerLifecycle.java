package io.countersign.system;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Closes whatever the suites opened, when the last of them is done. */
public final class TestServerLifecycle implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        TestServer.closeAll();
    }
}
