// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** Sums over parts of arrays, four at a time: independent sums let the processor add several values at once. */
final class Sums {

    private Sums() {
    }

    static float sum(final float[] values, final int from, final int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        final int end = from + length;
        int i = from;
        for (; i + 3 < end; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < end; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }

    /** Sum of (value - center)^2. */
    static float squares(final float[] values, final int from, final int length, final float center) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        final int end = from + length;
        int i = from;
        for (; i + 3 < end; i += 4) {
            final float p = values[i] - center;
            final float q = values[i + 1] - center;
            final float r = values[i + 2] - center;
            final float s = values[i + 3] - center;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < end; i++) {
            a += (values[i] - center) * (values[i] - center);
        }
        return a + b + (c + d);
    }

    /** Sum of factor x (value - center). */
    static float product(final float[] factors, final float[] values, final int from, final int length,
        final float center) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        final int end = from + length;
        int i = from;
        for (; i + 3 < end; i += 4) {
            a += factors[i] * (values[i] - center);
            b += factors[i + 1] * (values[i + 1] - center);
            c += factors[i + 2] * (values[i + 2] - center);
            d += factors[i + 3] * (values[i + 3] - center);
        }
        for (; i < end; i++) {
            a += factors[i] * (values[i] - center);
        }
        return a + b + (c + d);
    }
}
