// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.Seeds;

/** Streams of predictions that tests know everything about. */
final class Streams {

    private static final int VALUES = 16;

    private Streams() {
    }

    /**
     * Errors, classes and embeddings that all change together.
     *
     * @param drift of each row, from 0 (none) to 1 (errors 10 % to 50 %, one class of ten three times as often, half of
     *            the embedding one standard deviation away)
     */
    static List<Observation> of(final int rows, final long seed, final IntToDoubleFunction drift) {
        final RandomGenerator random = Seeds.of(seed).named("stream").generator();
        final List<Observation> stream = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            final double share = drift.applyAsDouble(i);
            final int wrong = random.nextDouble() < 0.1 + 0.4 * share ? 1 : 0;
            final int drawn = random.nextInt(10);
            final int predicted = random.nextDouble() < 0.3 * share ? 0 : drawn;
            final float[] embedding = new float[VALUES];
            for (int k = 0; k < VALUES; k++) {
                embedding[k] = (float)(random.nextGaussian() + (k % 2 == 0 ? share : 0));
            }
            stream.add(new Observation("r" + i, OptionalDouble.of(wrong), Optional.of("c" + predicted),
                Optional.of(embedding)));
        }
        return stream;
    }

    /** A stream of errors alone. */
    static Observation error(final double error) {
        return new Observation("r", OptionalDouble.of(error), Optional.empty(), Optional.empty());
    }
}
