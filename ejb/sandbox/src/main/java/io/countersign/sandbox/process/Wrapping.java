package io.countersign.sandbox.process;

import java.security.SecureRandom;
import java.util.List;

/** A way to put layers around a command. */
interface Wrapping {
    /**
     * The whole command line.
     *
     * @param java the virtual machine's own
     * @param serial another number for each worker
     */
    List<String> around(List<String> java, ProcessLimits limits, int serial);

    /**
     * As which other user the command runs, if root steps down: one that no account has, and another for each worker, also of
     * other servers on this machine, since limits count by user.
     */
    static int unusedUser(int serial) {
        return UnusedUsers.FIRST + Math.floorMod(serial, UnusedUsers.MANY);
    }

    /** This process's own share of the numbers from 1,900,000,000 to 2,100,000,000, of which systems give none to accounts. */
    final class UnusedUsers {
        private static final int MANY = 50;
        private static final int FIRST = 1_900_000_000 + new SecureRandom().nextInt(4_000_000) * MANY;

        private UnusedUsers() {}
    }
}
