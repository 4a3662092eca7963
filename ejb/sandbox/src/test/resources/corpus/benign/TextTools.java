import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class TextTools implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("lines", "a\nb".lines().toList());
        out.put("rev", new StringBuilder("hello").reverse().toString());
        out.put("points", "a😀b".codePoints().count());
        out.put("strip", "\u2003x ".strip());
        out.put("indent", "a".indent(2));
        out.put("chars", "ab".chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining("-")));
        out.put("fmt", String.format(Locale.US, "%05d|%#x|%,.2f|%6s|%-6s|%b|%%", 42, 42, 1234.5, "left", "left", true));
        out.put("cmp", "A".compareToIgnoreCase("a") == 0 && "abc".regionMatches(true, 1, "XBC", 1, 2) && "x".contentEquals(new StringBuilder("x")));
        out.put("title", Arrays.stream("hello world".split(" ")).map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1)).collect(Collectors.joining(" ")));
        out.put("hex", Integer.toHexString(255));
        out.put("bin", Integer.toBinaryString(10));
        out.put("last", "a/b/c".substring("a/b/c".lastIndexOf('/') + 1));
        out.put("blank", "  ".isBlank() && "".isEmpty());
        out.put("trans", "hello".transform(String::length));
        return WorkflowResult.ok("ok", out);
    }
}
