import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class BuilderAndTemplate implements Workflow {
    static abstract class Step {
        private final List<String> done = new ArrayList<>();
        { done.add("start"); }
        final String run() { String s = call(); after(); return s + " then " + done.get(done.size() - 1); }
        protected abstract String call();
        protected void after() { done.add("audit"); }
    }
    static final class Request {
        private final String method;
        private final SortedMap<String, Object> body;
        private Request(Builder b) { method = b.method; body = Collections.unmodifiableSortedMap(new TreeMap<>(b.body)); }
        static Builder to(String path) { return new Builder(path); }
        @Override public String toString() { return method + " " + body; }
        static final class Builder {
            private final String path;
            private String method = "GET";
            private final Map<String, Object> body = new HashMap<>();
            private Builder(String path) { this.path = path; }
            Builder post() { method = "POST " + path; return this; }
            Builder with(String k, Object v) { body.merge(k, v, (a, b) -> b); return this; }
            Request build() { return new Request(this); }
        }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok(new Step() {
            @Override protected String call() { return Request.to("/tickets").post().with("b", 2).with("a", 0).with("a", 1).build().toString(); }
        }.run());
    }
}
