package io.countersign.sandbox.allow;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything of the JDK and of the libraries that scripts may touch: exact members of exact classes, as the {@code .allow}
 * files list them. What is not there is refused. A member is looked up at the class that the reference names, then at the
 * listed classes above it, then at Object.
 */
public final class AllowList {
    /** The file beside this class from which the lists are read quickest; there only where it is unpacked. */
    public static final String INDEX = AllowListReader.INDEX;

    private static final AllowList STANDARD = AllowListReader.readAll();

    private final Map<String, AllowListReader.Section> sections;
    private final Map<String, AllowedClass> read = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> mentioned;

    AllowList(Map<String, AllowListReader.Section> sections) {
        this.sections = sections;
    }

    /** The lists of this jar. */
    public static AllowList standard() {
        return STANDARD;
    }

    /** What belongs into {@link #INDEX}. */
    public static byte[] indexed() throws IOException {
        return AllowListReader.indexed();
    }

    /** Whether scripts may use the class by name. Binary name with dots. */
    public boolean hasClass(String name) {
        return sections.containsKey(name);
    }

    /** The binary names of all listed classes. */
    public Set<String> names() {
        return Collections.unmodifiableSet(sections.keySet());
    }

    /** Whether the name is a listed class, or occurs in the descriptor of a listed member: the loader may find it. */
    public boolean mentions(String name) {
        return sections.containsKey(name) || mentioned().contains(name);
    }

    /** Whether some listed class lies in the package or below it. */
    public boolean hasPackage(String name) {
        String prefix = name + ".";
        return sections.keySet().stream().anyMatch(c -> c.startsWith(prefix));
    }

    /** The listed classes by name. */
    public Map<String, AllowedClass> classes() {
        Map<String, AllowedClass> all = new HashMap<>();
        sections.keySet().forEach(name -> all.put(name, type(name)));
        return all;
    }

    private @Nullable AllowedClass type(String name) {
        AllowedClass known = read.get(name);
        AllowListReader.Section section = known == null ? sections.get(name) : null;
        if (section != null) {
            known = section.read();
            read.put(name, known);
        }
        return known;
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
        return found == null && !constructor && sections.containsKey(owner) ? above("java.lang.Object", member) : found;
    }

    private @Nullable AllowedMember above(String owner, String member) {
        AllowedClass type = type(owner);
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

    /** Found out when somebody first asks for what is not listed itself; a field and no initialiser, so that it can be tried again. */
    private Set<String> mentioned() {
        Set<String> known = mentioned;
        if (known == null) {
            known = new HashSet<>();
            for (AllowedClass c : classes().values()) {
                for (String member : c.members().keySet()) {
                    addTypes(member, known);
                }
            }
            mentioned = known;
        }
        return known;
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
