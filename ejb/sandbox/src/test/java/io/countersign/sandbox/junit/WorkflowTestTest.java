package io.countersign.sandbox.junit;

/** Cases as an author's own build runs them. */
class WorkflowTestTest {
    @WorkflowTest("src/test/resources/corpus/benign/BlockIpFirewall.case.json")
    void aCaseIsATest() {}
}
