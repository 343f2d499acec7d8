// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.dl4j.Backend;
import org.junit.Before;
import org.junit.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Both ways into ND4J's memory: that of the CPU, and that of a device with memory of its own. */
public final class Nd4jUploadTest {

    @Before
    public void start() {
        Backend.start();
    }

    @Test
    public void fillsTheRestWithZeros() {
        for (final boolean staged : new boolean[]{false, true}) {
            final List<String> crossed = new ArrayList<>();
            final var transfers = new Nd4jTransfers((what, values) -> crossed.add(what + " " + values), staged);
            try (Nd4jMemory memory = new Nd4jMemory()) {
                final INDArray array = memory.take(2, 3);
                transfers.upload(Crossing.WEIGHTS, new float[]{9, 8, 7, 6, 5, 4}, array);
                transfers.upload(Crossing.IMAGES, new float[]{1, 2, 3, 4, 5}, 1, 3, array);

                assertArrayEquals(new float[]{2, 3, 4, 0, 0, 0}, transfers.download(Crossing.OUTPUTS, array), 0);
                final float[] some = {1, 1, 1, 1};
                transfers.download(Crossing.OUTPUTS, array, some, 1, 2);
                assertArrayEquals(new float[]{1, 2, 3, 1}, some, 0);
            }
            assertEquals(List.of("WEIGHTS 6", "IMAGES 3", "OUTPUTS 6", "OUTPUTS 2"), crossed);
        }
    }
}
