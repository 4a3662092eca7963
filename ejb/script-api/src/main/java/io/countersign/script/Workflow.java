package io.countersign.script;

/** A script: the one public class of the compilation unit implements this and has a constructor without parameters. */
@FunctionalInterface
public interface Workflow {

    /**
     * Does the work, once.
     *
     * @param ctx everything that this run may use
     * @return what happened; {@code null} counts as a failed run
     * @throws Exception whatever is thrown makes the run a failed one, with the exception's simple name, message and line
     */
    WorkflowResult run(WorkflowContext ctx) throws Exception;
}
