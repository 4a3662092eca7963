package io.countersign.sandbox.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Layer;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerTest {

    @Test
    void aSettingNamesLayersByTheirWords() {
        assertEquals(Set.of(), Layer.list(" "));
        assertEquals(EnumSet.of(Layer.NETWORK, Layer.FILES), Layer.list("files, Network"));
        assertEquals("network,files", Layer.words(EnumSet.of(Layer.FILES, Layer.NETWORK)));
    }

    @Test
    void aWordThatIsNoLayerIsRefusedWithAllThatAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Layer.list("files,landlock"))
                .getMessage();
        assertEquals(
                "there is no layer landlock; it may name user,capabilities,privileges,network,files,processes,ipc,seccomp,limits,cgroup",
                message);
    }

    @Test
    void aMissingLayerIsNamedWithWhatWouldSupplyIt() {
        assertDoesNotThrow(() -> Boundary.require(Set.of(Layer.FILES), Set.of(Layer.FILES, Layer.IPC)));
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> Boundary.require(Set.of(Layer.FILES, Layer.NETWORK, Layer.IPC), Set.of(Layer.NETWORK)))
                .getMessage();
        assertTrue(message.contains("files (") && message.contains("ipc (") && message.contains("bubblewrap"), message);
        assertTrue(!message.contains("network ("), message);
    }

    @Test
    void nothingIsClaimedInProcess() {
        SandboxOptions options = SandboxOptions.DEFAULT.withRequired(Set.of(Layer.USER));
        assertThrows(IllegalStateException.class, () -> Sandbox.inProcess(options));
        try (Sandbox sandbox = Sandbox.inProcess(SandboxOptions.DEFAULT)) {
            assertEquals(Set.of(), sandbox.layers());
        }
    }

    @Test
    void whatAProbeDidNotSeeDoesNotHold() {
        assertTrue(Observed.of(List.of("Seccomp=2")).isEmpty(), "a probe that was cut short");
        assertEquals(
                Set.of(), Observed.of(List.of(BoundaryProbe.END)).orElseThrow().layers());
        Map<String, String> here = Self.read();
        List<String> same = new java.util.ArrayList<>();
        here.forEach((name, value) -> same.add(name + "=" + value));
        same.addAll(List.of("sees.host=true", "sees.processes=80", "writes=true", BoundaryProbe.END));
        Set<Layer> layers = Observed.of(same).orElseThrow().layers();
        for (Layer layer : List.of(Layer.USER, Layer.NETWORK, Layer.FILES, Layer.PROCESSES, Layer.IPC)) {
            assertTrue(!layers.contains(layer), layer + " is claimed of the process that asks");
        }
    }
}
