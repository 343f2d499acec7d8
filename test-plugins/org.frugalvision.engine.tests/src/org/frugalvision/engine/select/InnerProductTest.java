// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertEquals;

import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Inner products of any length, against plain sums. */
public final class InnerProductTest {

    @Test
    public void everyLengthIsSummedWhole() {
        final var random = Seeds.of(1).generator();
        for (int length = 0; length < 40; length++) {
            final float[] a = new float[length];
            final float[] b = new float[length];
            double sum = 0;
            for (int k = 0; k < length; k++) {
                a[k] = random.nextFloat() - 0.5f;
                b[k] = random.nextFloat() - 0.5f;
                sum += (double)a[k] * b[k];
            }
            assertEquals("length " + length, sum, InnerProduct.of(a, b), 1e-6);
        }
    }
}
