import io.countersign.script.*;
import java.util.*;
import java.util.regex.*;
public class RegexMany implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Pattern p = Pattern.compile("(?<key>\\w+)=(?<val>[^;]*)"); Matcher m = p.matcher("a=1;b=2"); Map<String, String> kv = new TreeMap<>(); while (m.find()) kv.put(m.group("key"), m.group("val")); boolean ok = "abc".matches("[a-c]+"); String r = "x1y22".replaceAll("\\d+", "#"); String t = Pattern.compile("\\d").matcher("a1b2").replaceAll(x -> "<" + x.group() + ">"); List<String> parts = Pattern.compile(",").splitAsStream("a,b").toList(); StringBuilder sb = new StringBuilder(); Matcher q = Pattern.compile("o").matcher("foo"); while (q.find()) q.appendReplacement(sb, "0"); q.appendTail(sb); return WorkflowResult.ok(kv + "" + ok + r + t + parts + sb + Arrays.toString("a1b".split("\\d")));
    }
}
