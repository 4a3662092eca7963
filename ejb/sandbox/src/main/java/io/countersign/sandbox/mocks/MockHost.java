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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A host without a network: the first mock that matches and is not used up answers. What is refused is refused here too. */
public final class MockHost implements Host {
    private final List<Mock> mocks;
    private final int[] used;
    private final RequestGuard guard;
    private final List<LogLine> log = new ArrayList<>();
    private final List<HttpRecord> calls = new ArrayList<>();

    public MockHost(List<Mock> mocks, RequestGuard guard) {
        this.mocks = List.copyOf(mocks);
        this.used = new int[mocks.size()];
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

    @Override
    public HttpReply http(HttpCall call) throws HttpFailure {
        Target target = guard.check(call);
        for (int i = 0; i < used.length; i++) {
            Mock mock = mocks.get(i);
            if (used[i] < mock.times() && mock.matches(call, target.uri().toASCIIString())) {
                used[i]++;
                return ContentCoding.decoded(answer(mock, target), call.maxResponseBytes());
            }
        }
        throw new HttpFailure(HttpFailure.Kind.NO_MOCK, "no mock answers " + call.method() + " " + call.url());
    }

    private static HttpReply answer(Mock mock, Target target) throws HttpFailure {
        if (mock.error() == null) {
            return mock.reply();
        }
        throw mock.error().toward(target.host());
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
        throw new HttpFailure(HttpFailure.Kind.NO_MOCK, "no mock answers " + name + "." + operation);
    }
}
