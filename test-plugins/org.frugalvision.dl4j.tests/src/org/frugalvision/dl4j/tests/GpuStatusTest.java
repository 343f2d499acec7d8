// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.dl4j.Gpu;
import org.frugalvision.dl4j.GpuProbe;
import org.frugalvision.dl4j.GpuStatus;
import org.frugalvision.dl4j.GpuStatus.Kind;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the answers of NVIDIA's driver mean. */
public final class GpuStatusTest {

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void codeForACapabilityRunsOnLaterOnesOfTheSameFirstNumber() {
        for (final int[] capability : new int[][]{{3, 7}, {5, 0}, {5, 2}, {6, 1}, {7, 0}, {7, 5}, {8, 0}, {8, 6},
            {8, 9}}) {
            assertTrue(new Gpu("x", capability[0], capability[1]).supported());
        }
        for (final int[] capability : new int[][]{{2, 1}, {3, 0}, {3, 5}, {9, 0}, {10, 0}, {12, 0}}) {
            assertFalse(new Gpu("x", capability[0], capability[1]).supported());
        }
    }

    @Test
    public void supportedGpusAreReady() {
        assertEquals(new GpuStatus(Kind.READY, "NVIDIA A100-SXM4-40GB (compute capability 8.0)"),
            GpuStatus.of(0, "NVIDIA A100-SXM4-40GB, 8.0\nNVIDIA L4, 8.9\n"));
        assertEquals(new GpuStatus(Kind.READY, "Some, named so (compute capability 7.5)"),
            GpuStatus.of(0, "Some, named so, 7.5\r\n"));
    }

    @Test
    public void oneUnsupportedGpuAmongOthersIsEnough() {
        assertEquals(new GpuStatus(Kind.UNSUPPORTED, "NVIDIA H200 (compute capability 9.0) is not among those that "
            + "ND4J 1.0.0-M2.1 has code for: 3.7 and 5.0 to 8.9"),
            GpuStatus.of(0, "NVIDIA A100-SXM4-40GB, 8.0\nNVIDIA H200, 9.0\n"));
    }

    @Test
    public void noDeviceIsNoError() {
        assertEquals(Kind.NO_DEVICE, GpuStatus.of(0, "").kind());
        assertEquals(new GpuStatus(Kind.NO_DEVICE, "NVIDIA's driver finds no device"),
            GpuStatus.of(6, "No devices were found\n"));
    }

    @Test
    public void driversThatFailSayWhy() {
        assertEquals(new GpuStatus(Kind.NO_DRIVER, "NVIDIA's driver does not answer (Field \"compute_cap\" is not a "
            + "valid field to query.)"), GpuStatus.of(2, "Field \"compute_cap\" is not a valid field to query.\n\n"));
        assertEquals("NVIDIA's driver does not answer (nvidia-smi ended with code 9)", GpuStatus.of(9, " ").reason());
        assertEquals("NVIDIA's driver does not answer (it says \"Tesla, [N/A]\")",
            GpuStatus.of(0, "Tesla, [N/A]").reason());
    }

    @Test
    public void programsThatAreMissingOrHangAreNoDriver() throws Exception {
        final Path missing = m_temporary.getRoot().toPath().resolve("nothing");

        assertTrue(GpuProbe.ask(List.of(missing.toString()), 1).reason().startsWith("NVIDIA's driver does not answer "
            + "("));
        assertEquals("NVIDIA's driver does not answer (no answer within 1 seconds)",
            GpuProbe.ask(List.of("sh", "-c", "sleep 60"), 1).reason());
    }

    @Test
    public void whatAProgramPrintsIsRead() {
        assertEquals(new GpuStatus(Kind.READY, "Fake (compute capability 8.6)"),
            GpuProbe.ask(List.of("sh", "-c", "echo Fake, 8.6"), 10));
        assertEquals(Kind.NO_DEVICE, GpuProbe.ask(List.of("sh", "-c", "echo No devices were found; exit "
            + "6"), 10).kind());
    }

    @Test
    public void theFeatureIsFoundByItsClass() throws Exception {
        final Path folder = m_temporary.getRoot().toPath();
        try (var empty = new URLClassLoader(new URL[]{folder.toUri().toURL()}, null)) {
            assertFalse(GpuProbe.installed(empty));
            final Path type = folder.resolve("org/nd4j/linalg/jcublas/JCublasBackend.class");
            Files.createDirectories(type.getParent());
            Files.createFile(type);
            assertTrue(GpuProbe.installed(empty));
        }
    }
}
