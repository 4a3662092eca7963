package io.countersign.sandbox.run;

import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.guard.Budget;
import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.script.Workflow;
import io.countersign.script.WorkflowResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a loaded script once, on the current thread, which must be a {@link ScriptThread}. */
public final class ScriptRunner {
    private static final int MOST_CAUSES = 16;

    private final ScriptLoader loader;
    /** What the script hid, so far. */
    private Set<String> hidden = Set.of();

    private final RunInput input;
    private final HostLink host;

    public ScriptRunner(ScriptLoader loader, RunInput input, HostLink host) {
        this.loader = loader;
        this.input = input;
        this.host = host;
    }

    /** Runs it; never throws. The budget is shown before the script starts, so that others may cancel it. */
    public RunResult run(Consumer<Budget> started) {
        Budget budget = new Budget(input.limits(), loader, loader.weights());
        started.accept(budget);
        ScriptThread.use(budget);
        RunResult result;
        try {
            result = attempt(budget);
        } catch (Throwable e) {
            result = ended(e, budget);
        } finally {
            ScriptThread.use(null);
            budget.release();
        }
        return (budget.killed() == null ? result : killed(budget)).harmful(budget.harmful());
    }

    private RunResult attempt(Budget budget) throws Exception {
        loader.begin(budget);
        Link link = new Link(host, budget, input.time());
        hidden = link.hidden();
        Workflow workflow = make();
        WorkflowResult result = workflow.run(new ScriptContext(input, link));
        budget.look();
        return copied(result, budget);
    }

    private Workflow make() throws Exception {
        var constructor = loader.mainClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            return (Workflow) constructor.newInstance();
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    private RunResult copied(WorkflowResult result, Budget budget) {
        if (result == null) {
            return threw("RESULT_NOT_JSON", "the script returned null instead of a WorkflowResult", 0, budget);
        }
        PlainCopy copy = new PlainCopy(
                input.limits().resultBytes(),
                () -> budget.kill(
                        "LIMIT_RESULT",
                        "the result is longer than " + input.limits().resultBytes() + " bytes"));
        String message = copy.text(result.message() == null ? "" : result.message());
        Map<String, Object> data;
        try {
            data = result.data() == null ? new LinkedHashMap<>() : copy.map(result.data(), "data");
        } catch (NotPlain e) {
            return threw("RESULT_NOT_JSON", e.getMessage(), 0, budget);
        }
        budget.look();
        return new RunResult(
                result.success() ? RunResult.Kind.OK : RunResult.Kind.FAIL, "", message, data, 0, spent(budget), false);
    }

    private RunResult ended(Throwable e, Budget budget) {
        try {
            budget.caught(e);
            Throwable cause = e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
            int line = line(cause, budget);
            return threw("SCRIPT_EXCEPTION", describe(cause, line, budget), line, budget);
        } catch (Kill kill) {
            return killed(budget);
        } catch (StackOverflowError | OutOfMemoryError again) {
            return threw("SCRIPT_EXCEPTION", PlainCopy.nameOf(e.getClass()), 0, budget)
                    .harmful(true);
        }
    }

    /** The exception may be the script's own class: its words are heard under the budget, and once. */
    private String describe(Throwable e, int line, Budget budget) {
        String said = withoutLoaders(e, heard(e::getMessage, budget));
        String message = NullMessages.of(e, said, budget.missed(), loader::declares);
        int most = Math.min(4_000, input.limits().resultBytes());
        String text = message == null || message.isEmpty() ? "no message" : masker().mask(message, most);
        return PlainCopy.nameOf(e.getClass()) + ": " + text + (line > 0 ? " (line " + line + ")" : "");
    }

    private Masker masker() {
        Masker masker = Masker.of(input.secrets().values());
        hidden.forEach(masker::add);
        return masker;
    }

    /** A failed cast tells in brackets which modules and loaders there are; that is nobody's business. */
    private static @Nullable String withoutLoaders(Throwable e, @Nullable String message) {
        int at = e.getClass() == ClassCastException.class && message != null && message.contains(" of loader ")
                ? message.indexOf(" (")
                : -1;
        return at < 0 ? message : message.substring(0, at);
    }

    private int line(Throwable e, Budget budget) {
        Throwable at = e;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
            for (StackTraceElement frame : at.getStackTrace()) {
                // a checkpoint at a method's entry stands before its first line
                if (frame.getLineNumber() > 0 && loader.declares(frame.getClassName())) {
                    return frame.getLineNumber();
                }
            }
            at = heard(at::getCause, budget);
        }
        return 0;
    }

    /** What an exception says of itself; null if it throws instead, whatever it throws. */
    private static <T> @Nullable T heard(Supplier<@Nullable T> said, Budget budget) {
        try {
            return said.get();
        } catch (Throwable thrown) {
            budget.caught(thrown);
            return null;
        }
    }

    private RunResult killed(Budget budget) {
        Kill kill = budget.killed();
        return new RunResult(
                RunResult.Kind.KILLED,
                kill.code(),
                kill.getMessage(),
                Map.of(),
                line(kill, budget),
                spent(budget),
                false);
    }

    private static RunResult threw(String code, String message, int line, Budget budget) {
        return new RunResult(RunResult.Kind.THREW, code, message, Map.of(), line, spent(budget), false);
    }

    private static RunOutcome.Spent spent(Budget budget) {
        return new RunOutcome.Spent(budget.spentNanos() / 1_000_000, budget.steps(), budget.allocated());
    }
}
