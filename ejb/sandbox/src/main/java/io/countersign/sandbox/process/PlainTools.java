package io.countersign.sandbox.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where bubblewrap does not work: unshare, setpriv and prlimit one around the other, each in the strongest form that starts a
 * virtual machine here. The host's files stay in sight.
 */
final class PlainTools implements Wrapping {
    private static final List<String> NAMESPACES =
            List.of("--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc");

    private final List<String> unshare;
    private final List<String> setpriv;
    private final boolean stepsDown;
    private final List<Boolean> limits;
    private final Optional<Path> prlimit;

    private PlainTools(
            List<String> unshare,
            List<String> setpriv,
            boolean stepsDown,
            Optional<Path> prlimit,
            List<Boolean> limits) {
        this.unshare = unshare;
        this.setpriv = setpriv;
        this.stepsDown = stepsDown;
        this.prlimit = prlimit;
        this.limits = limits;
    }

    /** Nothing at all around it. */
    static PlainTools none() {
        return new PlainTools(List.of(), List.of(), false, Optional.empty(), List.of());
    }

    /** Every strengthening of this one by one more tool, the strongest first. */
    List<List<PlainTools>> stages(boolean root) {
        return List.of(withNamespaces(root), withPrivileges(root), withLimits());
    }

    private List<PlainTools> withNamespaces(boolean root) {
        List<PlainTools> ways = new ArrayList<>();
        Tools.find("unshare").ifPresent(program -> {
            List<String> start = new ArrayList<>(List.of(program.toString()));
            if (!root) {
                start.addAll(List.of("--user", "--map-root-user"));
            }
            for (List<String> kinds : List.of(NAMESPACES, List.of("--net", "--ipc", "--uts"), List.of("--net"))) {
                List<String> words = new ArrayList<>(start);
                words.addAll(kinds);
                words.add("--");
                ways.add(new PlainTools(words, setpriv, stepsDown, prlimit, limits));
            }
        });
        return ways;
    }

    private List<PlainTools> withPrivileges(boolean root) {
        List<PlainTools> ways = new ArrayList<>();
        Tools.find("setpriv").ifPresent(program -> {
            if (root) {
                List<String> down = new ArrayList<>(Bubblewrap.stepDown(program, 0));
                down.add("--pdeathsig=KILL");
                ways.add(new PlainTools(unshare, down, true, prlimit, limits));
            }
            List<String> bare = List.of(program.toString(), "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs");
            ways.add(new PlainTools(unshare, bare, false, prlimit, limits));
            ways.add(new PlainTools(unshare, List.of(program.toString(), "--no-new-privs"), false, prlimit, limits));
        });
        return ways;
    }

    private List<PlainTools> withLimits() {
        List<PlainTools> ways = new ArrayList<>();
        Tools.find("prlimit").ifPresent(program -> {
            for (boolean threads : new boolean[] {true, false}) {
                ways.add(new PlainTools(unshare, setpriv, stepsDown, Optional.of(program), List.of(threads)));
            }
        });
        return ways;
    }

    @Override
    public List<String> around(List<String> java, ProcessLimits of, int serial) {
        List<String> line = new ArrayList<>(unshare);
        for (String word : setpriv) {
            boolean user = stepsDown && (word.startsWith("--reuid=") || word.startsWith("--regid="));
            line.add(user ? word.substring(0, 8) + Wrapping.unusedUser(serial) : word);
        }
        prlimit.ifPresent(program -> line.addAll(of.prlimit(program.toString(), limits.contains(true))));
        line.addAll(java);
        return line;
    }
}
