package io.countersign.sandbox.allow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The allow lists are what the plan yields, and the plan gives a reason for every member that it leaves out. */
class AllowListPlanTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/countersign/sandbox/allow");
    /** The oldest supported JDK: what the lists name has to exist in all of them. */
    private static final int LISTED_JDK = 17;

    private static AllowListWriter plan;

    @BeforeAll
    static void readPlan() throws Exception {
        plan = new AllowListWriter(Files.readAllLines(FOLDER.resolve("plan.txt")));
    }

    @Test
    void theListsAreWhatThePlanYields() throws Exception {
        assumeTrue(Runtime.version().feature() == LISTED_JDK, "the lists are made with JDK " + LISTED_JDK);
        if (System.getProperty("allow.write") != null) {
            for (var list : plan.lists().entrySet()) {
                Files.writeString(FOLDER.resolve(list.getKey()), list.getValue());
            }
        }
        assertEquals(
                new TreeMap<>(plan.lists()), stored(), "after a change of plan.txt run this test with -Dallow.write");
    }

    @Test
    void everyExclusionHasAReason() {
        assertEquals(List.of(), plan.withoutReason());
    }

    @Test
    void everyReasonHasAnExclusion() {
        assertEquals(Set.of(), plan.unusedReasons());
    }

    private static Map<String, String> stored() throws Exception {
        Map<String, String> lists = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".allow")).toList()) {
                lists.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return lists;
    }

    /** A list that the reader does not name would allow nothing, and nobody would see it. */
    @Test
    void everyListIsRead() throws Exception {
        assertEquals(
                stored().keySet(),
                AllowListReader.FILES.stream().map(name -> name + ".allow").collect(Collectors.toSet()));
    }
}
