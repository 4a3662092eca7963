package io.countersign.sandbox;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that meets its wall time is timed out, wherever it is at that moment, each time and in both modes. */
class TimedOutTest {
    private static final int WALL_MILLIS = 150;
    private static final int TIMES = 2;

    private static Sandbox workers;
    private static Sandbox inProcess;

    @BeforeAll
    static void open() {
        workers = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(2, 96));
        inProcess = Sandbox.inProcess(SandboxOptions.DEFAULT);
    }

    @AfterAll
    static void close() {
        workers.close();
        inProcess.close();
    }

    /** How a host answers whose service takes longer than the run has. */
    private enum Answer {
        /** As soon as the time of the request is over, which is the run's. */
        IO_FAILURE,
        CONNECT_FAILURE,
        REFUSAL,
        NO_MOCK,
        /** A moment before. */
        FAILURE_JUST_BEFORE,
        REPLY,
        TOO_LARGE,
        /** Only when it is interrupted. */
        NEVER
    }

    static Stream<Arguments> scripts() {
        Stream<Arguments> inside = Stream.of(
                        "while (true) { n++; }",
                        "while (true) { ctx.pause(Duration.ofMillis(7)); }",
                        "ctx.pause(Duration.ofMillis(" + WALL_MILLIS + "));",
                        "ctx.pause(Duration.ofSeconds(30));",
                        "while (true) { ctx.log().debug(\"\"); ctx.pause(Duration.ofMillis(1)); }",
                        "List<Object> l = new ArrayList<>(List.of(1)); for (int i = 0; i < 26; i++) { l = new ArrayList<>(List.of(l, l)); } n = l.hashCode();",
                        "try { while (true) { n++; } } finally { return WorkflowResult.fail(\"finally\"); }",
                        "try { ctx.pause(Duration.ofSeconds(9)); } catch (RuntimeException e) { return WorkflowResult.fail(\"caught\"); } finally { n++; }",
                        "while (true) { try { while (true) { n++; } } catch (Exception e) { n--; } finally { while (true) { n++; } } }",
                        "return WorkflowResult.ok(\"\", Map.of(\"a\", List.of(new Slow(1))));",
                        "return WorkflowResult.ok(\"\", Map.of(\"a\", new Object[] {new Slow(2)}));")
                .map(body -> Arguments.of(body, Answer.NEVER));
        Stream<Arguments> outside = Stream.of(Answer.values()).flatMap(answer -> Stream.of(
                        "ctx.http().get(\"https://a.example/\").send();",
                        "try { ctx.http().post(\"https://a.example/\").body(\"x\").send(); } catch (HttpException e) { return WorkflowResult.fail(e.getMessage()); }",
                        "ctx.integrations().okta().get().suspendUser(\"u\");")
                .map(body -> Arguments.of(body, answer)));
        return Stream.concat(inside, outside);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isTimedOutInAWorker(String body, Answer answer) {
        isTimedOut(workers, body, answer);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isTimedOutInProcess(String body, Answer answer) {
        isTimedOut(inProcess, body, answer);
    }

    private static void isTimedOut(Sandbox sandbox, String body, Answer answer) {
        String source = "import io.countersign.script.*; import java.util.*; import java.time.*;"
                + " @SuppressWarnings(\"all\") public class Late implements Workflow { int n;"
                + " record Slow(int a) { public int a() { while (true) { } } }"
                + " public WorkflowResult run(WorkflowContext ctx) { if (n == 0) {" + body
                + "} return WorkflowResult.ok(\"too early \" + n); } }";
        Limits limits = Limits.DEFAULT.withWallMillis(WALL_MILLIS);
        for (int i = 0; i < TIMES; i++) {
            RunSpec spec = new RunSpec(
                    source,
                    "late",
                    IndicatorData.of("ip", "203.0.113.9"),
                    null,
                    Map.of(),
                    Map.of(),
                    Set.of("okta"),
                    limits,
                    new CancelToken());
            RunOutcome outcome = sandbox.run(spec, new LateHost(answer));
            assertInstanceOf(RunOutcome.TimedOut.class, outcome, () -> body + " " + answer + " " + outcome);
        }
    }

    /** Its service takes as long as it is let. */
    private record LateHost(Answer answer) implements Host {
        @Override
        public HttpReply http(HttpCall call) throws HttpFailure, InterruptedException {
            return after(call.timeout().toNanos());
        }

        private HttpReply after(long nanos) throws HttpFailure, InterruptedException {
            switch (answer) {
                case NEVER -> Thread.sleep(60_000);
                case FAILURE_JUST_BEFORE -> sleep(nanos - 400_000);
                default -> sleep(nanos);
            }
            return switch (answer) {
                case REPLY, NEVER -> new HttpReply(200, Map.of(), new byte[0]);
                case IO_FAILURE, FAILURE_JUST_BEFORE ->
                    throw new HttpFailure(HttpFailure.Kind.TIMEOUT, "no answer in time");
                case CONNECT_FAILURE -> throw new HttpFailure(HttpFailure.Kind.CONNECT, "no connection");
                case REFUSAL -> throw new HttpFailure(HttpFailure.Kind.REFUSED, "the name was resolved late");
                case NO_MOCK -> throw new HttpFailure(HttpFailure.Kind.NO_MOCK, "no mock");
                case TOO_LARGE -> throw new HttpFailure(HttpFailure.Kind.RESPONSE_TOO_LARGE, "large");
            };
        }

        private static void sleep(long nanos) throws InterruptedException {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }

        @Override
        public void log(LogLine line) {}

        @Override
        public void called(HttpRecord record) {}

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args)
                throws HttpFailure, InterruptedException {
            after((WALL_MILLIS + 20) * 1_000_000L);
            return new IntegrationReply(true, "done", Map.of("a", List.of()));
        }
    }
}
