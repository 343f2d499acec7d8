// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;

import org.bytedeco.dnnl.global.dnnl;
import org.frugalvision.dl4j.Backend;
import org.junit.Test;

/** The build runs the tests of kernels again as if the processor were an older one; this is the proof that it does. */
public final class InstructionSetTest {

    private static final Map<String, Integer> LIMITS =
        Map.of("SSE41", dnnl.dnnl_cpu_isa_sse41, "AVX2", dnnl.dnnl_cpu_isa_avx2);

    @Test
    public void onednnKeepsToTheLimit() {
        Backend.start();
        final String limit = System.getenv("ONEDNN_MAX_CPU_ISA");

        assertTrue(limit, limit == null || LIMITS.containsKey(limit));
        final int effective = dnnl.dnnl_get_effective_cpu_isa();
        assertEquals(limit == null ? effective : LIMITS.get(limit), effective);
        assertTrue(String.valueOf(effective), effective >= dnnl.dnnl_cpu_isa_sse41);
    }
}
