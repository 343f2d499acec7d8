// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** The test that a GPU must pass, on the CPU. */
public final class GpuSelfTestTest {

    @Test
    public void theCpuPasses() throws Exception {
        assertTrue(GpuSelfTest.passes());
    }

    @Test
    public void otherNumbersFail() {
        final double[] expected = {1, -20, 300};

        assertTrue(GpuSelfTest.matches(expected, new double[]{1.0001, -20.001, 300.01}));
        assertFalse(GpuSelfTest.matches(expected, new double[]{1.01, -20, 300}));
        assertFalse(GpuSelfTest.matches(expected, new double[]{1, 20, 300}));
        assertFalse(GpuSelfTest.matches(expected, new double[]{1, -20, Double.NaN}));
    }
}
