package io.countersign.sandbox.junit;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.cli.CaseCheck;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** One invocation for each case file. The sandbox is shared by a whole test run. */
final class WorkflowTestExtension implements TestTemplateInvocationContextProvider {
    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(WorkflowTestExtension.class);

    /** Closed with the store that holds it. */
    private record Shared(Sandbox sandbox) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            sandbox.close();
        }
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(WorkflowTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        WorkflowTest test = context.getRequiredTestMethod().getAnnotation(WorkflowTest.class);
        List<Path> files = Arrays.stream(test.value())
                .flatMap(p -> CaseCheck.find(Path.of(p)).stream())
                .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no case file at " + String.join(", ", test.value()));
        }
        return files.stream().map(OneCase::new);
    }

    private record OneCase(Path file) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return file.getFileName().toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of((BeforeTestExecutionCallback) context -> {
                Shared shared = context.getRoot()
                        .getStore(OURS)
                        .getOrComputeIfAbsent(
                                Shared.class,
                                k -> new Shared(Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96))),
                                Shared.class);
                List<String> differences = CaseCheck.differences(shared.sandbox(), file);
                if (!differences.isEmpty()) {
                    throw new AssertionError(file.getFileName() + ": " + String.join("; ", differences));
                }
            });
        }
    }
}
