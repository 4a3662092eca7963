import io.countersign.script.*;
import java.security.SecureRandom;
import java.util.*;
import java.util.stream.Collectors;

/** A passcode that nobody can foresee, and a shuffled order. */
public class FreshPasscode implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        SecureRandom random = new SecureRandom();
        String alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        String code = random.ints(20, 0, alphabet.length()).mapToObj(i -> String.valueOf(alphabet.charAt(i))).collect(Collectors.joining());
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        Collections.shuffle(order, new Random(7));
        boolean differ = !Arrays.equals(nonce, new byte[16]) && new Random().nextLong() != new Random().nextLong();
        return WorkflowResult.ok("Made", Map.of("length", code.length(), "fits", code.chars().allMatch(c -> alphabet.indexOf(c) >= 0), "differ", differ, "order", order.size(), "digit", random.nextInt(10) < 10));
    }
}
