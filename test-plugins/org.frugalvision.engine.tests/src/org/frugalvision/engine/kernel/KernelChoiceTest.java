// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Optional;
import java.util.function.Supplier;

import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

public final class KernelChoiceTest {

    private static final Supplier<Optional<String>> LOADS = Optional::empty;

    private static final Supplier<Optional<String>> NEVER = () -> {
        throw new AssertionError();
    };

    private static final Supplier<Optional<String>> FAILS = () -> Optional.of("no jnidnnl");

    @Test
    public void takesOnednnOnIntelAndAmd() {
        assertEquals(expected(Kernel.ONEDNN), KernelChoice.of(Optional.empty(), "amd64", false, LOADS));
        assertEquals(expected(Kernel.ONEDNN), KernelChoice.of(Optional.empty(), "x86_64", false, LOADS));
    }

    @Test
    public void takesNd4jElsewhereWithoutAWord() {
        assertEquals(expected(Kernel.ND4J), KernelChoice.of(Optional.empty(), "aarch64", false, NEVER));
        assertEquals(expected(Kernel.ND4J), KernelChoice.of(Optional.empty(), "amd64", true, NEVER));
    }

    @Test
    public void saysWhyItIsSlow() {
        assertEquals(
            new KernelChoice(Kernel.ND4J,
                Optional.of("Computed by ND4J, which takes several times as long, because oneDNN could not be loaded"
                    + " (no jnidnnl).")),
            KernelChoice.of(Optional.empty(), "amd64", false, FAILS));
    }

    @Test
    public void theReasonIsWhatTheSystemSaid() {
        final var glibc = new UnsatisfiedLinkError("libc.so.6: version `GLIBC_2.17' not found");
        final Throwable javacpp = new UnsatisfiedLinkError("no jnidnnl in java.library.path").initCause(glibc);

        assertEquals("java.lang.UnsatisfiedLinkError: libc.so.6: version `GLIBC_2.17' not found",
            KernelChoice.reason(javacpp));
        assertEquals("java.lang.IllegalStateException: nothing to compute on",
            KernelChoice.reason(new IllegalStateException("nothing to compute on")));
    }

    @Test
    public void takesWhatIsAskedFor() {
        assertEquals(expected(Kernel.ND4J), KernelChoice.of(Optional.of("nd4j"), "amd64", false, NEVER));
        assertEquals(expected(Kernel.ONEDNN), KernelChoice.of(Optional.of("onednn"), "aarch64", true, NEVER));
        final SettingsException refusal = assertThrows(SettingsException.class,
            () -> KernelChoice.of(Optional.of("mkl"), "amd64", false, NEVER));
        assertEquals("\"System property frugalvision.kernel\" must be onednn or nd4j, but is \"mkl\".",
            refusal.getMessage());
    }

    @Test
    public void thisMachineHasWhatItsProcessorNeeds() {
        assertEquals(Optional.empty(), Kernels.warning());
    }

    private static KernelChoice expected(final Kernel kernel) {
        return new KernelChoice(kernel, Optional.empty());
    }
}
