import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HomographDomain implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String domain = "p\u0430ypal";
        SortedSet<String> scripts = domain.codePoints().mapToObj(Character.UnicodeScript::of).filter(s -> s != Character.UnicodeScript.COMMON).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        String ascii = domain.codePoints().filter(c -> c < 128).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return WorkflowResult.ok("ok", Map.of("scripts", scripts, "mixed", scripts.size() > 1, "block", Character.UnicodeBlock.of('\u0430').toString(), "name", Character.getName('\u0430'), "ascii", ascii));
    }
}
