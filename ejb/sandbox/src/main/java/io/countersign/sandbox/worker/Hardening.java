package io.countersign.sandbox.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the operating system can add around a worker, found out by trying. */
final class Hardening {
    private static final System.Logger LOG = System.getLogger(Hardening.class.getName());

    private Hardening() {}

    static List<String> find() {
        List<String> prefix = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        add(prefix, missing, "network namespace", List.of("unshare", "-n", "--"));
        add(prefix, missing, "no new privileges", List.of("setpriv", "--no-new-privs", "--"));
        add(prefix, missing, "resource limits", List.of("prlimit", "--fsize=1048576", "--core=0", "--nofile=256"));
        if (!missing.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Sandbox workers run without {0}: the system does not offer it.",
                    String.join(", ", missing));
        }
        return prefix;
    }

    private static void add(List<String> prefix, List<String> missing, String what, List<String> command) {
        List<String> trial = new ArrayList<>(prefix);
        trial.addAll(command);
        trial.add("true");
        if (works(trial)) {
            prefix.addAll(command);
        } else {
            missing.add(what);
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!trial.waitFor(2, TimeUnit.SECONDS)) {
                trial.destroyForcibly();
                return false;
            }
            return trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
