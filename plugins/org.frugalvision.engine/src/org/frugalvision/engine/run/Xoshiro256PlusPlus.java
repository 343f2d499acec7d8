// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.random.RandomGenerator;

/**
 * The generator xoshiro256++ 1.0 of Blackman and Vigna (arXiv:1805.01407), period 2^256 - 1. The derived draws that the
 * engine uses are fixed here too, because Java does not promise how it makes them.
 */
final class Xoshiro256PlusPlus implements RandomGenerator {

    private long m_s0;

    private long m_s1;

    private long m_s2;

    private long m_s3;

    Xoshiro256PlusPlus(final long s0, final long s1, final long s2, final long s3) {
        if ((s0 | s1 | s2 | s3) == 0) {
            throw new IllegalArgumentException("The state of xoshiro256++ must not be all zero.");
        }
        m_s0 = s0;
        m_s1 = s1;
        m_s2 = s2;
        m_s3 = s3;
    }

    @Override
    public long nextLong() {
        final long result = Long.rotateLeft(m_s0 + m_s3, 23) + m_s0;
        final long shifted = m_s1 << 17;
        m_s2 ^= m_s0;
        m_s3 ^= m_s1;
        m_s1 ^= m_s2;
        m_s0 ^= m_s3;
        m_s2 ^= shifted;
        m_s3 = Long.rotateLeft(m_s3, 45);
        return result;
    }

    @Override
    public int nextInt() {
        return (int)(nextLong() >>> 32);
    }

    /** Unbiased: draws again in the incomplete last interval. */
    @Override
    public int nextInt(final int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("A bound must be positive, but is " + bound + ".");
        }
        while (true) {
            final long draw = nextLong() >>> 33;
            final long value = draw % bound;
            if (draw - value + bound <= 1L << 31) {
                return (int)value;
            }
        }
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /** Marsaglia's polar method; the second number of each pair is dropped, so that the state is all there is. */
    @Override
    public double nextGaussian() {
        while (true) {
            final double x = 2 * nextDouble() - 1;
            final double y = 2 * nextDouble() - 1;
            final double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}
