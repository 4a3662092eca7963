package io.countersign.sandbox.mocks;

import io.countersign.sandbox.Host;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.LogLine;
import io.countersign.sandbox.http.ContentCoding;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.http.Target;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A host without a network: the first mock that matches and is not used up answers. What is refused is refused here too. */
public final class MockHost implements Host {
    private static final int MOST_EXPLAINED = 3;

    private final List<Mock> mocks;
    private final int[] used;
    private final StandIns standIns;
    private final RequestGuard guard;
    private final List<LogLine> log = new ArrayList<>();
    private final List<HttpRecord> calls = new ArrayList<>();

    public MockHost(List<Mock> mocks, RequestGuard guard) {
        this(mocks, StandIns.NONE, guard);
    }

    public MockHost(List<Mock> mocks, StandIns standIns, RequestGuard guard) {
        this.mocks = List.copyOf(mocks);
        this.used = new int[mocks.size()];
        this.standIns = standIns;
        this.guard = guard;
    }

    /** The log so far. */
    public List<LogLine> lines() {
        return List.copyOf(log);
    }

    /** The requests so far. */
    public List<HttpRecord> calls() {
        return List.copyOf(calls);
    }

    /** The places of the mocks that have answered nothing, such as {@code http[0]}. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (used[i] == 0) {
                unused.add(mocks.get(i).place());
            }
        }
        return unused;
    }

    @Override
    public HttpReply http(HttpCall call) throws HttpFailure {
        Target target = guard.check(call);
        for (int i = 0; i < used.length; i++) {
            Mock mock = mocks.get(i);
            if (used[i] < mock.times() && mock.difference(call, target).isEmpty()) {
                return ContentCoding.decoded(mock.answer(used[i]++, target), call.maxResponseBytes());
            }
        }
        throw new HttpFailure(HttpFailure.Kind.NO_MOCK, notMocked(call, target));
    }

    /** Which request it was, and why those mocks that have its address do not answer. */
    private String notMocked(HttpCall call, Target target) {
        List<String> near = new ArrayList<>();
        boolean body = false;
        for (int i = 0; i < used.length; i++) {
            Mock mock = mocks.get(i);
            if (mock.request().hasAddress(call, target)) {
                String why = mock.difference(call, target)
                        .map(d -> "but " + d)
                        .orElse("but has answered its " + mock.times() + (mock.times() == 1 ? " time" : " times"));
                boolean sameMethod = mock.request().method() != null && !why.startsWith("but expects method");
                near.add(mock.place() + " has that " + (sameMethod ? "method and " : "") + "address, " + why);
                body |= !(mock.request().body() instanceof MockBody.Anything);
            }
        }
        String asked = "no mock answers " + call.method() + " " + call.url() + (body ? sent(call) : "");
        int more = near.size() - MOST_EXPLAINED;
        return asked
                + (near.isEmpty()
                        ? ""
                        : "; " + String.join("; ", near.subList(0, Math.min(MOST_EXPLAINED, near.size()))))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String sent(HttpCall call) {
        if (!call.hasBody()) {
            return " without a body";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(call.body()))
                    .toString();
            return " with " + MockBody.shortened(text);
        } catch (CharacterCodingException e) {
            return " with " + call.body().length + " bytes";
        }
    }

    @Override
    public void log(LogLine line) {
        log.add(line);
    }

    @Override
    public void called(HttpRecord record) {
        calls.add(record);
    }

    @Override
    public IntegrationReply integration(String name, String operation, Map<String, Object> args) throws HttpFailure {
        return standIns.answer(name, operation);
    }
}
