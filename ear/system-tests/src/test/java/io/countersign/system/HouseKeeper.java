package io.countersign.system;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Closes whatever the suites opened, when the last of them is done. */
public final class HouseKeeper implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        House.closeAll();
    }
}
