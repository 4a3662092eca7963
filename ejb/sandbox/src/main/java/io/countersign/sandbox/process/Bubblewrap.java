package io.countersign.sandbox.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bubblewrap: new namespaces, a view of the files that holds what a worker reads and nothing that it could write, no
 * capabilities, the filter of system calls. As an ordinary user it makes a user namespace; as root it makes the rest with root's
 * rights, and setpriv inside steps down to a user of no account before the virtual machine starts. Limits are set inside: the
 * number of threads counts by user and user namespace.
 *
 * @param bwrap bubblewrap
 * @param prlimit sets limits
 * @param setpriv steps down, where root does
 * @param view what is shown: arguments of bubblewrap
 * @param mode whose rights are used
 * @param countsThreads whether the number of threads is limited
 * @param filter whether standard handle 9 has a filter
 */
record Bubblewrap(
        Path bwrap, Path prlimit, Path setpriv, List<String> view, Mode mode, boolean countsThreads, boolean filter)
        implements Wrapping {

    /** The user that bubblewrap shows to who is inside, and the last resort of root where few users are mapped. */
    static final int NOBODY = 65_534;

    /** The handle by which the filter comes in. */
    static final int FILTER_HANDLE = 9;

    enum Mode {
        /** Root steps down to a user of no account. */
        STEPS_DOWN,
        /** Root steps down to nobody: in a container that knows few users. */
        NOBODY,
        /** A user namespace, as anybody. */
        USER_NAMESPACE
    }

    @Override
    public List<String> around(List<String> java, ProcessLimits limits, int serial) {
        List<String> line = new ArrayList<>(List.of(
                bwrap.toString(),
                "--unshare-ipc",
                "--unshare-pid",
                "--unshare-net",
                "--unshare-uts",
                "--unshare-cgroup-try",
                "--hostname",
                "worker",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL"));
        if (mode == Mode.USER_NAMESPACE) {
            line.addAll(List.of("--unshare-user", "--uid", "" + NOBODY, "--gid", "" + NOBODY));
        } else {
            line.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        }
        line.addAll(view);
        if (filter) {
            line.addAll(List.of("--seccomp", "" + FILTER_HANDLE));
        }
        line.add("--");
        if (mode != Mode.USER_NAMESPACE) {
            line.addAll(stepDown(setpriv, mode == Mode.NOBODY ? NOBODY : Wrapping.unusedUser(serial)));
        }
        line.addAll(limits.prlimit(prlimit.toString(), countsThreads));
        line.addAll(java);
        return line;
    }

    static List<String> stepDown(Path setpriv, int user) {
        return List.of(
                setpriv.toString(),
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--no-new-privs");
    }

    /** Everything read-only and every folder on the way there, three devices, a /proc of its own, an empty /tmp. */
    static List<String> view(List<Path> files) {
        Set<Path> folders = new LinkedHashSet<>();
        List<String> binds = new ArrayList<>();
        for (Path file : files) {
            List<Path> way = new ArrayList<>();
            for (Path parent = file.getParent();
                    parent != null && parent.getNameCount() > 0;
                    parent = parent.getParent()) {
                way.add(0, parent);
            }
            folders.addAll(way);
            binds.addAll(List.of("--ro-bind", file.toString(), file.toString()));
        }
        List<String> view = new ArrayList<>();
        folders.forEach(folder -> view.addAll(List.of("--dir", folder.toString())));
        view.addAll(binds);
        view.addAll(List.of("--proc", "/proc", "--dir", "/dev", "--dir", "/tmp"));
        for (String device : List.of("/dev/null", "/dev/random", "/dev/urandom")) {
            view.addAll(List.of("--dev-bind", device, device));
        }
        view.addAll(List.of("--remount-ro", "/", "--chdir", "/"));
        return view;
    }
}
