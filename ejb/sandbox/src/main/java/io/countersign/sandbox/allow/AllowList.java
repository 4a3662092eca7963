package io.countersign.sandbox.allow;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything of the JDK and of the libraries that scripts may touch: exact members of exact classes, as the {@code .allow}
 * files list them. What is not there is refused. A member is looked up at the class that the reference names, then at the
 * listed classes above it, then at Object.
 */
public final class AllowList {
    private static final AllowList STANDARD = AllowListReader.readAll();

    private final Map<String, AllowedClass> classes;
    private final Set<String> mentioned;

    AllowList(Map<String, AllowedClass> classes) {
        this.classes = Map.copyOf(classes);
        this.mentioned = mentionedIn(classes);
    }

    /** The lists of this jar. */
    public static AllowList standard() {
        return STANDARD;
    }

    /** Whether scripts may use the class by name. Binary name with dots. */
    public boolean hasClass(String name) {
        return classes.containsKey(name);
    }

    /** Whether the name is a listed class, or occurs in the descriptor of a listed member: the loader may find it. */
    public boolean mentions(String name) {
        return classes.containsKey(name) || mentioned.contains(name);
    }

    /** Whether some listed class lies in the package or below it. */
    public boolean hasPackage(String name) {
        String prefix = name + ".";
        return classes.keySet().stream().anyMatch(c -> c.startsWith(prefix));
    }

    /** The listed classes by name. */
    public Map<String, AllowedClass> classes() {
        return classes;
    }

    /**
     * The entry that allows a member.
     *
     * @param owner binary name with dots
     * @param member {@code name(descriptor)}, or {@code name descriptor} of a field
     * @return null if nothing allows it
     */
    public @Nullable AllowedMember find(String owner, String member) {
        AllowedMember found = above(owner, member);
        boolean constructor = member.startsWith("<init>");
        return found == null && !constructor && classes.containsKey(owner) ? above("java.lang.Object", member) : found;
    }

    private @Nullable AllowedMember above(String owner, String member) {
        AllowedClass type = classes.get(owner);
        if (type == null) {
            return null;
        }
        AllowedMember own = type.members().get(member);
        if (own != null || member.startsWith("<init>")) {
            return own;
        }
        for (String parent : type.parents()) {
            AllowedMember inherited = above(parent, member);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private static Set<String> mentionedIn(Map<String, AllowedClass> classes) {
        Set<String> names = new HashSet<>();
        for (AllowedClass c : classes.values()) {
            for (String member : c.members().keySet()) {
                addTypes(member, names);
            }
        }
        return names;
    }

    private static void addTypes(String member, Set<String> into) {
        int at = member.indexOf('L', Math.max(member.indexOf('('), member.indexOf(' ')));
        while (at >= 0) {
            int end = member.indexOf(';', at);
            if (end < 0) {
                return;
            }
            into.add(member.substring(at + 1, end).replace('/', '.'));
            at = member.indexOf('L', end);
        }
    }
}
