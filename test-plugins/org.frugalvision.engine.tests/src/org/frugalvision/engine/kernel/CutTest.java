// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

public final class CutTest {

    @Test
    public void partsHaveOneSizeButTheLast() {
        assertEquals(List.of(new Cut(0, 0, 8), new Cut(1, 8, 8), new Cut(2, 16, 3)), Cut.of(19, 8));
        assertEquals(List.of(new Cut(0, 0, 1)), Cut.of(1, 8));
        assertEquals(List.of(), Cut.of(0, 8));
    }

    @Test
    public void aPartThatIsOnlyAppliedIsAsLargeAsItsWeightsAreWorth() {
        assertEquals(64, applied("lenet", 28));
        assertEquals(4, applied("resnet8", 28));
        assertEquals(8 * 551_914 / 246_922, applied("vgg-small", 32));
        assertEquals(4, applied("mobilenetv2-small", 32));
    }

    @Test
    public void thereAreAtMost32OfAtLeast8() {
        assertEquals(8, Cut.size(1));
        assertEquals(8, Cut.size(256));
        assertEquals(9, Cut.size(257));
        assertEquals(32, Cut.of(65_536, Cut.size(65_536)).size());
    }

    private static int applied(final String architecture, final int side) {
        return Cut.applied(Architectures.create(architecture).build(new ImageShape(3, side, side), 10).graph());
    }
}
