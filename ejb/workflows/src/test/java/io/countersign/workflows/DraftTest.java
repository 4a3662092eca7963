package io.countersign.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DraftTest {
    private static final String CODE = "public class BlockIp implements Workflow {\n}\n";

    @Test
    void aFencedJavaBlockIsUnderstoodWhateverStandsAroundIt() {
        for (String answer : new String[] {
            "```java\n" + CODE + "```",
            "Sure!\n\n```Java title=x\n" + CODE + "```\nAnything else?",
            "```json\n{}\n```\nand\n``` java\n" + CODE + "```",
            "```java\r\n" + CODE.replace("\n", "\r\n") + "```\r\n",
            "First:\n```java\nint calls = 0;\n```\nThen all of it:\n```java\n" + CODE + "```",
            "```java\n" + CODE
        }) {
            assertEquals(CODE.strip(), Draft.in(answer).orElseThrow().code().strip(), answer);
        }
    }

    @Test
    void bareCodeAndUnnamedFencesAreTakenAsTheyAre() {
        assertEquals(CODE, Draft.in(CODE).orElseThrow().code());
        assertEquals(CODE, Draft.in("```\n" + CODE + "```").orElseThrow().code());
        assertTrue(Draft.in("I cannot do that.").isEmpty());
    }

    @Test
    void nameAndDocumentationComeFromTheAnswerElseFromTheClass() {
        Draft said = Draft.in("**Name:** Block an IP\nDocumentation: Blocks it.\n```java\n" + CODE + "```")
                .orElseThrow();
        assertEquals("Block an IP", said.name());
        assertEquals("Blocks it.", said.documentation());
        assertEquals(
                "Block Ip", Draft.in("```java\n" + CODE + "```").orElseThrow().name());
    }
}
