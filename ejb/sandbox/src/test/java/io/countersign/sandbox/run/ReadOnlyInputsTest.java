package io.countersign.sandbox.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.Host;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.LogLine;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.json.SandboxJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a script is given it cannot change, at any depth, in both modes and with the same exception. */
class ReadOnlyInputsTest {
    private static final String MEDDLER = """
            import io.countersign.script.*;
            import java.util.*;
            import jakarta.json.*;

            public class Meddler implements Workflow {
                private int refused;
                private final StringBuilder changed = new StringBuilder();

                private void tried(String what, Runnable change) {
                    try {
                        change.run();
                        changed.append(what).append(' ');
                    } catch (UnsupportedOperationException e) {
                        refused++;
                    } catch (RuntimeException e) {
                        changed.append(what).append(" by another exception ");
                    }
                }

                @SuppressWarnings("unchecked")
                private void meddle(Object o) {
                    if (o instanceof Map<?, ?> any) {
                        Map<String, Object> m = (Map<String, Object>) any;
                        tried("put", () -> m.put("new", 1));
                        tried("putIfAbsent", () -> m.putIfAbsent("new", 1));
                        tried("putAll", () -> m.putAll(Map.of("new", 1)));
                        tried("compute", () -> m.compute("new", (k, v) -> 1));
                        tried("merge", () -> m.merge("new", 1, (a, b) -> b));
                        tried("replaceAll", () -> m.replaceAll((k, v) -> 1));
                        tried("remove", () -> m.remove("a"));
                        tried("clear", m::clear);
                        tried("keySet", () -> m.keySet().clear());
                        tried("values", () -> m.values().clear());
                        tried("entrySet", () -> m.entrySet().clear());
                        for (Map.Entry<String, Object> e : m.entrySet()) {
                            tried("setValue", () -> e.setValue(1));
                            meddle(e.getValue());
                        }
                        if (!m.isEmpty()) {
                            Iterator<String> keys = m.keySet().iterator();
                            keys.next();
                            tried("iterator", keys::remove);
                        }
                    } else if (o instanceof List<?> any) {
                        List<Object> l = (List<Object>) any;
                        tried("add", () -> l.add(1));
                        tried("add at", () -> l.add(0, 1));
                        tried("addAll", () -> l.addAll(List.of(1)));
                        tried("set", () -> l.set(0, 1));
                        tried("remove", () -> l.remove(0));
                        tried("removeIf", () -> l.removeIf(x -> true));
                        tried("replaceAll", () -> l.replaceAll(x -> 1));
                        tried("sort", () -> l.sort(null));
                        tried("clear", l::clear);
                        tried("subList", () -> l.subList(0, 0).add(1));
                        l.forEach(this::meddle);
                        if (!l.isEmpty()) {
                            Iterator<Object> all = l.iterator();
                            all.next();
                            tried("iterator", all::remove);
                        }
                    }
                }

                @Override
                public WorkflowResult run(WorkflowContext ctx) {
                    HttpResponse r = ctx.http().get("https://a.example/").send();
                    WorkflowResult done = ctx.integrations().okta().orElseThrow().suspendUser("u");
                    List<Object> all = new ArrayList<>();
                    all.add(ctx.parameters());
                    all.add(ctx.alert().orElseThrow());
                    all.add(ctx.indicator().enrichments());
                    all.add(done.data());
                    all.add(r.headers());
                    JsonValue json = r.json();
                    String before = all.toString() + json;
                    all.forEach(this::meddle);
                    String strictly = refused + " refused, changed " + changed;
                    // this one refuses what would change something, and takes what would not
                    meddle(json);
                    r.bytes()[0] = 0;
                    boolean same = before.equals(all.toString() + json) && r.body().startsWith("{")
                            && before.startsWith("[" + ctx.parameters() + ", " + ctx.alert().get());
                    return WorkflowResult.ok(strictly + ", same " + same);
                }
            }
            """;

    private static final List<String> KEYS = List.of("a", "b", "ünï", "long key", "");

    private static Sandbox workers;
    private static Sandbox inProcess;

    @BeforeContainer
    static void open() {
        workers = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96));
        inProcess = Sandbox.inProcess(SandboxOptions.DEFAULT);
    }

    @AfterContainer
    static void close() {
        workers.close();
        inProcess.close();
    }

    @Property(tries = 60)
    void nothingGivenCanBeChanged(@ForAll long seed) {
        Map<String, Object> data = map(new Random(seed), 0);
        int containers = 4 * containers(data) + 2;
        String byWorker = run(workers, data);
        assertEquals(byWorker, run(inProcess, data));
        assertEquals(", changed , same true", byWorker.substring(byWorker.indexOf(',')), byWorker);
        int refused = Integer.parseInt(byWorker.substring(0, byWorker.indexOf(' ')));
        assertTrue(refused >= 10 * containers, byWorker);
    }

    private static int containers(Object value) {
        if (value instanceof Map<?, ?> map) {
            return 1
                    + map.values().stream()
                            .mapToInt(ReadOnlyInputsTest::containers)
                            .sum();
        }
        return value instanceof List<?> list
                ? 1 + list.stream().mapToInt(ReadOnlyInputsTest::containers).sum()
                : 0;
    }

    private static Map<String, Object> map(Random chance, int depth) {
        Map<String, Object> made = new LinkedHashMap<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            made.put(KEYS.get(chance.nextInt(KEYS.size())), value(chance, depth + 1));
        }
        return made;
    }

    private static Object value(Random chance, int depth) {
        switch (chance.nextInt(depth > 4 ? 4 : 7)) {
            case 0:
                return null;
            case 1:
                return "text";
            case 2:
                return chance.nextInt();
            case 3:
                return chance.nextDouble();
            case 4:
                return map(chance, depth);
            default:
                List<Object> made = new ArrayList<>();
                for (int i = chance.nextInt(4); i > 0; i--) {
                    made.add(value(chance, depth + 1));
                }
                return made;
        }
    }

    private static String run(Sandbox sandbox, Map<String, Object> data) {
        RunSpec spec = new RunSpec(
                MEDDLER,
                "meddler",
                new IndicatorData("ip", "203.0.113.9", null, data),
                data,
                data,
                Map.of(),
                Set.of("okta"),
                Limits.DEFAULT,
                new CancelToken());
        RunOutcome outcome = sandbox.run(spec, new Answering(data));
        return assertInstanceOf(RunOutcome.Succeeded.class, outcome, outcome::toString)
                .message();
    }

    /** A host that answers with the same data. */
    private record Answering(Map<String, Object> data) implements Host {
        @Override
        public HttpReply http(HttpCall call) {
            return new HttpReply(
                    200,
                    Map.of("X-Many", List.of("a", "b")),
                    SandboxJson.write(data).getBytes(UTF_8));
        }

        @Override
        public void log(LogLine line) {}

        @Override
        public void called(HttpRecord record) {}

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            return new IntegrationReply(true, "done", data);
        }
    }
}
