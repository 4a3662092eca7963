import io.countersign.script.*;
import java.util.*;

public class BombWildcard implements Workflow {
    static class C<T extends C<? super C<? super T>>> { } static class D<P> extends Exception0 { } static class Exception0 { } interface N<T> { } static class M<T> implements N<N<? super M<M<T>>>> { } static N<? super M<String>> q(M<String> m) { return m; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("x");
    }
}
