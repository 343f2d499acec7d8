// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;

import org.frugalvision.dl4j.Backend;
import org.junit.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Runs on the class path and inside Equinox. */
public final class BackendTest {

    @Test
    public void convolutionUsesOneDnn() {
        assertEquals("MKLDNNConvHelper", Probe.helper(false));
    }

    @Test
    public void convolutionUsesOneDnnInThreadsOfForeignClassLoaders() throws InterruptedException {
        final var helper = new String[1];
        final var thread = new Thread(() -> helper[0] = Probe.helper(false));
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        thread.start();
        thread.join();

        assertEquals("MKLDNNConvHelper", helper[0]);
    }

    @Test
    public void startsOnce() {
        assertSame(Backend.start(), Backend.start());
    }

    @Test
    public void matrixProductsStayOnOneThread() {
        Backend.start().useOneThread();

        Nd4j.ones(DataType.FLOAT, 4, 3).mmul(Nd4j.ones(DataType.FLOAT, 3, 2)).close();

        assertEquals(1, Nd4j.factory().blas().getMaxThreads());
    }

    @Test
    public void leavesTheMemoryLimitsOfOtherProductsAlone() {
        Backend.start();

        assertNull(System.getProperty("org.bytedeco.javacpp.maxbytes"));
        assertNull(System.getProperty("org.bytedeco.javacpp.maxphysicalbytes"));
    }

    @Test
    public void knowsItsFolderAndItsMemory() {
        assertTrue(Files.isDirectory(Backend.start().nativeFolder()));
        assertTrue(Backend.start().offHeapLimit() >= Runtime.getRuntime().maxMemory());
        assertTrue(Backend.start().residentBytes() > 1 << 20);
    }
}
