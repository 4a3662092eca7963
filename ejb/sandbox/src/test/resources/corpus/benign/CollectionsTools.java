import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CollectionsTools implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> l = new ArrayList<>(List.of(1, 2, 3));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("freq", Collections.frequency(List.of(1, 2, 1), 1));
        Collections.rotate(l, 1);
        out.put("rot", List.copyOf(l));
        l.sort(Collections.reverseOrder());
        out.put("rev", List.copyOf(l));
        out.put("min", Collections.min(l));
        Collections.reverse(l);
        out.put("bin", Collections.binarySearch(l, 2));
        out.put("disjoint", Collections.disjoint(l, Set.of(9)));
        out.put("nc", Collections.nCopies(2, "x"));
        try { Collections.unmodifiableList(l).add(1); } catch (UnsupportedOperationException e) { out.put("unmod", "refused"); }
        out.put("chunks", IntStream.iterate(0, i -> i < l.size(), i -> i + 2).mapToObj(i -> l.subList(i, Math.min(i + 2, l.size()))).toList());
        int[] a = new int[2];
        Arrays.fill(a, 9);
        out.put("filled", a);
        out.put("cmp", Arrays.compare(new int[] {1, 2}, new int[] {1, 3}));
        out.put("mismatch", Arrays.mismatch(new byte[] {1, 2}, new byte[] {1, 3}));
        out.put("sub", Collections.indexOfSubList(l, List.of(1, 2)));
        out.put("eq", Objects.equals(null, null) && Objects.hash(1, 2) == Objects.hash(1, 2) && Objects.requireNonNullElse(null, "d").equals("d") && Objects.checkIndex(1, 2) == 1);
        return WorkflowResult.ok("ok", out);
    }
}
