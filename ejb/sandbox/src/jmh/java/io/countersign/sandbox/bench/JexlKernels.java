package io.countersign.sandbox.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/** JEXL under its restricted permissions, cancellable. What its language has no words for is handed in. */
final class JexlKernels {
    private JexlKernels() {}

    /** JEXL cannot give a lambda to {@link List#sort}. */
    public static final class Sorter {
        public void sort(List<Object> all, JexlScript order) {
            all.sort((a, b) -> ((Number) order.execute(null, a, b)).intValue());
        }
    }

    static Kernel restricted(String source, Map<String, Object> data) {
        JexlEngine engine = new JexlBuilder()
                .permissions(JexlPermissions.RESTRICTED.compose("io.countersign.sandbox.bench.*"))
                .cancellable(true)
                .strict(true)
                .create();
        JexlScript script = engine.createScript(source);
        Map<String, Object> all = new HashMap<>(data);
        all.put("a", new ArrayList<>(Collections.nCopies(4096, 0)));
        all.put("b", new ArrayList<>(Collections.nCopies(4096, 0)));
        all.put("builder", new StringBuilder());
        all.put("list", new ArrayList<>());
        all.put("sorter", new Sorter());
        all.put("ip", Pattern.compile("\\b(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\b"));
        all.put("mail", Pattern.compile("[a-z0-9._-]+@[a-z0-9-]+\\.(?:example|test)"));
        Map<String, Object> names = Map.of("data", all, "integer", Integer.class);
        return () -> script.execute(new MapContext(new HashMap<>(names))).toString();
    }
}
