import io.countersign.script.*;
import java.text.*;
import java.util.*;
public class CharWork implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String s = "Hello, Wörld 42"; int up = 0, dig = 0; for (char c : s.toCharArray()) { if (Character.isUpperCase(c)) up++; if (Character.isDigit(c)) dig++; } String n = Normalizer.normalize("é", Normalizer.Form.NFD); return WorkflowResult.ok(up + "" + dig + n.length() + s.codePoints().filter(Character::isLetter).count() + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US)).format(1234.5) + (char) (65 + 1) + "\u00e9");
    }
}
