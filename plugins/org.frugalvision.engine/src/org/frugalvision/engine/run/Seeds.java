// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * One seed, many independent streams of random numbers, each found by name: {@code
 * Seeds.of(7).named("shuffle").child("epoch 3").generator()}. What one stage draws never changes what another stage
 * draws. A name is folded in by SHA-256; the 256 bits so obtained are the state of a xoshiro256++ generator (Blackman
 * and Vigna 2018, arXiv:1805.01407). Neither depends on the Java version. Immutable.
 */
public final class Seeds {

    private final byte[] m_state;

    private Seeds(final byte[] state) {
        m_state = state;
    }

    /**
     * @param seed any number
     * @return the root of the streams of this seed
     */
    public static Seeds of(final long seed) {
        return new Seeds(new Fingerprint().add("seed").add(seed).bytes());
    }

    /**
     * @param stage name of a stage of the work, e.g. {@code "initialise"} or {@code "shuffle"}
     * @return the streams of that stage
     */
    public Seeds named(final String stage) {
        return derived("named", stage);
    }

    /**
     * @param rowKeyOrCopy name of one of many alike: a row key, an epoch, the number of a copy
     * @return its streams; they differ from those of a stage of equal name
     */
    public Seeds child(final String rowKeyOrCopy) {
        return derived("child", rowKeyOrCopy);
    }

    /** @return a new generator at the start of this stream; not thread-safe */
    public RandomGenerator generator() {
        final var state = ByteBuffer.wrap(m_state);
        return new Xoshiro256PlusPlus(state.getLong(), state.getLong(), state.getLong(), state.getLong());
    }

    /** @return 64 bits of this stream's state, for libraries that take a number as their seed */
    public long asLong() {
        return ByteBuffer.wrap(m_state).getLong();
    }

    private Seeds derived(final String kind, final String name) {
        return new Seeds(new Fingerprint().add(m_state, 0, m_state.length).add(kind).add(name).bytes());
    }
}
